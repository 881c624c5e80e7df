import type { DiagnosticKind } from './severity.ts';

/** Text and names that look to a reader like something else than they are. */
export const TRUST_DIAGNOSTICS = {
	'sign-bidi': {
		severity: 'warning',
		title: 'A sign turns the direction of the text',
		say: (a: { label: string; more: number }) => ({
			found: `The sign ${a.label}${others(a.more)}: readers may see the text in another order than programs do`,
			expected: 'text whose order is that of its letters; the page marks the sign, and code keeps it',
			fix: 'Remove the sign, or write it as an escape of the language, such as `\\u202E`',
		}),
	},
	'sign-invisible': {
		severity: 'warning',
		title: 'A sign cannot be seen',
		say: (a: { label: string; more: number }) => ({
			found: `The sign ${a.label}${others(a.more)} shows nothing`,
			expected: 'signs that can be seen; the page marks this one, and code keeps it',
			fix: 'Remove the sign, or write it as an escape of the language, such as `\\u200B`',
		}),
	},
	'tag-lookalike': {
		severity: 'warning',
		title: 'Two tags look alike and are not one',
		say: (a: { tag: string; sign: string; other: string; file: string }) => ({
			found: `The tag "${a.tag}" has ${a.sign} and looks like "${a.other}" of ${a.file}, which is another tag`,
			expected: 'one spelling of a tag, in letters of one script',
			fix: `Type the tag anew: ${a.other}`,
		}),
	},
	'id-lookalike': {
		severity: 'warning',
		title: 'Two ids look alike and are not one',
		say: (a: { name: string; sign: string; other: string; file: string }) => ({
			found: `The name "${a.name}" has ${a.sign} and looks like "${a.other}" (${a.file}), which is another`,
			expected: 'names of packs and rules that can be told apart by reading them',
			fix: 'Rename the file or the folder, in letters of one script',
		}),
	},
	'image-unsafe': {
		severity: 'warning',
		title: 'A picture holds what could run or load',
		say: (a: { what: string; more: number; shown: boolean }) => ({
			found: `The picture holds ${a.what}${a.more === 0 ? '' : ` and ${a.more} more of the kind`}; it is published ${a.shown ? 'without' : 'as an empty one'}`,
			expected: 'an SVG file in UTF-8 that only draws, and names no other file',
			fix: 'Save it as plain SVG, publish a PNG in its place, or trust the pack in rulepress.config.mjs',
		}),
	},
} as const satisfies Record<string, DiagnosticKind>;

function others(more: number): string {
	return more === 0 ? '' : `, and ${more} more such ${more === 1 ? 'sign' : 'signs'},`;
}
