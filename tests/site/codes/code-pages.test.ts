import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexCodes } from '../../../src/domain/code-index.ts';
import { codePath } from '../../../src/domain/ids.ts';
import { canonicalCode, LINTER_NAMES } from '../../../src/domain/linters.ts';
import type { Catalog } from '../../../src/domain/rule.ts';
import { addressParam, type CodePage, codePages } from '../../../src/site/codes/code-pages.ts';
import { folderKey, folderOf } from '../../../src/site/codes/relative.ts';
import { pageEntries } from '../../../src/site/site-map.ts';
import { setSiteState } from '../../../src/site/state.ts';
import { SAMPLE_CATALOG, sampleConfig } from '../../sample-catalog.ts';
import { rulesOf, type Sketch } from './rules.ts';

function catalogOf(sketches: Readonly<Record<string, Sketch>>): Catalog {
	return { packs: [], rules: rulesOf(sketches), tags: [] };
}

/** Path → what stands there: `groups`, `group`, or the stems of the rules that the page lists or leads to. */
function shownBy(sketches: Readonly<Record<string, Sketch>>): Readonly<Record<string, string>> {
	return Object.fromEntries(codePages(catalogOf(sketches)).map((page) => [page.path, stems(page)]));
}

function stems(page: CodePage): string {
	if (page.kind === 'groups' || page.kind === 'group') return page.kind;
	const rules = page.kind === 'redirect' ? [page.rule] : page.entry.rules;
	return `${page.kind === 'list' ? 'list of ' : ''}${rules.map(({ stem }) => stem).join(' ')}`;
}

