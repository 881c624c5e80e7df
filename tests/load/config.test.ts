import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ConfigError, loadConfig, withOverrides } from '../../src/load/config.ts';

let folder: string;
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'rulepress-config-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function configured(source: string) {
	await writeFile(join(folder, 'rulepress.config.mjs'), source);
	return loadConfig(folder);
}

async function problemsOf(source: string) {
	const error: unknown = await configured(source).catch((reason: unknown) => reason);
	if (!(error instanceof ConfigError)) throw new Error(`no ConfigError for ${source}`);
	return error.problems;
}

test('without a file every default holds', async () => {
	expect(await loadConfig(folder)).toMatchObject({
		root: folder,
		file: null,
		title: 'Rulepress',
		content: [join(folder, 'content')],
		out: join(folder, 'dist'),
		site: null,
		base: '/',
		trusted: [],
		packNames: {},
		rules: {},
		ownContent: true,
		editUrl: null,
		ogImages: false,
		precompress: false,
	});
});

test('a full file sets every key; paths start at the file', async () => {
	const text = `export default {
		title: 'Our rules', description: 'How we write code', content: ['rules', '../shared'], out: 'public/site',
		site: 'https://rules.example.org/', base: 'docs', trusted: ['web'], packNames: { 'a/web': 'web' },
		rules: { 'web/a': { linters: { eslint: ['no-eval'] } } },
		editUrl: 'https://example.org/edit/{source}', ogImages: true, precompress: true,
	}`;
	const config = await configured(text);
	expect(config).toEqual({
		root: folder,
		file: join(folder, 'rulepress.config.mjs'),
		text,
		title: 'Our rules',
		description: 'How we write code',
		content: [join(folder, 'rules'), join(folder, '../shared')],
		out: join(folder, 'public/site'),
		site: 'https://rules.example.org',
		base: '/docs/',
		trusted: ['web'],
		packNames: { 'a/web': 'web' },
		rules: { 'web/a': { linters: { eslint: ['no-eval'] } } },
		ownContent: true,
		editUrl: 'https://example.org/edit/{source}',
		ogImages: true,
		precompress: true,
	});
});

test('an edited file is read anew', async () => {
	expect((await configured("export default { title: 'One' }")).title).toBe('One');
	await new Promise((done) => setTimeout(done, 20));
	expect((await configured("export default { title: 'Two' }")).title).toBe('Two');
});

test('another file can be named, and must be there', async () => {
	await writeFile(join(folder, 'other.mjs'), "export default { content: 'here' }");
	expect((await loadConfig(folder, 'other.mjs')).content).toEqual([join(folder, 'here')]);
	await expect(loadConfig(folder, 'absent.mjs')).rejects.toThrow(/absent\.mjs.*not there/s);
});

describe('what is wrong is said', () => {
	test.each<[source: string, key: string | null, words: RegExp]>([
		['export default { titel: "x" }', 'titel', /`title`/],
		['export default { zzzzzzzz: 1 }', 'zzzzzzzz', /Remove/],
		['export default { title: "" }', 'title', /""/],
		['export default { title: 7 }', 'title', /is 7/],
		['export default { content: [] }', 'content', /empty list/],
		['export default { content: ["a", 3] }', 'content[1]', /is 3/],
		['export default { out: null }', 'out', /null/],
		['export default { out: "." }', 'out', /holds your files/],
		['export default { out: "content" }', 'out', /holds your files/],
		['export default { out: ".." }', 'out', /holds/],
		['export default { site: "rules.example.org" }', 'site', /https/],
		['export default { site: "ftp://example.org" }', 'site', /https/],
		['export default { site: "https://example.org/docs" }', 'site', /base "\/docs"/],
		['export default { site: "https://example.org/?a" }', 'site', /query/],
		['export default { base: "https://example.org/" }', 'base', /path/],
		['export default { base: "/a/../b" }', 'base', /path/],
		['export default { base: "//host" }', 'base', /path/],
		['export default { trusted: "web" }', 'trusted', /list/],
		['export default { packNames: ["web"] }', 'packNames', /object/],
		['export default { packNames: { "a/b": "a/b" } }', 'packNames["a/b"]', /Write "a-b"/],
		['export default { rules: ["web/a"] }', 'rules', /object/],
		['export default { rules: { "web/a": "no-eval" } }', 'rules["web/a"]', /object/],
		['export default { rules: { "web/a": { linter: {} } } }', 'rules["web/a"].linter', /Write `linters`/],
		['export default { rules: { "web/a": { standards: () => 1 } } }', 'rules["web/a"].standards', /text, lists/],
		['export default { rules: { "web/a": { aliases: new Map() } } }', 'rules["web/a"].aliases', /text, lists/],
		[
			'const a = []; a.push(a); export default { rules: { "web/a": { aliases: a } } }',
			'rules["web/a"].aliases',
			/text, lists/,
		],
		['export default { ogImages: "yes" }', 'ogImages', /true or false/],
		['export default { precompress: "br" }', 'precompress', /true or false/],
		['export default { editUrl: "https://example.org/" }', 'editUrl', /\{source\}/],
		['export default []', null, /a list/],
		['export const title = "x"', null, /missing/],
		['export default {', null, /cannot be imported/],
		['throw new Error("no luck")', null, /no luck/],
	])('%s', async (source, key, words) => {
		const problems = await problemsOf(source);
		expect(problems.map((problem) => problem.key)).toEqual([key]);
		expect(problems.map(({ found, expected, fix }) => `${found}; ${expected}; ${fix}`).join()).toMatch(words);
	});

	test('all problems at once, with the file', async () => {
		await expect(configured('export default { titel: 1, base: 2 }')).rejects.toThrow(
			/rulepress\.config\.mjs.*titel.*base/s,
		);
	});
});

describe('the command line wins', () => {
	test('over every key it may set', async () => {
		const config = withOverrides(await loadConfig(folder), {
			content: ['/somewhere/packs'],
			out: '/elsewhere/site',
			site: 'http://localhost:8080/',
			base: '/docs',
		});
		expect(config).toMatchObject({
			content: ['/somewhere/packs'],
			ownContent: false,
			out: '/elsewhere/site',
			site: 'http://localhost:8080',
			base: '/docs/',
		});
	});

	test('and leaves alone what it does not name', async () => {
		const config = await loadConfig(folder);
		expect(withOverrides(config, { content: [] })).toEqual(config);
	});

	test.each([{ site: 'javascript:alert(1)' }, { base: '?x' }, { out: '/' }])('but not with %j', async (overrides) => {
		const config = await loadConfig(folder);
		expect(() => withOverrides(config, overrides)).toThrow(ConfigError);
	});
});
