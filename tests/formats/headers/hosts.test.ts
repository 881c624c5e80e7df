import { describe, expect, test } from 'vitest';
import { headersOf, KIND_FOLDERS, kindOf, type PathKind } from '../../../src/domain/site-policy.ts';
import { HOSTS, type HostName } from '../../../src/formats/headers/hosts.ts';

const PLACE = { base: '/docs/', site: 'https://rules.example.org', out: '/srv/our rules' };
const names = Object.keys(HOSTS) as HostName[];
const FOREIGN = "default-src 'none'; frame-ancestors 'none'; sandbox";

describe('the kind of a path', () => {
	test.each<[string, PathKind]>([
		['', 'page'],
		['rules/a/b/index.html', 'page'],
		['rules.json', 'page'],
		['pagefind/pagefind-entry.json', 'page'],
		['_astro/page.123.js', 'hashed'],
		['pagefind/fragment/en_1234567.pf_fragment', 'hashed'],
		['_astro', 'page'],
		['pack-files/a/logo.svg', 'foreign'],
		['pack-files-of-us/logo.svg', 'page'],
	])('%s is %s', (path, kind) => {
		expect(kindOf(path)).toBe(kind);
	});
});

describe.each(names)('%s', (name) => {
	const text = HOSTS[name].text(PLACE);

	test('is told every header of a page', () => {
		for (const [header, value] of headersOf('page', true)) {
			const isDefault = header === 'Cache-Control' && HOSTS[name].file === '_headers';
			if (!isDefault) expect(text, header).toMatch(new RegExp(`${header}.*${value.replace(/[()*]/g, '\\$&')}`, 's'));
		}
	});

	test('keeps hashed files for good and locks foreign ones in, below the base', () => {
		for (const folder of Object.values(KIND_FOLDERS).flat()) {
			expect(text.replaceAll('\\', '')).toContain(name === 'caddy' ? ` /${folder}/*` : `/docs/${folder}/`);
		}
		expect(text).toContain('public, max-age=31536000, immutable');
		expect(text).toContain(FOREIGN);
	});

	test('asks for https alone where the site is published so, and nowhere else', () => {
		const asks = (site: string | null) => HOSTS[name].text({ ...PLACE, site }).includes('Strict-Transport-Security');
		expect([PLACE.site, 'http://rules.example.org', null].map(asks)).toEqual([true, false, false]);
	});

	test('names no base where there is none', () => {
		const atRoot = HOSTS[name].text({ ...PLACE, base: '/' });
		expect(atRoot).not.toContain('/docs');
		expect(atRoot).not.toMatch(/[^:]\/\//);
	});
});

test('_headers joins nothing that contradicts itself: one block names a lifetime for a file, at most', () => {
	const blocks = HOSTS.netlify.text(PLACE).split('\n\n');
	expect(blocks.map((block) => [block.split('\n', 1)[0], block.includes('Cache-Control')])).toEqual([
		['/docs/*', false],
		...KIND_FOLDERS.hashed.map((folder) => [`/docs/${folder}/*`, true]),
		['/docs/pack-files/*', false],
	]);
});

test('vercel.json is JSON, and what is told last holds', () => {
	const { headers } = JSON.parse(HOSTS.vercel.text(PLACE)) as { headers: { source: string; headers: object[] }[] };
	expect(headers.at(0)?.source).toBe('/docs/(.*)');
	expect(headers.at(-1)).toEqual({
		source: '/docs/pack-files/(.*)',
		headers: [{ key: 'Content-Security-Policy', value: FOREIGN }],
	});
});

test('nginx gets texts that it may not take for its own syntax in quotes', () => {
	const text = HOSTS.nginx.text({ ...PLACE, base: '/a"b;c/', out: '/srv/x" ;y' });
	expect(text).toContain('alias "/srv/x\\" ;y/";');
	expect(text).toContain('location "/a\\"b;c/" {');
});
