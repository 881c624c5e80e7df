import { createHash } from 'node:crypto';
import { chmod, mkdir, rename, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Config } from '../../src/domain/config.ts';
import { wording } from '../../src/domain/diagnostics.ts';
import { ContentFolderError, loadPacks } from '../../src/load/packs.ts';
import { configFor, folderWith, rule, rulesAt } from './folders.ts';

async function load(root: string, overrides: Partial<Config> = {}) {
	const { packs, diagnostics } = await loadPacks(configFor(root, overrides), root);
	return {
		packs,
		diagnostics,
		names: Object.fromEntries(packs.map((pack) => [pack.folder, pack.name])),
		said: diagnostics.map((one) => `${one.code} ${one.file}: ${wording(one).found}. ${wording(one).fix}`),
	};
}

test('a pack with everything a pack may have', async () => {
	const root = await folderWith({
		...rulesAt('content/web/rules/b.md', 'content/web/rules/a.md'),
		'content/web/SKILL.md': '# Web',
		'content/web/metadata.json': '{}',
		'content/web/rules/_sections.md': '## 1. A (a)',
		'content/web/assets/x.png': '',
	});
	const { packs, diagnostics } = await load(root, { trusted: ['web'] });
	expect(diagnostics).toEqual([]);
	expect(packs).toHaveLength(1);
	expect(packs[0]).toMatchObject({
		name: 'web',
		folderName: 'web',
		folder: 'content/web',
		absolute: join(root, 'content/web'),
		source: 'web',
		trusted: true,
		sections: { source: 'web/rules/_sections.md', text: '## 1. A (a)' },
		metadata: { source: 'web/metadata.json' },
		skill: { source: 'web/SKILL.md' },
		files: ['SKILL.md', 'assets/x.png', 'metadata.json', 'rules/_sections.md', 'rules/a.md', 'rules/b.md'],
	});
	const text = rule('content/web/rules/a.md');
	expect(packs[0]?.rules.map((one) => one.source)).toEqual(['web/rules/a.md', 'web/rules/b.md']);
	expect(packs[0]?.rules[0]).toEqual({
		file: 'content/web/rules/a.md',
		absolute: join(root, 'content/web/rules/a.md'),
		source: 'web/rules/a.md',
		text,
		digest: createHash('sha256').update(text).digest('hex'),
		fault: null,
	});
});

test('the same rules, whether the folder holds one pack, many, or collections', async () => {
	const root = await folderWith(rulesAt('all/group/web/rules/a.md'));
	for (const folder of ['all', 'all/group', 'all/group/web', 'all/group/web/rules']) {
		const { packs } = await load(root, { content: [join(root, folder)] });
		expect(packs.map((pack) => [pack.name, pack.rules.length])).toEqual([['web', 1]]);
	}
});

test('bytes: a mark is dropped, CRLF stays, what is not UTF-8 has its place', async () => {
	const root = await folderWith({
		'content/web/a.md': `\ufeff${rule('A').replaceAll('\n', '\r\n')}`,
		'content/web/b.md': Buffer.concat([Buffer.from('---\ntitle: caf'), Buffer.from([0xe9]), Buffer.from('\n---\n')]),
	});
	const [a, b] = (await load(root)).packs[0]?.rules ?? [];
	expect(a).toMatchObject({ text: rule('A').replaceAll('\n', '\r\n'), fault: null });
	expect(b?.fault).toEqual({ kind: 'not-utf8', offset: 14, line: 2, column: 11 });
});