describe('the pages below /d/', () => {
	it('are none without codes and standards', () => {
		expect(codePages(catalogOf({ a: {}, b: { aliases: ['p/c'] } }))).toEqual([]);
	});

	it('lead to one rule, list several, and list the codes of a linter and the linters', () => {
		expect(shownBy({ a: { codes: ['jshint W1', 'jshint W2'] }, b: { codes: ['jshint W2'] } })).toMatchObject({
			'/d/': 'groups',
			'/d/jshint/': 'group',
			'/d/jshint/W1/': 'a',
			'/d/jshint/W2/': 'list of a b',
		});
	});

	it.each([
		['a scope', 'eslint @typescript-eslint/no-explicit-any', '/d/eslint/@typescript-eslint/no-explicit-any/'],
		['brackets', 'house eslint(no-eval)', '/d/house/eslint(no-eval)/'],
		['colons', 'house clippy::x', '/d/house/clippy::x/'],
		['capitals', 'house Style/StringLiterals', '/d/house/Style/StringLiterals/'],
		['capitals, in lower case', 'house Style/StringLiterals', '/d/house/style/stringliterals/'],
		['a dot in front', 'house .dot', '/d/house/.dot/'],
		['a dot within', 'house core.DivideZero', '/d/house/core.DivideZero/'],
		['other scripts', 'house Ärger/规则', '/d/house/%C3%84rger/%E8%A7%84%E5%88%99/'],
		['other scripts, in lower case', 'house Ärger/规则', '/d/house/%C3%A4rger/%E8%A7%84%E5%88%99/'],
		['a plus', 'c++check a+b', '/d/c%2B%2Bcheck/a+b/'],
	])('keep a code with %s as it is written: %s', (_, code, path) => {
		expect(shownBy({ a: { codes: [code] } })).toHaveProperty([path], 'a');
	});

	it.each([
		'x ..',
		'x a/../b',
		'x .',
		'x a//b',
		'x a/index.html',
		'x INDEX.HTML/b',
		'x a\\b',
		'.. a',
		'x %2e%2e',
		'a/b c',
	])('have none for %j, which would be no folder of its own', (code) => {
		expect(Object.keys(shownBy({ a: { codes: [code] } }))).toEqual([]);
	});

	it('may lie in each other', () => {
		expect(shownBy({ a: { codes: ['x a'] }, b: { codes: ['x a/b'] } })).toMatchObject({
			'/d/x/a/': 'a',
			'/d/x/a/b/': 'b',
		});
	});

	it('join the rules of codes that differ by case alone, so that neither spelling takes the place of the other', () => {
		expect(shownBy({ a: { codes: ['x Foo'] }, b: { codes: ['x foo'] } })).toMatchObject({
			'/d/x/Foo/': 'list of a b',
			'/d/x/foo/': 'list of a b',
		});
	});

	it('list the rules of a standard by its number, and join a linter that is called like the family', () => {
		expect(
			shownBy({ a: { standards: ['CWE-95', 'CWE-79'] }, b: { standards: ['CWE-95'] }, c: { codes: ['cwe 79'] } }),
		).toEqual({
			'/d/': 'groups',
			'/d/cwe/': 'group',
			'/d/cwe/95/': 'list of a b',
			'/d/cwe/79/': 'list of a c',
		});
	});

	it('have the addresses of all spellings that rules use', () => {
		const shown = shownBy({ a: { codes: ['biome lint/security/noGlobalEval'] }, b: { codes: ['biome noGlobalEval'] } });
		for (const path of ['lint/security/noGlobalEval', 'lint/security/noglobaleval', 'noGlobalEval', 'noglobaleval']) {
			expect(shown).toHaveProperty([`/d/biome/${path}/`], 'list of a b');
		}
	});

	it('have the addresses of spellings that reports use', () => {
		const shown = shownBy({
			a: { codes: ['shellcheck SC2086', 'biome lint/security/noGlobalEval', 'clippy clippy::unwrap_used'] },
		});
		for (const path of [
			'shellcheck/SC2086',
			'shellcheck/sc2086',
			'shellcheck/2086',
			'biome/noglobaleval',
			'clippy/clippy::unwrap_used',
			'clippy/unwrap_used',
		]) {
			expect(shown).toHaveProperty([`/d/${path}/`], 'a');
		}
	});

	it('lead from the code of another linter for the same rule, unless a rule names that code', () => {
		const one = shownBy({ a: { codes: ['eslint no-eval'] } });
		expect(one).toMatchObject({ '/d/oxlint/': 'group', '/d/oxlint/eslint(no-eval)/': 'a' });
		const two = shownBy({ a: { codes: ['eslint no-eval'] }, b: { codes: ['oxlint eslint(no-eval)'] } });
		expect(two).toMatchObject({ '/d/eslint/no-eval/': 'a', '/d/oxlint/eslint(no-eval)/': 'b' });
	});

	it('say which code another follows from', () => {
		const pages = codePages(catalogOf({ a: { codes: ['eslint no-eval'] } }));
		const follows = Object.fromEntries(
			pages.flatMap((page) => (page.kind === 'redirect' ? [[page.path, page.entry.follows]] : [])),
		);
		expect(follows['/d/eslint/no-eval/']).toBeNull();
		expect(follows['/d/oxlint/eslint(no-eval)/']).toEqual({ linter: 'eslint', code: 'no-eval' });
	});

	it('have their folder below /d/ as parameter', () => {
		expect(['/d/', '/d/eslint/', '/d/c%2B%2B/%C3%84/'].map(addressParam)).toEqual([undefined, 'eslint', 'c++/Ä']);
	});
});

describe('a linter with very many codes', () => {
	const sketches = Object.fromEntries(
		Array.from({ length: 201 }, (_, at): [string, Sketch] => [`r${at}`, { codes: [`jshint ${at + 1}`] }]),
	);

	it('has its list in pages, whose addresses no code takes', () => {
		const pages = codePages(catalogOf({ ...sketches, odd: { codes: ['jshint ~2'] } }));
		const lists = pages.flatMap((page) => (page.kind === 'group' ? [[page.path, page.list.items.length]] : []));
		expect(lists).toEqual([
			['/d/jshint/', 200],
			['/d/jshint/~2/', 2],
		]);
		expect(new Set(pages.map(({ path }) => path)).size).toBe(pages.length);
		expect(pages.find(({ path }) => path === '/d/jshint/2/')?.kind).toBe('redirect');
	});
});

