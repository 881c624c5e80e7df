import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Config } from '../../src/domain/config.ts';
import { runPipeline } from '../../src/pipeline.ts';
import { build } from '../../src/site/build.ts';
import { sampleConfig } from '../sample-catalog.ts';

const PACKS = new URL('../browser/packs', import.meta.url).pathname;

let root: string;
let config: Config;

beforeAll(async () => {
	root = await mkdtemp(join(tmpdir(), 'rebuild-'));
	cpSync(PACKS, join(root, 'content'), { recursive: true });
	config = sampleConfig(root, { site: 'https://rules.example.org', base: '/docs/' });
});

afterAll(() => rm(root, { recursive: true, force: true }));

async function buildInto(out: string, changed: Partial<Config> = {}): Promise<void> {
	const whole = { ...config, ...changed, content: [join(root, 'content')], out: join(root, out) };
	const { catalog } = await runPipeline(whole, () => {});
	await build({ catalog, config: whole, progress: () => {} });
}

/** Every file of a built site with its text. */
function filesOf(out: string): ReadonlyMap<string, string> {
	const folder = join(root, out);
	const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
	const paths = entries.map((entry) => join(entry.parentPath, entry.name)).sort();
	return new Map(paths.map((path) => [path.slice(folder.length + 1), readFileSync(path, 'latin1')]));
}

const rules = 'content/linter-codes/rules';

function edit(file: string, change: (text: string) => string): void {
	const path = join(root, file);
	mkdirSync(dirname(path), { recursive: true });
	writeFileSync(path, change(readFileSync(path, 'utf8')));
}

/** What maintainers do between two builds, one after the other. */
const EDITS: readonly (readonly [does: string, run: () => void])[] = [
	['reword the body of a rule', () => edit(`${rules}/input-no-eval.md`, (text) => `${text}\nOne more sentence.\n`)],
	[
		'rename a rule',
		() => edit(`${rules}/input-no-eval.md`, (text) => text.replace(/^title: .*$/m, 'title: Evaluate nothing')),
	],
	[
		'change an impact',
		() => edit(`${rules}/shell-quote-variables.md`, (text) => text.replace(/^impact: .*$/m, 'impact: LOW')),
	],
	[
		'change tags',
		() => edit(`${rules}/input-parse-numbers.md`, (text) => text.replace(/^tags: .*$/m, 'tags: shell, fresh')),
	],
	[
		'add a rule between two others',
		() =>
			writeFileSync(join(root, rules, 'input-new.md'), '---\ntitle: New\nimpact: HIGH\ntags: fresh\n---\n\nText.\n'),
	],
	[
		'move a rule to another name',
		() => renameSync(join(root, rules, 'input-new.md'), join(root, rules, 'shell-new.md')),
	],
	['rename a section', () => edit(`${rules}/_sections.md`, (text) => text.replace(/^(## \d+\. )\S+/m, '$1Renamed'))],
	[
		'rename a pack',
		() =>
			edit('content/linter-codes/metadata.json', (text) =>
				text.replace(/"technology": "[^"]*"/, '"technology": "Renamed"'),
			),
	],
	[
		'remove a code',
		() => edit(`${rules}/shell-quote-variables.md`, (text) => text.replace(/^linters:\n(?: .*\n)+/m, '')),
	],
	['remove a pack', () => rmSync(join(root, 'content/code-blocks'), { recursive: true })],
];

describe('a build after another one', () => {
	it.each(EDITS)(
		'gives the bytes of a build from nothing: %s',
		async (_, run) => {
			await buildInto('dist');
			run();
			await buildInto('dist');
			rmSync(join(root, 'fresh'), { recursive: true, force: true });
			await buildInto('fresh');
			expect(filesOf('dist')).toEqual(filesOf('fresh'));
		},
		60_000,
	);

	it('renders no page again that shows nothing of what has changed', async () => {
		const page = (path: string): number => statSync(join(root, 'dist', path)).ino;
		const [changed, same] = [
			'rules/linter-codes/input-parse-numbers/index.html',
			'rules/linter-links/unpack-cached/index.html',
		];
		await buildInto('dist');
		const before = [page(changed), page(same)];
		edit(`${rules}/input-parse-numbers.md`, (text) => `${text}\nAnother sentence.\n`);
		await buildInto('dist');
		expect(page(changed)).not.toBe(before[0]);
		expect(page(same)).toBe(before[1]);
	}, 60_000);

	it.each([
		['the title of the site', { title: 'Other rules' }],
		['where sources are edited', { editUrl: 'https://git.example.org/{source}' }],
		['the base', { base: '/other/' }],
	] as const)(
		'shows a change of %s on every page',
		async (_, changed) => {
			await buildInto('dist');
			await buildInto('dist', changed);
			rmSync(join(root, 'fresh'), { recursive: true, force: true });
			await buildInto('fresh', changed);
			expect(filesOf('dist')).toEqual(filesOf('fresh'));
		},
		60_000,
	);
});
