import type { Random } from '../synthetic/random.ts';

type Structure = (random: Random, count: number) => string;

const open =
	(piece: string): Structure =>
	(_, count) =>
		piece.repeat(count);
const both =
	(before: string, after: string): Structure =>
	(_, count) =>
		before.repeat(count) + after.repeat(count);
const each =
	(line: (index: number) => string): Structure =>
	(_, count) =>
		Array.from({ length: count }, (_one, index) => line(index)).join('');

/** What is deep, long or many in a body. */
export const BODY_STRUCTURES: readonly Structure[] = [
	...[
		'> ',
		'- ',
		'1) ',
		'> - ',
		'[',
		'![',
		'*a ',
		'**a ',
		'_a',
		'`',
		'~a ',
		'[a](',
		'[a][',
		'<',
		'<!--',
		'&',
		'\\',
		'(',
		'|',
		' ',
		'\t',
	].map(open),
	...[
		'**Incorrect:** ',
		'**Incorrect:**\n',
		'**Incorrect:**\n\n',
		'❌ ',
		'## Incorrect\n\n',
		'# a\n',
		'a\n=\n',
		'---\n',
		'> a\n',
		'- a\n',
	].map(open),
	...[
		'```js\na\n```\n',
		'```js\n',
		'~~~\n~~~\n\n',
		'> ```\n',
		'- ```\n',
		'|a|b|\n',
		'[a]: b\n',
		'[^1] ',
		'www.a.b/',
		'a@b.c ',
		'https://a.b ',
	].map(open),
	...[
		'word ',
		'a',
		'a\n',
		'\n',
		'\r',
		'\u2028',
		'\u0000',
		'\ufeff',
		'{',
		'{{',
		'<b>',
		'</p>',
		'*_',
		'**x* ',
		'***a** b* ',
		'<T>',
		'a  \n',
	].map(open),
	both('[', ']'),
	both('*', '*'),
	both('**Incorrect (', ')'),
	both('`', '`'),
	both('<div>', '</div>'),
	each((index) => `${'  '.repeat(index % 60)}- a\n`),
	each((index) => `[^${index}]: b [^${index + 1}]\n`),
	each((index) => `## a${index}\n\n[a](#a${index})\n\n`),
	each((index) => `${'`'.repeat((index % 300) + 1)} `),
	each((index) => `\n${'`'.repeat((index % 30) + 3)}js\na\n`),
	(_, count) => `|${'a|'.repeat(count)}\n|${'-|'.repeat(count)}\n|${'b|'.repeat(count)}\n`,
];

/** The same in frontmatter. */
export const YAML_STRUCTURES: readonly Structure[] = [
	...[
		'a: [',
		'a: {b: ',
		'- ',
		'? ',
		'a: &a ',
		'a: *a ',
		'! ',
		'# ',
		'a: b\n',
		'a b\n',
		'\ta: b\n',
		'a: @b\n',
		'tags: a, ',
		' #',
	].map(open),
	(_, count) => `a: ${'['.repeat(count)}${']'.repeat(count)}\n`,
	(_, count) => `a: ${'{b: '.repeat(count)}${'}'.repeat(count)}\n`,
	(_, count) => `tags: [${'a, '.repeat(count)}b]\n`,
	(_, count) => `related: ${'a, '.repeat(count)}\n`,
	(_, count) => `a: |\n${'  b\n'.repeat(count)}`,
	each((index) => `${' '.repeat(index % 200)}a:\n`),
	each((index) => `k${index}: &a${index} [*a${Math.max(0, index - 1)}, *a${Math.max(0, index - 1)}]\n`),
	each((index) => `k${index}: a\n`),
	(random, count) => `linters:\n${each((index) => `  esl${index}nt: [c${random.between(0, 99)}]\n`)(random, count)}`,
];

/** The same in reports. */
export const REPORT_STRUCTURES: readonly Structure[] = [
	...[
		'[',
		'{"a":',
		'"',
		'\\',
		'[]',
		'<a>',
		'<',
		'&amp;',
		'<!--',
		'a',
		' ',
		'\n',
		'\u001b[',
		'a.py:1:1: F401 b\n',
		'{"ruleId":"no-eval"},',
	].map(open),
	both('[', ']'),
	both('{"a":', '}'),
	both('<a>', '</a>'),
	each((index) => `{"code":{"name":"c${index}"}}\n`),
];
