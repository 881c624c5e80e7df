import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Config } from '../src/domain/config.ts';
import type { Rule } from '../src/domain/rule.ts';
import { type LivePacks, livePacks } from '../src/live.ts';
import { loadConfig } from '../src/load/config.ts';
import { runPipeline } from '../src/pipeline.ts';
import { changeOf } from '../src/site/dev/changes.ts';

vi.setConfig({ testTimeout: 120_000 });

let root: string;
let config: Config;
let live: LivePacks;

const START: Readonly<Record<string, string>> = {
	'alpha/_sections.md': '# Sections\n\n## 1. Opening (open)\n\n**Impact:** HIGH\n**Description:** Doors.\n',
	'alpha/SKILL.md': '---\nname: alpha\ndescription: First.\n---\n\n# Alpha rules\n',
	'alpha/rules/open-door.md': rule('Open the door', 'See [the other](open-window.md) and ![plan](../plan.png).'),
	'alpha/rules/open-window.md': rule('Open the window', 'See [beta](../../beta/rules/shut-door.md#shut-the-door).'),
	'alpha/rules/keep-key.md': rule('Keep the key', 'Nothing to see.', 'related: open-door\naliases: keep-keys\n'),
	'alpha/plan.png': 'not a real picture',
	'beta/metadata.json': '{ "version": "1.0", "abstract": "Second." }',
	'beta/rules/shut-door.md': rule('Shut the door', 'Nothing to see.', 'conflicts: alpha/open-door\n'),
};

beforeEach(async () => {
	root = await mkdtemp(join(tmpdir(), 'live-'));
	for (const [path, text] of Object.entries(START)) await put(path, text);
	config = await loadConfig(root);
	live = await livePacks(config, () => {});
});

afterEach(() => rm(root, { recursive: true, force: true }));

function rule(title: string, body: string, more = ''): string {
	const code = "**Incorrect (slow):**\n\n```js\na('x');\n```\n\n**Correct (fast):**\n\n```js\nb('x');\n```\n";
	return `---\ntitle: ${title}\nimpact: HIGH\ntags: door, ${title.length}\n${more}---\n\n## ${title}\n\n${body}\n\n${code}`;
}

async function put(path: string, text: string): Promise<void> {
	const file = join(root, 'content', path);
	await mkdir(dirname(file), { recursive: true });
	await writeFile(file, text);
}

/** What the dev server does after a change. */
async function follow(...paths: readonly string[]): Promise<void> {
	const change = await changeOf(
		paths.map((path) => join(root, 'content', path)),
		live,
	);
	if (change.kind === 'nothing') return;
	const read = change.kind === 'rules' ? await live.reread(change.files) : 'more';
	if (read === 'more') await live.rescan(config);
	if (read === 'shown') await live.settle();
}

async function edit(path: string, text: string): Promise<void> {
	await put(path, text);
	await follow(path);
}

function page(id: string): Rule | undefined {
	return live.catalog().rules.find((one) => one.id === id);
}

/** As plain data, once the relations of a whole run have arrived. */
async function expectAsFromNothing(): Promise<void> {
	const fresh = await runPipeline(config, () => {});
	expect(plain(live.findings().diagnostics)).toEqual(plain(fresh.diagnostics));
	expect(plain(live.findings().leftOut)).toEqual(plain(fresh.leftOut));
	live.relate(new Map(fresh.catalog.rules.map((one) => [one.id, one])));
	if (fresh.leftOut.length === 0) expect(plain(live.catalog())).toEqual(plain(fresh.catalog));
}

function plain(value: unknown): unknown {
	return JSON.parse(JSON.stringify(value));
}