describe('names', () => {
	test('the first pack of a name keeps it, a later one gets that of its collection', async () => {
		const root = await folderWith(rulesAt('content/a/web/rules/x.md', 'content/b/c/Web/rules/x.md'));
		const { names, said } = await load(root);
		expect(names).toEqual({ 'content/a/web': 'web', 'content/b/c/Web': 'b-Web' });
		expect(said).toEqual([
			'pack-renamed content/b/c/Web/rules/x.md: The pack name "Web" is taken by content/a/web; this one is called "b-Web". ' +
				'Pin the name for good in rulepress.config.mjs: packNames: { "b/c/Web": "b-Web" }',
		]);
	});

	test('content folders come in the order given', async () => {
		const root = await folderWith(rulesAt('one/web/x.md', 'two/web/x.md'));
		const folders = [join(root, 'two'), join(root, 'one')];
		expect((await load(root, { content: folders })).names).toEqual({ 'two/web': 'web', 'one/web': 'one-web' });
	});

	test('a content folder that is a pack gets the name of the folder above', async () => {
		const root = await folderWith(rulesAt('one/web/rules/x.md', 'two/web/rules/x.md'));
		const { names, said } = await load(root, { content: [join(root, 'one/web'), join(root, 'two/web')] });
		expect(names).toEqual({ 'one/web': 'web', 'two/web': 'two-web' });
		expect(said.join()).toContain('packNames: { "two/web": "two-web" }');
	});

	test('nearer folders, then numbers, when that is taken too', async () => {
		const root = await folderWith(
			rulesAt('content/0/web/x.md', 'content/a/1/web/x.md', 'content/a/2/web/x.md', 'content/a/2/z/2/web/x.md'),
		);
		expect(Object.values((await load(root)).names)).toEqual(['web', 'a-web', '2-web', 'z-web']);
		const alike = await folderWith(rulesAt('a/a/web/x.md', 'a/a/a/web/x.md', 'a/a/a/a/web/x.md', 'a/a/a/a/a/web/x.md'));
		const { names } = await load(alike, { content: [join(alike, 'a')] });
		expect(Object.values(names).sort()).toEqual(['a-web', 'a-web-2', 'a-web-3', 'web']);
	});

	test('a made-up name never takes that of another pack', async () => {
		const root = await folderWith(rulesAt('content/a/web/x.md', 'content/b/web/x.md', 'content/c/b-web/x.md'));
		expect(Object.values((await load(root)).names)).toEqual(['web', 'content-web', 'b-web']);
	});

	test('a pinned name wins over the order', async () => {
		const root = await folderWith(rulesAt('content/a/web/x.md', 'content/b/web/x.md'));
		const { names } = await load(root, { packNames: { './b/web/': 'web', 'a/web': 'old-web' } });
		expect(names).toEqual({ 'content/a/web': 'old-web', 'content/b/web': 'web' });
	});

	test('a pin without a pack is reported where the config has it, unless other folders are looked at', async () => {
		const root = await folderWith(rulesAt('content/a/web/x.md'));
		const text = "export default {\n\tcontent: 'content',\n\tpackNames: { 'a/web': 'web', 'a/wep': 'wep' },\n};\n";
		const config = { file: join(root, 'config.mjs'), text, packNames: { 'a/web': 'web', 'a/wep': 'wep' } };
		const { diagnostics } = await load(root, config);
		expect(diagnostics).toMatchObject([
			{
				code: 'pack-name-unused',
				file: 'config.mjs',
				place: { line: 3, column: 31 },
				args: { folder: 'a/wep', near: 'a/web' },
			},
		]);
		expect((await load(root, { ...config, ownContent: false })).diagnostics).toEqual([]);
	});

	test('what a warning tells to pin keeps the names when the order changes', async () => {
		const root = await folderWith(rulesAt('one/web/x.md', 'two/web/x.md'));
		const [first, second] = [join(root, 'one'), join(root, 'two')];
		const { diagnostics } = await load(root, { content: [first, second] });
		expect(diagnostics.map((one) => one.args)).toMatchObject([{ source: 'two/web', given: 'two-web' }]);
		const pinned = await load(root, { content: [second, first], packNames: { 'two/web': 'two-web' } });
		expect(pinned.names).toEqual({ 'one/web': 'web', 'two/web': 'two-web' });
		expect(pinned.diagnostics).toEqual([]);
	});

	test('signs that an address cannot hold become hyphens', async () => {
		const root = await folderWith(rulesAt('content/(quality)/x.md', 'content/a b#c/x.md'));
		expect(Object.values((await load(root)).names)).toEqual(['(quality)', 'a-b-c']);
	});
});

describe('content folders', () => {
	test('that overlap or are given twice bring every rule once', async () => {
		const root = await folderWith(rulesAt('content/a/rules/x.md', 'content/b/rules/y.md'));
		const content = ['content/a/rules', 'content', 'content', 'content/b'].map((folder) => join(root, folder));
		const { packs, diagnostics } = await load(root, { content });
		expect(packs.map((pack) => [pack.name, pack.rules.length])).toEqual([
			['a', 1],
			['b', 1],
		]);
		expect(diagnostics).toEqual([]);
	});

	test('that hold no pack are no error', async () => {
		const root = await folderWith({ 'content/notes.txt': '' });
		expect(await loadPacks(configFor(root), root)).toEqual({ packs: [], diagnostics: [] });
	});

	test('that are not there, or are files, are one', async () => {
		const root = await folderWith({ file: '' });
		await expect(load(root)).rejects.toThrow(ContentFolderError);
		await expect(load(root)).rejects.toThrow('The content folder content cannot be used: it is not there');
		await expect(load(root, { content: [join(root, 'file')] })).rejects.toThrow('it is not a folder');
	});

	test('are searched without the folders of tools and without the built site', async () => {
		const root = await folderWith(
			rulesAt('.git/a/x.md', 'node_modules/b/x.md', 'dist/c/x.md', '.claude/skills/d/x.md', 'sub/node_modules/e/x.md'),
		);
		expect(Object.values((await load(root, { content: [root] })).names)).toEqual(['d']);
	});
});

