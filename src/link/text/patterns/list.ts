import { type LinePattern, line } from '../pattern.ts';
import { C_FAMILY_PATTERNS } from './c-family.ts';
import { COMMAND_PATTERNS } from './commands.ts';
import { OTHER_PATTERNS } from './others.ts';
import { PYTHON_PATTERNS } from './python.ts';
import { WEB_PATTERNS } from './web.ts';

/** Every line that this program knows; the first that fits tells the linter. A new one is an entry here, and a row in its test. */
export const LINE_PATTERNS: readonly LinePattern[] = [
	...COMMAND_PATTERNS,
	...WEB_PATTERNS,
	...PYTHON_PATTERNS,
	...C_FAMILY_PATTERNS,
	...OTHER_PATTERNS,
];

/** What lines mostly look like, for a linter that has no entry and that `--tool` names. */
export const COMMON_PATTERNS: readonly LinePattern[] = [
	{ linters: [], line: line(String.raw`AT_LINE: .*[[(](?<code>[\w@./-]+)[\])]$`) },
	{ linters: [], line: line(String.raw`\s+\d+:\d+\s+(?:error|warning|info)\s+\S.*\s\s(?<code>[\w@./-]+)\s*$`) },
	{ linters: [], line: line(String.raw`AT_LINE:? (?:error |warning )?(?<code>[A-Z]{1,8}\d{2,5})[: ]`) },
];
