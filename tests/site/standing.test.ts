import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Config } from '../../src/domain/config.ts';
import { inputsKey, readInputs } from '../../src/inputs.ts';
import { runPipeline } from '../../src/pipeline.ts';
import { build } from '../../src/site/build.ts';
import { standing } from '../../src/site/standing.ts';
import { sampleConfig } from '../sample-catalog.ts';

const PACKS = new URL('../browser/packs', import.meta.url).pathname;
const PIXEL = Buffer.from(
	'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
	'base64',
);
const RULE = 'content/linter-codes/rules/input-no-eval.md';
const REPORT = { rules: 11 };

let root: string;
let config: Config;

beforeAll(async () => {
	root = await mkdtemp(join(tmpdir(), 'standing-'));
	cpSync(PACKS, join(root, 'content'), { recursive: true });
	put('content/linter-codes/images/seen.png', PIXEL);
	put('content/linter-codes/images/unseen.png', PIXEL);
	put('public/robots.txt', 'of the project');
	change(RULE, (text) => `${text}\n![Seen](../images/seen.png)\n`);
	git('init', '-q');
	git('add', '-A');
	git('commit', '-q', '-m', 'x');
	config = { ...sampleConfig(root), content: [join(root, 'content')] };
	await buildAll(config);
}, 120_000);

afterAll(() => rm(root, { recursive: true, force: true }));

function git(...args: readonly string[]): void {
	const names = { GIT_AUTHOR_NAME: 'A', GIT_AUTHOR_EMAIL: 'a@b', GIT_COMMITTER_NAME: 'A', GIT_COMMITTER_EMAIL: 'a@b' };
	execFileSync('git', ['-C', root, ...args], { env: { ...process.env, ...names }, stdio: 'pipe' });
}

function put(file: string, content: string | Uint8Array): void {
	mkdirSync(dirname(join(root, file)), { recursive: true });
	writeFileSync(join(root, file), content);
}

function change(file: string, by: (text: string) => string): void {
	put(file, by(readFileSync(join(root, file), 'utf8')));
}

async function keyOf(asked: Config, options: unknown): Promise<string> {
	return inputsKey(asked, await readInputs(asked, () => {}), options);
}

async function buildAll(asked: Config): Promise<void> {
	const { catalog } = await runPipeline(asked, () => {});
	const occasion = { key: await keyOf(asked, null), report: REPORT };
	await build({ catalog, config: asked, progress: () => {}, occasion });
}

async function stands(changed: Partial<Config> = {}, options: unknown = null): Promise<boolean> {
	const asked = { ...config, ...changed };
	return (await standing(asked, await keyOf(asked, options))) !== null;
}

it('tells what has been built, and its report, while nothing has changed', async () => {
	const found = await standing(config, await keyOf(config, null));
	expect(found?.report).toEqual(REPORT);
	expect(found?.result.out).toBe(config.out);
	expect(found?.result.pages).toBeGreaterThan(20);
});

it('does not mind when a file was written, only what it holds', async () => {
	utimesSync(join(root, RULE), new Date(), new Date());
	change('content/linter-codes/images/unseen.png', () => 'an image that no page shows');
	expect(await stands()).toBe(true);
});

/** What is changed, in which file, and what that holds then; null for a file that is gone. */
const CHANGES: readonly (readonly [what: string, file: string, content: string | null])[] = [
	['one byte of a rule', RULE, '---\ntitle: Other\n---\n\nText.\n'],
	['the sections of a pack', 'content/linter-codes/rules/_sections.md', '## 1. Other (input)\n'],
	['the metadata of a pack', 'content/linter-codes/metadata.json', '{ "technology": "Other" }'],
	['an image that a rule shows', 'content/linter-codes/images/seen.png', 'other bytes'],
	['a new rule', 'content/linter-codes/rules/input-new.md', '---\ntitle: New\nimpact: LOW\ntags: new\n---\n\nText.\n'],
	['a new file, to which a link may lead', 'content/linter-codes/notes.txt', 'notes'],
	['a file of the project’s own', 'public/robots.txt', 'other'],
	['a new file of the project’s own', 'public/deep/new.txt', 'new'],
	['a removed rule', RULE, null],
	['a removed image', 'content/linter-codes/images/seen.png', null],
	['a removed file of the project’s own', 'public/robots.txt', null],
];

describe('is nothing to go by after a change of', () => {
	it.each(CHANGES)('%s, until it is undone', async (_, file, content) => {
		const path = join(root, file);
		const kept = `${root}-kept`;
		const isThere = CHANGES.some(([what, one]) => one === file && !what.startsWith('a new'));
		if (isThere) renameSync(path, kept);
		if (content !== null) put(file, content);
		expect(await stands()).toBe(false);
		rmSync(path, { force: true });
		if (isThere) renameSync(kept, path);
		if (file === 'public/deep/new.txt') rmSync(dirname(path), { recursive: true });
		expect(await stands()).toBe(true);
	});

	it.each<[string, Partial<Config>]>([
		['title', { title: 'Other' }],
		['base', { base: '/other/' }],
		['names of packs', { packNames: { 'linter-codes': 'other' } }],
		['rules', { rules: { 'linter-codes/input-no-eval': { tags: 'x' } } }],
		['trust', { trusted: ['linter-codes'] }],
		['text, in which places are looked for', { text: '\n' }],
		['output folder', { out: '/nowhere' }],
	])('the config: %s', async (_, changed) => {
		expect(await stands(changed)).toBe(false);
	});

	it('what else the command was given', async () => {
		expect(await stands({}, { skipInvalid: true })).toBe(false);
	});

	it('the commit, by which rules are dated', async () => {
		git('commit', '-q', '--allow-empty', '-m', 'y');
		expect(await stands()).toBe(false);
		git('reset', '-q', '--soft', 'HEAD~1');
		expect(await stands()).toBe(true);
	});
});

describe('is nothing to go by once somebody has meddled with the output:', () => {
	it.each([
		['a file changed', (out: string) => writeFileSync(join(out, 'index.html'), 'changed')],
		['a file removed', (out: string) => rmSync(join(out, '404.html'))],
		['a file added', (out: string) => writeFileSync(join(out, 'rules', 'new.html'), 'new')],
		['all of it removed', (out: string) => rmSync(out, { recursive: true })],
	])('%s', { timeout: 60_000 }, async (_, meddle) => {
		meddle(config.out);
		expect(await stands()).toBe(false);
		await buildAll(config);
		expect(await stands()).toBe(true);
	});
});
