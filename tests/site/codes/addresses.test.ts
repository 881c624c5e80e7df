import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lowerCaseTwin, missingCodeWords, readAskedCode } from '../../../src/site/client/asked-code.ts';
import { aliasPages } from '../../../src/site/codes/alias-pages.ts';
import { canBeFolder, folderOf, relativePath } from '../../../src/site/codes/relative.ts';
import { rulesOf } from './rules.ts';

describe('a former id', () => {
	const pages = (...args: Parameters<typeof rulesOf>) =>
		aliasPages(rulesOf(...args)).map(({ path, param, rule }) => [path, param, rule.stem]);

	it('has an address, also in a pack that is gone', () => {
		expect(pages({ a: { aliases: ['p/old', 'gone/a'] } })).toEqual([
			['/rules/p/old/', 'p/old', 'a'],
			['/rules/gone/a/', 'gone/a', 'a'],
		]);
	});

	it.each([
		["is a rule's own address", { a: { aliases: ['p/b'] }, b: {} }],
		["is a rule's own address where case tells nothing apart", { a: { aliases: ['p/B'] }, b: {} }],
		['is its own former self in other letters', { a: { aliases: ['p/A'] } }],
		['leads out of the site', { a: { aliases: ['p/..', '../x', '../../x', 'p/.'] } }],
		['is a file of the site', { a: { aliases: ['p/index.html'] } }],
	] as const)('has none where it %s', (_, sketches) => {
		expect(pages(sketches)).toEqual([]);
	});

	it('belongs to the first of two rules', () => {
		expect(pages({ a: { aliases: ['p/old'] }, b: { aliases: ['p/Old'] } })).toEqual([['/rules/p/old/', 'p/old', 'a']]);
	});
});

describe('a relative address', () => {
	it.each([
		['/d/eslint/no-eval/', '/rules/a/b/', '../../../rules/a/b/'],
		['/d/eslint/@scope/no-eval/', '/rules/a/b/', '../../../../rules/a/b/'],
		['/rules/gone/b/', '/rules/a/b/', '../../a/b/'],
		['/rules/a/c/', '/rules/a/b/', '../b/'],
		['/rules/a/b/', '/rules/a/b.md', '../b.md'],
		['/rules/a/b/', '/rules/a/b/', './'],
		['/d/eslint/', '/d/eslint/no-eval/', './no-eval/'],
		['/tags/rare/', '/tags/#tag:rare', '../#tag:rare'],
		['/tags/rare/', '/tags/by-letter/r/#tag:rare', '../by-letter/r/#tag:rare'],
		['/tags/by-letter/', '/tags/by-letter#x', '../by-letter#x'],
		['/', '/rules/a/b/', './rules/a/b/'],
	])('from %s to %s is %s', (from, to, expected) => {
		expect(relativePath(from, to)).toBe(expected);
	});

	it('leads there from any page, under any base', () => {
		const path = fc
			.array(fc.stringMatching(/^[a-zA-Z0-9@()+._-]*[a-z]$/), { maxLength: 5 })
			.map((some) => `/${some.map((one) => `${one}/`).join('')}`);
		fc.assert(
			fc.property(path, path, path, (base, from, to) => {
				const page = `https://rules.example.org${base.slice(0, -1)}${from}`;
				expect(new URL(relativePath(from, to), page).pathname).toBe(base.slice(0, -1) + to);
			}),
		);
	});
});

describe('a folder', () => {
	it('is called like the address that is read', () => {
		expect(folderOf('/d/c%2B%2B/%E8%A7%84%E5%88%99/')).toBe('d/c++/规则');
	});

	it.each(['/d/x/../', '/d/x/./', '/d//x/', '/d/index.html/', '/d/a%2Fb/', '/d/a%5Cb/', '/d/a%00/'])(
		'%s can be none',
		(path) => {
			expect(canBeFolder(path)).toBe(false);
		},
	);

	it.each(['/d/clippy/clippy::x/', '/d/house/x./', '/d/house/a*b/'])('%s can be one, but not on Windows', (path) => {
		const systems = ['linux', 'darwin', 'win32'] as const;
		expect(systems.map((one) => canBeFolder(path, one))).toEqual([true, true, false]);
	});
});

describe('an address of a code without a page', () => {
	const known = ['eslint', 'ESLint', 'code'] as const;

	it.each([
		['/d/eslint/no-foo/', '/', 'eslint', 'no-foo', 'No rule explains ESLint no-foo.'],
		['/d/ESLint/no-foo', '/', 'eslint', 'no-foo', 'No rule explains ESLint no-foo.'],
		['/docs/d/eslint/@a/b/index.html', '/docs/', 'eslint', '@a/b', 'No rule explains ESLint @a/b.'],
		['/d/eslint/%E8%A7%84/', '/', 'eslint', '规', 'No rule explains ESLint 规.'],
		['/d/eslint/%E0%A4%A/', '/', 'eslint', '%E0%A4%A', 'No rule explains ESLint %E0%A4%A.'],
		['/d/eslint/', '/', 'eslint', '', 'No rule explains a code of ESLint.'],
	])('%s below %s asks for %j, %j', (path, base, group, code, words) => {
		const asked = readAskedCode(path, base);
		expect(asked).toEqual({ group, code });
		expect(asked && missingCodeWords(asked, known)).toBe(words);
	});

	it('names a linter that is not known as it was written, and a standard by its family', () => {
		expect(missingCodeWords({ group: 'foo', code: 'F1' }, undefined)).toBe('No rule explains foo F1.');
		expect(missingCodeWords({ group: 'cwe', code: '1' }, ['cwe', 'CWE', 'standard'])).toBe(
			'No rule stands under CWE 1.',
		);
	});

	it.each(['/d/', '/rules/d/x/', '/dx/y/', '/'])('is not %s', (path) => {
		expect(readAskedCode(path, '/')).toBeNull();
	});

	it.each([
		['/Docs/d/biome/noEval/', '/Docs/', '/Docs/d/biome/noeval/'],
		['/d/x/%C3%84/', '/', '/d/x/%C3%A4/'],
		['/d/x/%c3%a4/', '/', null],
		['/d/x/y/', '/', null],
		['/d/%E0%A4%A/', '/', null],
	])('%s below %s is %s in lower case', (path, base, twin) => {
		expect(lowerCaseTwin(path, base)).toBe(twin);
	});
});