describe('any catalog', () => {
	const part = fc.stringMatching(/^[A-Za-zÄ0-9@._+()-]{1,4}$/);
	const code = fc.oneof(
		fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/')),
		fc.constantFrom(
			'no-eval',
			'No-Eval',
			'eslint(no-eval)',
			'SC2086',
			'2086',
			'@typescript-eslint/no-shadow',
			'lint/a/noX',
			'noX',
		),
	);
	const linter = fc.oneof(fc.constantFrom(...LINTER_NAMES), fc.constantFrom('house', 'cwe', 'HOUSE'));
	const sketch = fc.record({
		codes: fc.array(
			fc.tuple(linter, code).map((pair) => pair.join(' ')),
			{ maxLength: 4 },
		),
		standards: fc.array(
			fc.integer({ min: 1, max: 3 }).map((n) => `CWE-${n}`),
			{ maxLength: 2 },
		),
	});
	const catalogs = fc
		.array(sketch, { maxLength: 6 })
		.map((some) => catalogOf(Object.fromEntries(some.map((one, i) => [`r${i}`, one]))));

	it('has a page at the address of every code, that shows the rules with the code', () => {
		fc.assert(
			fc.property(catalogs, (catalog) => {
				const pages = new Map(codePages(catalog).map((page) => [page.path, page]));
				for (const rule of catalog.rules) {
					for (const one of rule.codes.map(canonicalCode)) {
						const path = codePath(one.linter, one.code);
						if (/(?:^|\/)\.{1,2}\//.test(path)) continue;
						for (const spelled of [path, encodeURI(decodeURI(path).toLowerCase())]) {
							const page = pages.get(spelled);
							if (page?.kind === 'redirect') expect(page.rule.id, spelled).toBe(rule.id);
							else expect(page?.kind === 'list' && page.entry.rules, spelled).toContain(rule);
						}
					}
				}
			}),
		);
	});

	it('shows at an address what the index says of that code', () => {
		fc.assert(
			fc.property(catalogs, (catalog) => {
				const { codes, byCode } = indexCodes(catalog.rules);
				const pages = new Map(codePages(catalog).map((page) => [page.path, page]));
				for (const { name } of codes) {
					const page = pages.get(codePath(name.linter, name.code));
					if (page === undefined || name.linter === 'cwe') continue;
					const shown = page.kind === 'redirect' ? [page.rule] : page.kind === 'list' ? page.entry.rules : [];
					expect(new Set(shown)).toEqual(new Set(byCode(name)));
				}
			}),
		);
	});

	it('has no two pages at one address, and the same page where only case tells two addresses apart', () => {
		fc.assert(
			fc.property(catalogs, (catalog) => {
				const pages = codePages(catalog);
				expect(new Set(pages.map(({ path }) => folderOf(path))).size).toBe(pages.length);
				for (const same of Map.groupBy(pages, ({ path }) => folderKey(path)).values()) {
					expect(new Set(same.map(({ kind, path }) => `${kind} ${path.split('/').length}`)).size).toBe(1);
					expect(new Set(same.map((page) => ('entry' in page ? page.entry : page))).size).toBe(1);
				}
			}),
		);
	});
});

describe('the sitemap', () => {
	it('has every list below /d/ once, and nothing that only leads on', () => {
		const rules = rulesOf({
			a: { codes: ['house Foo', 'house Bar'] },
			b: { codes: ['house Foo'], standards: ['CWE-1'] },
		});
		const packs = SAMPLE_CATALOG.packs.map((pack) => ({ ...pack, rules: [], sections: [] }));
		setSiteState({ catalog: { packs, rules, tags: [] }, config: sampleConfig('/'), live: false, collected: 'all' });
		const paths = pageEntries().map(({ path }) => path);
		expect(paths.filter((path) => path.startsWith('/d/'))).toEqual(['/d/', '/d/house/', '/d/house/Foo/', '/d/cwe/']);
	});
});
