import { mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { severityOf } from '../../src/domain/diagnostics.ts';
import { loadConfig } from '../../src/load/config.ts';
import { runPipeline } from '../../src/pipeline.ts';
import { run } from './run.ts';

const HERE = process.cwd();
const RULE = '---\ntitle: A rule\ntags: a\n---\n\nText.\n';

let folder: string;

beforeEach(async () => {
	folder = await realpath(await mkdtemp(join(tmpdir(), 'new-')));
	process.chdir(folder);
});

afterEach(async () => {
	process.chdir(HERE);
	await rm(folder, { recursive: true });
});

async function files(contents: Readonly<Record<string, string>>): Promise<void> {
	for (const [file, text] of Object.entries(contents)) {
		await mkdir(dirname(file), { recursive: true });
		await writeFile(file, text);
	}
}

const create = (...argv: readonly string[]) => run(['new', ...argv], { pipeline: runPipeline });

describe('where the file goes', () => {
	test.each<[string, Record<string, string>, string, string]>([
		['a new pack, no content folder yet', {}, 'p/close-it', 'content/p/rules/close-it.md'],
		['a new pack beside others', { 'content/q/rules/a.md': RULE }, 'p/close-it', 'content/p/rules/close-it.md'],
		['a pack with rules/', { 'content/p/rules/a.md': RULE }, 'p/b', 'content/p/rules/b.md'],
		['a pack with references/', { 'content/p/references/a.md': RULE }, 'p/b', 'content/p/references/b.md'],
		[
			'a pack deep in a collection',
			{ 'content/skills/x/p/SKILL.md': '---\nname: p\n---\n', 'content/skills/x/p/reference/a.md': RULE },
			'p/b',
			'content/skills/x/p/reference/b.md',
		],
	])('%s', async (_, existing, id, file) => {
		await files(existing);
		expect(await create(id)).toMatchObject({ code: 0, out: `Created ${file}\n`, err: '' });
		expect(await readFile(file, 'utf8')).toContain('**Incorrect (');
	});

	test('--content names another content folder', async () => {
		expect((await create('p/b', '--content', 'other')).out).toBe('Created other/p/rules/b.md\n');
	});
});

describe('what the file holds', () => {
	test('title, impact and tags; both examples', async () => {
		await create('p/close-it', '--title', 'Close it: "now" #1', '--impact', 'medium high', '--tags', 'c, ,memory');
		expect(await readFile('content/p/rules/close-it.md', 'utf8')).toMatch(
			/^---\ntitle: .*\nimpact: MEDIUM-HIGH\ntags: c, memory\n---\n\n## Close it: "now" #1\n/,
		);
	});

	test.each([
		[[]],
		[['--title', '# yes: [no] `x` <b> {{y}} %']],
		[['--title', 'null']],
		[['--impact', 'LOW', '--tags', '2086,null,c++']],
	])('with %j check finds nothing to warn of', async (options) => {
		await create('p/close-what-you-open', ...options);
		const { catalog, diagnostics } = await runPipeline(await loadConfig(folder), () => {});
		expect(diagnostics.filter(({ code }) => severityOf(code) !== 'info')).toEqual([]);
		expect(catalog.rules[0]).toMatchObject({
			id: 'p/close-what-you-open',
			title: options[0] === '--title' ? options[1] : 'Close what you open',
			examples: [{ kind: 'incorrect' }, { kind: 'correct' }],
		});
	});
});

describe('what is refused', () => {
	test.each([
		['the same file', 'content/p/rules/b.md', 'p/b'],
		['another case', 'content/p/rules/B.md', 'p/b'],
		['another folder of the pack', 'content/p/rules/sub/b.md', 'p/b'],
	])('an id that is there: %s', async (_, existing, id) => {
		await files({ 'content/p/rules/a.md': RULE, [existing]: RULE.replace('A rule', 'Other') });
		const { code, err } = await create(id);
		expect(code).toBe(1);
		expect(err).toContain(`${id} is there already: ${existing}`);
		expect(await readFile(existing, 'utf8')).toContain('Other');
	});

	test('a name that fits no declared section; nothing is left behind', async () => {
		await files({
			'content/p/rules/_sections.md': '# Sections\n\n## 1. Memory (mem)\n\n**Impact:** HIGH\n',
			'content/p/rules/mem-a.md': RULE,
		});
		const { code, err } = await create('p/b');
		expect(code).toBe(1);
		expect(err).toContain('section-undeclared');
		expect(err).toContain('Nothing was created');
		await expect(readFile('content/p/rules/b.md')).rejects.toThrow('ENOENT');
		expect((await create('p/mem-b')).code).toBe(0);
	});

	test('another pack inside a content folder that is a pack', async () => {
		await files({ 'content/rules/a.md': RULE });
		const { code, err } = await create('p/b');
		expect(code).toBe(2);
		expect(err).toContain('write content/b');
	});
});
