/** What stands in the place of a code, in formats of many linters, when no rule found the result: a file could not be read. */
export const NO_CODE: ReadonlySet<string> = new Set([
	'',
	'null',
	'undefined',
	'unknown',
	'parse',
	'format',
	'invalid-syntax',
]);
