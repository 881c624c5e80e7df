import type { DiagnosticKind } from './severity.ts';

/** What shows when rules are compared with those that a site has published. */
export const PUBLISHED_DIAGNOSTICS = {
	'id-vanished': {
		severity: 'error',
		title: 'A published address would lead nowhere',
		say: (a: { id: string; alias: boolean; successor: { file: string; alias: string } | null }) => {
			const add =
				a.successor === null
					? `Add "${a.id}" to the aliases of its successor`
					: `Add "${a.successor.alias}" to the aliases of ${a.successor.file}`;
			return {
				found: `The ${a.alias ? 'alias' : 'rule'} "${a.id}" was published and is gone`,
				expected: 'a rule with this id, or with this alias: links to it are in use',
				fix: a.alias ? `${add} again` : `${add}, or keep the file with \`deprecated: true\``,
			};
		},
	},
	'code-vanished': {
		severity: 'warning',
		title: 'The published address of a code would lead nowhere',
		say: (a: { linter: string; code: string; id: string; file: string | null }) => ({
			found: `The code "${a.code}" of ${a.linter} led to "${a.id}", and no rule explains it any more`,
			expected: 'a rule with this code among its `linters`: links to it are in use',
			fix: `Add it to the \`linters\` of ${a.file ?? 'the rule that explains it now'}, or let the link go`,
		}),
	},
} as const satisfies Record<string, DiagnosticKind>;
