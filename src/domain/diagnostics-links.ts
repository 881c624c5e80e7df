import type { DiagnosticKind } from './severity.ts';

const oneName = 'the stem of a rule of this pack, or the id of a rule of any pack, such as `pack/stem`';
const asPrinted = 'a code as the linter prints it, such as "no-eval" or "@typescript-eslint/no-explicit-any"';

/** What can be wrong with codes, standards and the links between rules, in frontmatter and in the config's `rules`. */
export const LINK_DIAGNOSTICS = {
	'linter-invalid': {
		severity: 'error',
		title: 'A linter has a name that none can have',
		say: (a: { name: string }) => ({
			found: `"${a.name}" cannot be the name of a linter`,
			expected: 'letters, digits, `.`, `_` and `-`, and no family of standards (cwe, cert, misra, owasp)',
			fix: 'Write the name of the linter as its command is called; standards have a key `standards` of their own',
		}),
	},
	'linter-unknown': {
		severity: 'warning',
		title: 'A linter is not known',
		say: (a: { name: string; near: string | null }) => ({
			found: `"${a.name}" is not a linter this version knows; its codes are taken as they are`,
			expected: 'the name of a known linter, such as `eslint`, `ruff` or `clang-tidy`',
			fix: a.near === null ? 'Check the name; it may stay if it is right' : `Did you mean "${a.near}"?`,
		}),
	},
	'code-number': {
		severity: 'error',
		title: 'A code of a linter is no text',
		say: (a: { written: string; type: string; code: string }) => ({
			found: `${a.written} is ${a.type === 'null' ? 'null' : `a ${a.type}`}`,
			expected: asPrinted,
			fix: `Write the code in quotes: "${a.code}"`,
		}),
	},
	'code-invalid': {
		severity: 'error',
		title: 'A text cannot be a code of a linter',
		say: (a: { code: string; fault: string }) => ({
			found: `"${a.code}" ${a.fault}`,
			expected: asPrinted,
			fix: 'Write the code as the linter prints it; several codes are a list',
		}),
	},
	'code-duplicate': {
		severity: 'warning',
		title: 'A rule names a code twice',
		say: (a: { linter: string; code: string; first: string }) => ({
			found:
				a.code === a.first
					? `The code "${a.code}" of ${a.linter} stands twice`
					: `"${a.code}" and "${a.first}" are one code of ${a.linter}`,
			expected: 'each code once',
			fix: `Remove "${a.code}"`,
		}),
	},
	'standard-unknown': {
		severity: 'warning',
		title: 'A standard is not known',
		say: (a: { written: string }) => ({
			found: `"${a.written}" names no standard that this version knows; the page shows it as plain text`,
			expected: 'a name such as `CWE-95`, `CERT STR31-C`, `MISRA C:2012 Rule 21.3` or `OWASP A03:2021`',
			fix: 'Write family and number, or remove it',
		}),
	},
	'alias-invalid': {
		severity: 'error',
		title: 'An alias cannot be an id',
		say: (a: { alias: string; near: string | null }) => ({
			found: `"${a.alias}" cannot be an id`,
			expected: 'a former stem of this pack, or a former id `pack/stem`, of letters, digits and hyphens',
			fix: a.near === null ? 'Write the name that the file had' : `Write "${a.near}"`,
		}),
	},
	'alias-taken': {
		severity: 'error',
		title: 'An alias is the id of a rule',
		say: (a: { alias: string; place: string; other: string | null }) => ({
			found:
				a.other === null
					? `"${a.alias}" is an alias in ${a.place} and the id of the same rule`
					: `"${a.alias}" is an alias in ${a.place} and the id of ${a.other}`,
			expected: 'an alias that is the id of no rule, whatever the case: one address leads to one rule',
			fix: a.other === null ? 'Remove the alias: a rule needs none for its own id' : 'Remove one',
		}),
	},
	'alias-duplicate': {
		severity: 'error',
		title: 'Two rules have one alias',
		say: (a: { alias: string; place: string; other: string }) => ({
			found: `"${a.alias}" is an alias in ${a.place} and in ${a.other}`,
			expected: 'each alias at one rule, whatever the case: one address leads to one rule',
			fix: 'Keep it at the rule that took the place of the former one',
		}),
	},
	'conflict-unknown': {
		severity: 'error',
		title: 'A conflicting rule is not there',
		say: (a: { name: string; near: string | null; own: boolean }) => ({
			found: a.own
				? `\`conflicts\` names "${a.name}", which is this rule itself`
				: `\`conflicts\` names "${a.name}", but no rule has that id`,
			expected: oneName,
			fix: a.near === null ? 'Correct the name, or remove it' : `Write \`${a.near}\` if that is what you mean`,
		}),
	},
	'replaced-by-unknown': {
		severity: 'error',
		title: 'A rule to follow instead is not there',
		say: (a: { name: string; near: string | null }) => ({
			found: `deprecated.replacedBy names "${a.name}", but no rule has that id`,
			expected: oneName,
			fix: a.near === null ? 'Correct the name, or remove it' : `Write \`${a.near}\` if that is what you mean`,
		}),
	},
	'replaced-by-cycle': {
		severity: 'error',
		title: 'Rules replace each other in a circle',
		say: (a: { chain: readonly string[] }) => ({
			found:
				a.chain.length === 2
					? `The rule ${a.chain[0]} is replaced by itself`
					: `The rule is replaced by itself: ${a.chain.join(' → ')}`,
			expected: 'replacements that end at a rule that holds',
			fix: 'Remove the `replacedBy` of the rule that readers are to follow',
		}),
	},
	'config-rule-unknown': {
		severity: 'error',
		title: 'The config is about a rule that is not there',
		say: (a: { id: string; near: string | null }) => ({
			found: `\`rules\` names "${a.id}", but no rule has that id`,
			expected: 'the id of a rule, such as `pack/stem`',
			fix: a.near === null ? 'Correct the id, or remove the entry' : `Write '${a.near}' if that is what you mean`,
		}),
	},
	'pack-name-unused': {
		severity: 'warning',
		title: 'The config names a pack that is not there',
		say: (a: { folder: string; near: string | null }) => ({
			found: `\`packNames\` has "${a.folder}", and no pack lies there`,
			expected: 'the folder of a pack, relative to its content folder or to the config file',
			fix: a.near === null ? 'Correct the folder, or remove the entry' : `Write '${a.near}' if that is what you mean`,
		}),
	},
} as const satisfies Record<string, DiagnosticKind>;
