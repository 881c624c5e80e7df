import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { swapIn } from '../../../src/site/output/swap.ts';

let home: string;

beforeEach(async () => {
	home = await mkdtemp(join(tmpdir(), 'rulepress-stage-'));
});

afterEach(() => rm(home, { recursive: true, force: true }));

async function write(files: Readonly<Record<string, string>>): Promise<void> {
	for (const [path, text] of Object.entries(files)) {
		await mkdir(join(home, path, '..'), { recursive: true });
		await writeFile(join(home, path), text);
	}
}

describe('swapIn', () => {
	it('puts the finished folder in the place of the old one and leaves nothing beside it', async () => {
		await write({ 'finished/index.html': 'new', 'out/index.html': 'old', 'out/gone.html': 'old' });
		await swapIn(join(home, 'finished'), join(home, 'out'));
		expect(await readdir(home)).toEqual(['out']);
		expect(await readdir(join(home, 'out'))).toEqual(['index.html']);
		expect(await readFile(join(home, 'out/index.html'), 'utf8')).toBe('new');
	});

	it('makes the folders above an output that is not there yet', async () => {
		await write({ 'finished/index.html': 'new' });
		await swapIn(join(home, 'finished'), join(home, 'a/b/out'));
		expect(await readdir(join(home, 'a/b'))).toEqual(['out']);
	});

	it('keeps the old output when there is nothing to put in its place', async () => {
		await write({ 'out/index.html': 'old' });
		await expect(swapIn(join(home, 'missing'), join(home, 'out'))).rejects.toThrow('ENOENT');
		expect(await readdir(home)).toEqual(['out']);
		expect(await readFile(join(home, 'out/index.html'), 'utf8')).toBe('old');
	});
});