describe('the live packs are what a run from nothing would make', () => {
	test('at the start', () => expectAsFromNothing());

	test.each<readonly [string, string, string]>([
		['another text', 'alpha/rules/open-door.md', rule('Open the door', 'Another text.')],
		['another title', 'alpha/rules/open-window.md', rule('Shut the door', 'Text.')],
		['a link that leads nowhere', 'alpha/rules/open-door.md', rule('Open the door', '[gone](gone.md)')],
		['no rule any more', 'beta/rules/shut-door.md', 'Just a text.\n'],
		['an error in its frontmatter', 'beta/rules/shut-door.md', '---\ntitle: `x`\ntags: a\n---\n'],
		['an error in what it says of others', 'alpha/rules/keep-key.md', rule('Keep', 'x', 'conflicts: nobody\n')],
		['an alias that is taken', 'alpha/rules/keep-key.md', rule('Keep', 'x', 'aliases: open-door\n')],
		['a new rule', 'beta/rules/new.md', rule('New', 'x')],
		['a new pack', 'gamma/rules/one.md', rule('One', 'x')],
		['sections', 'alpha/_sections.md', '# Sections\n\n## 1. All (open, keep)\n\n**Impact:** LOW\n'],
		['metadata with an error', 'beta/metadata.json', '{'],
		['a byte for byte copy', 'alpha/rules/shut-door.md', START['beta/rules/shut-door.md'] ?? ''],
	])('after %s', async (_, path, text) => {
		await edit(path, text);
		await expectAsFromNothing();
		await edit(path, START[path] ?? rule('Something else', 'x'));
		await expectAsFromNothing();
	});

	test('after files are gone, renamed and made', async () => {
		await rm(join(root, 'content/alpha/rules/open-window.md'));
		await follow('alpha/rules/open-window.md');
		await expectAsFromNothing();
		await edit('beta/rules/open-window.md', START['alpha/rules/open-window.md'] ?? '');
		await rm(join(root, 'content/alpha/plan.png'));
		await follow('alpha/plan.png');
		await expectAsFromNothing();
		await rm(join(root, 'content/alpha'), { recursive: true });
		await follow('alpha');
		await expectAsFromNothing();
	});

	test('after any edits', async () => {
		const stem = fc.constantFrom('open-door', 'open-window', 'keep-key', 'shut-door', 'new');
		const file = fc.tuple(fc.constantFrom('alpha', 'beta'), stem).map(([pack, name]) => `${pack}/rules/${name}.md`);
		const title = fc.constantFrom('Open the door', 'Shut the door', 'Keep the key');
		const link = stem.map((name) => `See [it](${name}.md) and [that](../../beta/rules/${name}.md).`);
		const more = fc.constantFrom('', 'related: new\n', 'aliases: new\n', 'conflicts: beta/new\n', 'section: Doors\n');
		const good = fc.tuple(title, link, more).map(([name, body, keys]) => rule(name, body, keys));
		const text = fc.oneof({ weight: 6, arbitrary: good }, fc.constantFrom('no rule', '---\ntitle: `\n---\n', ''));
		const step = fc.tuple(file, fc.option(text, { freq: 6 }));
		await fc.assert(
			fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
				for (const [path, content] of steps) {
					if (content === null) await rm(join(root, 'content', path), { force: true });
					else await put(path, content);
					await follow(path);
					await expectAsFromNothing();
				}
			}),
			{ numRuns: 12 },
		);
	});
});

describe('a rule that was good', () => {
	const GOOD = rule('Open the door', 'New text.');
	const BROKEN = '---\ntitle: `x`\n---\n';

	test('stays as it was while it has an error', async () => {
		await edit('alpha/rules/open-door.md', GOOD);
		await edit('alpha/rules/open-door.md', BROKEN);
		expect(live.findings().leftOut.map(({ file }) => file)).toEqual([expect.stringContaining('open-door.md')]);
		expect(page('alpha/open-door')?.html.body).toContain('New text.');
		expect(page('beta/shut-door')?.conflicts).toEqual(['alpha/open-door']);
	});

	test('keeps the links that lead to it', async () => {
		await edit('alpha/rules/open-window.md', BROKEN);
		await edit('alpha/rules/keep-key.md', rule('Keep the key', '[window](open-window.md)'));
		expect(page('alpha/keep-key')?.html.body).toContain('href="../../../rules/alpha/open-window/"');
	});

	test('is gone when its file is no rule, and links to it lead nowhere', async () => {
		await edit('alpha/rules/open-window.md', 'No frontmatter.');
		expect(page('alpha/open-window')).toBeUndefined();
		expect(page('alpha/open-door')?.html.body).toContain('broken-link');
	});

	test('is gone when its file is', async () => {
		await edit('alpha/rules/open-door.md', BROKEN);
		await rm(join(root, 'content/alpha/rules/open-door.md'));
		await follow('alpha/rules/open-door.md');
		expect(page('alpha/open-door')).toBeUndefined();
		expect(live.findings().leftOut.map(({ file }) => file)).not.toContainEqual(expect.stringContaining('open-door'));
	});
});

test('a changed text or title is shown before the rest is looked at; what concerns others with the rest', async () => {
	const path = join(root, 'content/alpha/rules/open-door.md');
	await put('alpha/rules/open-door.md', rule('Open the door', 'Shown at once.'));
	expect(await live.reread([path])).toBe('shown');
	expect(page('alpha/open-door')?.html.body).toContain('Shown at once.');
	await put('alpha/rules/open-door.md', rule('Open a door', 'Shown at once.').replace('door, 11', 'door, 13'));
	expect(await live.reread([path])).toBe('shown');
	expect(page('alpha/open-door')?.title).toBe('Open a door');
	await put('alpha/rules/open-door.md', rule('Open a door', 'Shown at once.', 'aliases: open-gate\n'));
	expect(await live.reread([path])).toBe('settled');
	expect(page('alpha/open-door')?.aliases).toEqual(['alpha/open-gate']);
});

test('a content folder that is gone changes nothing until it is back', async () => {
	const before = live.catalog();
	await rm(join(root, 'content'), { recursive: true });
	await expect(live.rescan(config)).rejects.toThrow('cannot be used');
	expect(live.catalog()).toBe(before);
});
