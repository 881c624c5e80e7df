import type { ThemeRegistrationRaw } from 'shiki';

/**
 * Elements in place of colours, such as `t-c` for a comment: the page's style sheet colours them, for light and dark alike, from
 * one tokenisation. A page has a hundred of them, and a name of its own is half as long as a `span` with a class.
 * The order counts: a later entry wins over an earlier one of the same depth.
 */
const scopes: readonly (readonly [element: string | null, scopes: readonly string[]])[] = [
	[
		't-v',
		[
			'support.type.property-name',
			'entity.other.attribute-name',
			'meta.property-name',
			'entity.name.tag.yaml',
			'variable.other.normal.shell',
		],
	],
	['t-n', ['constant', 'keyword.other.unit', 'support.constant', 'variable.other.enummember']],
	['t-s', ['string', 'punctuation.definition.string', 'markup.inline.raw', 'markup.fenced_code.block']],
	['t-r', ['string.regexp', 'constant.character.escape', 'constant.other.placeholder']],
	[
		't-y',
		[
			'entity.name.type',
			'entity.name.class',
			'entity.other.inherited-class',
			'support.type',
			'support.class',
			'entity.name.tag',
			'entity.name.namespace',
			'storage.type.java',
			'storage.type.cs',
		],
	],
	[
		't-f',
		[
			'entity.name.function',
			'support.function',
			'meta.function-call.generic',
			'variable.function',
			'entity.name.command',
		],
	],
	['t-k', ['keyword', 'storage', 'variable.language', 'constant.language']],
	// Operators and punctuation stay in the colour of the text: fewer colours, and a third less HTML.
	[
		null,
		[
			'keyword.operator',
			'punctuation',
			'meta.brace',
			'storage.type.function.arrow',
			'variable.other',
			'variable.parameter',
			'meta.template.expression',
			'string meta.embedded',
			'string meta.interpolation',
		],
	],
	[
		't-k',
		[
			'keyword.operator.new',
			'keyword.operator.expression',
			'keyword.operator.word',
			'keyword.operator.logical.python',
			'keyword.operator.wordlike',
		],
	],
	['t-s', ['punctuation.definition.string']],
	['t-h', ['markup.heading', 'entity.name.section', 'markup.bold']],
	['t-i', ['markup.inserted']],
	['t-d', ['markup.deleted']],
	['t-c', ['comment', 'punctuation.definition.comment', 'comment punctuation']],
];

const plain = '#000000';

/** A colour stands for an element: `#000001` is the first of the list. */
const colourOf = (index: number): string => `#${(index + 1).toString(16).padStart(6, '0')}`;

const elements = new Map(scopes.map(([element], index) => [colourOf(index), element]));

export const tokenTheme: ThemeRegistrationRaw & { name: string } = {
	name: 'rulepress-elements',
	type: 'light',
	fg: plain,
	bg: '#ffffff',
	settings: [
		{ settings: { foreground: plain, background: '#ffffff' } },
		...scopes.map(([, scope], index) => ({ scope: [...scope], settings: { foreground: colourOf(index) } })),
	],
};

/** The element of a token's colour; null for plain text. */
export function tokenElement(colour: string | undefined): string | null {
	return elements.get(colour?.toLowerCase() ?? plain) ?? null;
}
