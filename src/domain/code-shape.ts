/** What keeps a text from being a linter's code, in words that follow "has" or "is". */
export interface CodeFault {
	/** The whole fault as a sentence goes on after the code: `has a space`, `is empty`. */
	readonly fault: string;
	/** Where in the text it stands. */
	readonly index: number;
}

const longest = 200;
const signs = 'A-Za-z0-9@._+()=:~-';
/** `index.html` whatever the case; JSON Schemas have no flags. */
const page = '[iI][nN][dD][eE][xX]\\.[hH][tT][mM][lL]';
const segments = `[${signs}]+(?:/[${signs}]+)*`;

/**
 * Codes as linters print them: segments of letters, digits and `@ . _ + ( ) = : ~ -`, joined by `/`. No segment is `.` or `..`,
 * so that an address made of a code cannot leave its folder, nor `index.html`, which is the page itself. For JSON Schemas.
 */
export const CODE_PATTERN = `^(?!.*(?:^|/)(?:\\.{1,2}|${page})(?:/|$))${segments}$`;

/** Several codes in one text, with commas between them. Blanks are bounded, so that it takes linear time. For JSON Schemas. */
export const CODES_PATTERN = `^(?!(?:.*[\\s/,])?(?:\\.{1,2}|${page})(?:[\\s/,]|$))\\s{0,20}${segments}(?:\\s{0,20},\\s{0,20}${segments})+\\s{0,20}$`;

/** Names of linters as keys and address segments. For JSON Schemas. */
export const LINTER_NAME_PATTERN = '^[a-z0-9][a-z0-9._-]*$';

/** Families of standards, which share the addresses below `/d/` with the linters. */
export const STANDARD_FAMILIES: readonly string[] = ['cwe', 'cert', 'misra', 'owasp'];

/** True for a name (in lower case) that a linter may have: one segment of an address, and no family of standards. */
export function isLinterName(name: string): boolean {
	return new RegExp(LINTER_NAME_PATTERN).test(name) && !STANDARD_FAMILIES.includes(name) && name.length <= longest;
}

/** What is wrong with a code, at the first place that is; null for a code that can be one. */
export function codeFault(code: string): CodeFault | null {
	if (code === '') return { fault: 'is empty', index: 0 };
	const index = code.search(new RegExp(`[^/${signs}]`, 'u'));
	if (index !== -1) return { fault: `has ${signName(String.fromCodePoint(code.codePointAt(index) ?? 0))}`, index };
	const segment = new RegExp(`(?:^|/)(\\.{1,2}|${page})(?=/|$)`).exec(code);
	if (segment?.[1] !== undefined) return { fault: `has a part \`${segment[1]}\``, index: segment.index };
	const gap = /^\/|\/(?=\/|$)/.exec(code);
	if (gap !== null) return { fault: 'has a `/` with nothing beside it', index: gap.index };
	return code.length > longest ? { fault: `is longer than ${longest} letters`, index: longest } : null;
}

function signName(sign: string): string {
	if (sign === ' ') return 'a space';
	if (sign === '\t') return 'a tab';
	if (/[\r\n]/.test(sign)) return 'a line end';
	if (sign === '*') return '`*`, which would stand for many codes';
	if (/[\p{C}\p{Z}]/u.test(sign))
		return `the sign U+${sign.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`;
	return `\`${sign}\``;
}
