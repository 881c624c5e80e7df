import { describe, expect, test } from 'vitest';
import { buildCatalog } from '../../src/catalog/build.ts';
import { type PackSketch, packOf, section } from './packs.ts';

/** What is found, as `code file:line` with the arguments that matter. */
function found(...packs: readonly PackSketch[]) {
	return buildCatalog(packs.map(packOf)).diagnostics.map(({ code, file, place, args }) => [
		code,
		`${file}:${place.line}`,
		args,
	]);
}

describe('id-duplicate', () => {
	test.each([
		['rules/x/a.md', 'rules/y/a.md'],
		['rules/a.md', 'rules/a.mdx'],
		['rules/A.md', 'rules/a.md'],
		['rules/caf\u00e9.md', 'rules/cafe\u0301.md'].sort(),
	])('%j and %j: the first keeps the id', (first, second) => {
		const sketch = { source: 'web', rules: { [first]: {}, [second]: {} } };
		expect(found(sketch)).toMatchObject([
			['id-duplicate', `content/web/${second}:1`, { other: `content/web/${first}` }],
		]);
		expect(buildCatalog([packOf(sketch)]).catalog.rules.map((rule) => rule.file)).toEqual([`content/web/${first}`]);
	});

	test('not in different packs', () => {
		expect(found({ source: 'a', rules: { 'x.md': {} } }, { source: 'b', rules: { 'x.md': {} } })).toEqual([]);
	});
});

describe('title-duplicate', () => {
	test('up to case and space, in one pack only', () => {
		const rules = { 'a.md': { title: 'Close it' }, 'b.md': { title: 'close  It' } };
		expect(found({ source: 'web', rules }, { source: 'api', rules: { 'c.md': { title: 'Close it' } } })).toEqual([
			['title-duplicate', 'content/web/b.md:2', { title: 'close  It', other: 'content/web/a.md' }],
		]);
	});
});

describe('sections', () => {
	const sections = [section('Memory', 'mem', 'heap'), section('Time', 'time')];

	test('a rule outside of them, and one of them without rules', () => {
		expect(found({ source: 'web', sections, rules: { 'rules/mem-a.md': {}, 'rules/x.md': {} } })).toEqual([
			['section-empty', `content/web/rules/_sections.md:${'Time'.length}`, { title: 'Time', prefix: 'time' }],
			[
				'section-undeclared',
				'content/web/rules/x.md:1',
				{ stem: 'x', prefixes: ['mem', 'heap', 'time'], section: 'Other' },
			],
		]);
	});

	test('a file with an error still fills its section', () => {
		expect(found({ source: 'web', sections, rules: { 'rules/mem-a.md': {} }, leftOut: ['rules/time-b.md'] })).toEqual(
			[],
		);
	});

	test('a pack that declares none has none to miss', () => {
		expect(found({ source: 'web', rules: { 'x.md': {} } })).toEqual([]);
	});
});

describe('rule-identical', () => {
	test('is said on every side, and only across packs', () => {
		const same = { digest: 'd' };
		const packs = ['a', 'b'].map((source) => ({ source, rules: { 'x.md': same, 'y.md': { digest: source } } }));
		expect(found(...packs)).toEqual([
			['rule-identical', 'content/a/x.md:1', { other: 'content/b/x.md' }],
			['rule-identical', 'content/b/x.md:1', { other: 'content/a/x.md' }],
		]);
		const { catalog } = buildCatalog(packs.map(packOf));
		expect(catalog.rules.map(({ id, identical }) => [id, identical])).toEqual([
			['a/x', ['b/x']],
			['a/y', []],
			['b/x', ['a/x']],
			['b/y', []],
		]);
		expect(found({ source: 'a', rules: { 'x.md': same, 'y.md': same } })).toEqual([]);
	});

	test('names a few and counts the others', () => {
		const packs = ['a', 'b', 'c', 'd', 'e', 'f'].map((source) => ({ source, rules: { 'x.md': { digest: 'd' } } }));
		expect(found(...packs)[0]?.[2]).toEqual({ other: 'content/b/x.md, content/c/x.md, content/d/x.md, 2 more' });
	});
});

describe('links of group/web/rules/a.md', () => {
	const other: PackSketch = { source: 'group/api', rules: { 'rules/x.md': { anchors: ['why'] } }, files: ['SKILL.md'] };

	function linksFrom(url: string) {
		const web: PackSketch = {
			source: 'group/web',
			rules: { 'rules/a.md': { links: [url], anchors: ['own', 'own-1'] }, 'rules/b.md': { anchors: ['Überblick'] } },
			files: ['SKILL.md', 'assets/x y.png', 'docs/guide.md'],
			leftOut: ['rules/broken.md'],
		};
		return found(web, other).map(([code, , args]) => [code, args]);
	}

	test.each([
		'b.md',
		'./b.md#Überblick',
		'b.md#%C3%9Cberblick',
		'broken.md',
		'broken.md#anything',
		'../SKILL.md',
		'../docs/guide.md#any',
		'../docs',
		'..',
		'../../api/rules/x.md',
		'../../api/rules/x.md#why',
		'../../api/SKILL.md',
		'#own',
		'#own-1',
		'#Own',
		'#',
		'#top',
		'a.md#own',
		'!../assets/x%20y.png',
		'https://example.org/',
	])('%s leads somewhere', (url) => {
		expect(linksFrom(url)).toEqual([]);
	});

	test.each([
		'c.md',
		'b',
		'../../none/rules/x.md',
		'../../../group/none.md',
		'../../../../x.md',
		'/docs/intro',
		'B.md',
	])('%s leads nowhere', (url) => {
		expect(linksFrom(url)).toEqual([['link-broken', { url }]]);
	});

	test.each([
		['#ownn', 'own'],
		['#nothing-like-it', null],
		['b.md#uberblick', 'Überblick'],
		['../../api/rules/x.md#whi', 'why'],
	])('%s names no heading; perhaps %s', (url, near) => {
		expect(linksFrom(url)).toEqual([['anchor-broken', { url, near }]]);
	});

	test.each(['!none.png', '!/img/x.png', '!../../api/SKILL.md', '!../../../../x.png', '!#own', '!b.md'])(
		'%s is no image of the pack',
		(url) => {
			expect(linksFrom(url)).toEqual([['image-missing', { url: url.slice(1) }]]);
		},
	);
});

test('a pack that is the content folder itself is linked within like any other', () => {
	const rules = { 'rules/a.md': { links: ['b.md', '../x.txt', 'c.md'] }, 'rules/b.md': {} };
	expect(found({ source: '', rules, files: ['x.txt'] })).toEqual([
		['link-broken', 'content/rules/a.md:12', { url: 'c.md' }],
	]);
});

test('packs of different content folders are not confused', () => {
	const one = packOf({ source: 'web', rules: { 'a.md': { links: ['b.md'] } } });
	const two = packOf({ source: 'web', rules: { 'b.md': {} } });
	const moved = { ...two, folder: { ...two.folder, name: 'two-web', absolute: '/other/web' } };
	expect(buildCatalog([one, moved]).diagnostics.map(({ code }) => code)).toEqual(['link-broken']);
});
