import { defaultSchema, type Schema } from 'hast-util-sanitize';

/**
 * What the HTML of an untrusted rule may consist of: what Markdown can say, and the frames this stage puts around examples and code.
 * No style, no id but footnotes', no scheme but http, https and mailto. Anchors of headings are set after sanitising, by us.
 */
export const bodySchema: Schema = {
	...defaultSchema,
	clobber: [],
	clobberPrefix: '',
	strip: ['script', 'style'],
	protocols: { href: ['http', 'https', 'mailto'], src: ['http', 'https'] },
	tagNames: [
		...'a blockquote br code del div em figcaption figure h2 h3 h4 h5 h6 hr img input li ol p pre section span strong sup table tbody td th thead tr ul'.split(
			' ',
		),
	],
	attributes: {
		a: [
			'href',
			'title',
			'ariaLabel',
			'ariaDescribedBy',
			'dataFootnoteRef',
			'dataFootnoteBackref',
			['className', 'data-footnote-backref'],
		],
		code: [['className', /^language-/], 'dataFence'],
		div: ['dataLines', 'tabIndex', 'role', 'ariaLabel', ['className', 'code', 'code-title', 'table', 'example-text']],
		figure: ['dataAnchor', ['className', 'example', 'incorrect', 'correct', 'alternative']],
		h2: ['id', ['className', 'sr-only']],
		img: ['src', 'alt', 'title'],
		input: ['type', 'checked', 'disabled'],
		li: ['id', ['className', 'task-list-item']],
		ol: ['start'],
		p: [['className', 'variant']],
		pre: ['tabIndex'],
		section: ['dataFootnotes', ['className', 'footnotes']],
		span: [['className', 'reason', 'line', 'broken-link', 'missing-image'], 'title'],
		sup: [],
		td: ['align'],
		th: ['align'],
		ul: [['className', 'contains-task-list']],
		'*': ['dataAnchor', 'id'],
	},
};
