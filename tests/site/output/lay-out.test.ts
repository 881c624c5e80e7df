import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hasSpare, layOut } from '../../../src/site/output/lay-out.ts';
import { filesBelow } from '../../../src/site/output/next-files.ts';
import { publish } from '../../../src/site/output/publish.ts';
import { isIntact, readChecked, recordTree, type TreeRecord } from '../../../src/site/output/records.ts';
import { SPARE_RECORD, type Spare } from '../../../src/site/output/spare.ts';

type Files = Readonly<Record<string, string>>;

let root: string;
let out: string;
let home: string;

beforeEach(async () => {
	root = await mkdtemp(join(tmpdir(), 'lay-out-'));
	[out, home] = [join(root, 'dist'), join(root, 'home')];
	mkdirSync(home);
});

afterEach(() => rm(root, { recursive: true, force: true }));

function write(folder: string, files: Files): void {
	for (const [path, text] of Object.entries(files)) {
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), text);
	}
}

function read(folder: string): Files {
	const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
	const paths = entries.map((entry) => join(entry.parentPath, entry.name)).sort();
	return Object.fromEntries(paths.map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]));
}

let stages = 0;

function staged(files: Files): ReturnType<typeof filesBelow> {
	stages += 1;
	const folder = join(root, `stage-${stages}`);
	write(folder, files);
	return filesBelow(folder, 'move');
}

/** Publishes `early`, laid out before, with `late`, which counts where both have a file. */
async function publishedFirst(early: Files, late: Files): Promise<TreeRecord> {
	const pages = staged(early);
	const stage = join(root, 'stage');
	mkdirSync(stage);
	const laid = await layOut(stage, pages);
	const next = new Map([...laid.files, ...staged(late)]);
	const tree = await publish({ out, next, published: null, laid, home });
	// As a build does when it is done.
	await rm(stage, { recursive: true });
	return tree;
}

async function publishedNext(files: Files, before: TreeRecord): Promise<TreeRecord> {
	expect(isIntact(out, before)).toBe(true);
	return publish({ out, next: staged(files), published: before, home });
}

function sumsOf({ files }: TreeRecord): ReadonlyMap<string, string> {
	return new Map(Object.entries(files).map(([path, { hash }]) => [path, hash]));
}

const EARLY = { 'index.html': 'home', 'rules/a/index.html': 'a', 'rules/b/index.html': 'b' };
const LATE = { 'rules.json': '[]', 'rules/b/index.html': 'b of another', 'search/entry': 'entry' };

describe('a site that is laid out before all of it is known', () => {
	it('is published with what came later, and is recorded as it lies there', async () => {
		const tree = await publishedFirst(EARLY, LATE);
		expect(read(out)).toEqual({ ...EARLY, ...LATE });
		expect(tree).toEqual(recordTree(out, sumsOf(tree)));
	});

	it('leaves a spare that is intact and holds the same', async () => {
		await publishedFirst(EARLY, LATE);
		expect(hasSpare(home)).toBe(true);
		const spare = await readChecked<Spare>(join(home, SPARE_RECORD));
		const folder = join(home, spare?.folder ?? '');
		expect(read(folder)).toEqual({ ...EARLY, ...LATE });
		expect(spare !== null && isIntact(folder, spare.tree)).toBe(true);
		expect(existsSync(join(home, spare?.incoming ?? ''))).toBe(false);
	});

	it('is followed by sites that are made of the spare, and have nothing of it that they should not', async () => {
		let last = await publishedFirst(EARLY, LATE);
		const sites: Files[] = [
			{ ...EARLY, ...LATE, 'rules/a/index.html': 'a, edited' },
			{ 'index.html': 'home', rules: 'a file where a folder was' },
			EARLY,
		];
		for (const files of sites) {
			last = await publishedNext(files, last);
			expect(read(out)).toEqual(files);
			expect(last).toEqual(recordTree(out, sumsOf(last)));
		}
	});

	it('shows a change that is made in place, which is one of the spare as well', async () => {
		const tree = await publishedFirst(EARLY, LATE);
		writeFileSync(join(out, 'index.html'), 'HOME');
		const spare = await readChecked<Spare>(join(home, SPARE_RECORD));
		expect(isIntact(out, tree)).toBe(false);
		expect(spare !== null && isIntact(join(home, spare.folder), spare.tree)).toBe(false);
	});

	it('gives way to a spare that another build has left meanwhile', async () => {
		const others = await publish({ out, next: staged(EARLY), published: null, home });
		await publishedNext({ ...EARLY, 'index.html': 'other' }, others);
		const tree = await publishedFirst(EARLY, LATE);
		expect(read(out)).toEqual({ ...EARLY, ...LATE });
		expect(tree).toEqual(recordTree(out, sumsOf(tree)));
	});

	it('is published without a spare when none can be left', async () => {
		const pages = staged(EARLY);
		const stage = join(root, 'stage');
		mkdirSync(stage);
		const laid = await layOut(stage, pages);
		await rm(laid.spare, { recursive: true });
		const tree = await publish({ out, next: laid.files, published: null, laid, home });
		await rm(stage, { recursive: true });
		expect(read(out)).toEqual(EARLY);
		expect(isIntact(out, tree)).toBe(true);
		expect(hasSpare(home)).toBe(false);
	});
});