describe.skipIf(process.platform === 'win32')('links and permissions', () => {
	test('a link out of the content folder is not followed, and said', async () => {
		const root = await folderWith({ ...rulesAt('content/web/a.md', 'outside/b.md'), 'outside/secret.png': '' });
		await symlink(join(root, 'outside/b.md'), join(root, 'content/web/b.md'));
		await symlink(join(root, 'outside'), join(root, 'content/web/more'));
		await symlink(join(root, 'outside/secret.png'), join(root, 'content/web/image.png'));
		await symlink('nowhere.md', join(root, 'content/web/c.md'));
		const { packs, diagnostics } = await load(root);
		expect(packs[0]?.files).toEqual(['a.md']);
		expect(diagnostics.map((one) => [one.code, one.file, one.args])).toEqual([
			['file-unreadable', 'content/web/b.md', { reason: 'its symbolic link leaves the content folder' }],
			['file-unreadable', 'content/web/c.md', { reason: 'its symbolic link leads nowhere' }],
			['file-unreadable', 'content/web/more', { reason: 'its symbolic link leaves the content folder' }],
		]);
	});

	test('links inside: a file counts where the link stands, a folder once', async () => {
		const root = await folderWith(rulesAt('content/a/x.md', 'content/b/y.md'));
		await symlink('../a/x.md', join(root, 'content/b/x.md'));
		await symlink('../a', join(root, 'content/b/again'));
		await symlink('..', join(root, 'content/b/loop'));
		await symlink('circle', join(root, 'content/b/circle'));
		const { packs, diagnostics } = await load(root);
		expect(packs.map((pack) => pack.rules.map((one) => one.source))).toEqual([['a/x.md'], ['b/x.md', 'b/y.md']]);
		expect(diagnostics).toEqual([]);
	});

	test('a content folder may itself be a link', async () => {
		const root = await folderWith(rulesAt('real/web/x.md'));
		await symlink('real', join(root, 'content'));
		expect((await load(root)).names).toEqual({ 'content/web': 'web' });
	});

	test.skipIf(process.getuid?.() === 0)('what may not be read has a fault or a diagnostic', async () => {
		const root = await folderWith(rulesAt('content/web/a.md', 'content/web/b.md', 'content/shut/c.md'));
		await chmod(join(root, 'content/web/b.md'), 0);
		await chmod(join(root, 'content/shut'), 0);
		const { packs, said } = await load(root);
		await chmod(join(root, 'content/shut'), 0o700);
		expect(packs[0]?.rules[1]?.fault).toEqual({ kind: 'unreadable', reason: 'permission denied' });
		expect(said.join()).toContain('file-unreadable content/shut: The file cannot be read: permission denied');
	});
});

test('paths are relative to the working folder only when it is near', async () => {
	const root = await folderWith(rulesAt('content/web/a.md'));
	await mkdir(join(root, 'a/b/c/d'), { recursive: true });
	const fileFrom = async (folder: string) =>
		(await loadPacks(configFor(root), join(root, folder))).packs[0]?.rules[0]?.file;
	expect(await fileFrom('a')).toBe('../content/web/a.md');
	expect(await fileFrom('a/b/c/d')).toBe(join(root, 'content/web/a.md').replaceAll('\\', '/'));
});

test('moving a content folder changes nothing but the paths', async () => {
	const root = await folderWith(rulesAt('content/web/a.md', 'content/api/references/b.md'));
	const before = await load(root);
	await rename(join(root, 'content'), join(root, 'moved'));
	const after = await load(root, { content: [join(root, 'moved')] });
	const kept = (run: typeof before) =>
		run.packs.map((pack) => [pack.name, pack.source, pack.rules.map((r) => r.digest)]);
	expect(kept(after)).toEqual(kept(before));
});
