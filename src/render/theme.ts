import type { ThemeRegistrationRaw } from 'shiki';

/**
 * Token classes in place of colours: the page's style sheet colours them, for light and dark alike, from one tokenisation.
 * The order counts: a later entry wins over an earlier one of the same depth.
 */
const scopes: readonly (readonly [cssClass: string | null, scopes: readonly string[]])[] = [
	[
		'tv',
		[
			'support.type.property-name',
			'entity.other.attribute-name',
			'meta.property-name',
			'entity.name.tag.yaml',
			'variable.other.normal.shell',
		],
	],
	['tn', ['constant', 'keyword.other.unit', 'support.constant', 'variable.other.enummember']],
	['ts', ['string', 'punctuation.definition.string', 'markup.inline.raw', 'markup.fenced_code.block']],
	['tr', ['string.regexp', 'constant.character.escape', 'constant.other.placeholder']],
	[
		'ty',
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
		'tf',
		[
			'entity.name.function',
			'support.function',
			'meta.function-call.generic',
			'variable.function',
			'entity.name.command',
		],
	],
	['tk', ['keyword', 'storage', 'variable.language', 'constant.language']],
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
		'tk',
		[
			'keyword.operator.new',
			'keyword.operator.expression',
			'keyword.operator.word',
			'keyword.operator.logical.python',
			'keyword.operator.wordlike',
		],
	],
	['ts', ['punctuation.definition.string']],
	['th', ['markup.heading', 'entity.name.section', 'markup.bold']],
	['ti', ['markup.inserted']],
	['td', ['markup.deleted']],
	['tc', ['comment', 'punctuation.definition.comment', 'comment punctuation']],
];

const plain = '#000000';

/** A colour stands for a class: `#000001` is the first class of the list. */
const colourOf = (index: number): string => `#${(index + 1).toString(16).padStart(6, '0')}`;

const classes = new Map(scopes.map(([cssClass], index) => [colourOf(index), cssClass]));

export const tokenTheme: ThemeRegistrationRaw & { name: string } = {
	name: 'rulepress-classes',
	type: 'light',
	fg: plain,
	bg: '#ffffff',
	settings: [
		{ settings: { foreground: plain, background: '#ffffff' } },
		...scopes.map(([, scope], index) => ({ scope: [...scope], settings: { foreground: colourOf(index) } })),
	],
};

/** The CSS class of a token's colour; null for plain text. */
export function tokenClass(colour: string | undefined): string | null {
	return classes.get(colour?.toLowerCase() ?? plain) ?? null;
}
