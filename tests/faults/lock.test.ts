import { mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { exclusively, place } from '../../src/site/output/lock.ts';
import { makeStage } from '../../src/site/output/stage.ts';

vi.setConfig({ testTimeout: 60_000 });

let folder: string;

beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'lock-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

const HOUR = 3_600_000;

test.each<[string, (lock: string) => void, boolean]>([
	['of a process that has ended', (lock) => writeFileSync(lock, `999999999 1 ${place()} x`), true],
	[
		'with a number that another process has by now',
		(lock) => writeFileSync(lock, `${process.pid} 1 ${place()} x`),
		process.platform === 'linux',
	],
	['that is empty', (lock) => writeFileSync(lock, ''), true],
	['of another program', (lock) => writeFileSync(lock, 'locked!'), true],
	['that is a folder', (lock) => mkdirSync(join(lock, 'inside'), { recursive: true }), true],
])('a lock %s, from the past or the future, is passed over', async (_, leave, applies) => {
	if (!applies) return;
	for (const hours of [-1000, 0, 1000]) {
		const lock = join(folder, 'lock');
		leave(lock);
		const time = new Date(Date.now() + hours * HOUR);
		utimesSync(lock, time, time);
		expect(await exclusively(folder, async () => 'done')).toBe('done');
		expect(readdirSync(folder)).toEqual([]);
	}
});

test('a lock that is held keeps others waiting, however old it looks', async () => {
	const order: string[] = [];
	let release = (): void => {};
	const held = new Promise<void>((resolve) => {
		release = resolve;
	});
	const first = exclusively(folder, async () => {
		order.push('first');
		const time = new Date(Date.now() - 1000 * HOUR);
		utimesSync(join(folder, 'lock'), time, time);
		await held;
		order.push('first ends');
	});
	while (order.length === 0) await new Promise(setImmediate);
	const others = ['second', 'third'].map((name) => exclusively(folder, async () => order.push(name)));
	for (let turn = 0; turn < 50; turn++) await new Promise(setImmediate);
	expect(order).toEqual(['first']);
	release();
	await Promise.all([first, ...others]);
	expect(order.slice(0, 2)).toEqual(['first', 'first ends']);
	expect(readdirSync(folder)).toEqual([]);
});

test('work that fails gives the lock back', async () => {
	await expect(exclusively(folder, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
	expect(readdirSync(folder)).toEqual([]);
});

test('a lock that somebody else has taken in the meantime is not given back', async () => {
	const lock = join(folder, 'lock');
	await exclusively(folder, async () => writeFileSync(lock, 'another'));
	expect(readFileSync(lock, 'utf8')).toBe('another');
});

test('a stage that a killed build has left is removed by the next one; those in use stay', async () => {
	const stage = await makeStage(folder);
	const home = join(stage.pages, '../..');
	const [own = ''] = readdirSync(home).filter((name) => name.startsWith('site-'));
	const left = own.replace(/-\d+-.*/, '-999999999-left');
	// In a container every run may have the same number.
	const namesake = own.replace(/-[^-]*$/, '-left');
	for (const name of [left, namesake]) mkdirSync(join(home, name, 'pages'), { recursive: true });
	const second = await makeStage(folder);
	const names = readdirSync(home);
	await Promise.all([stage.clear(), second.clear()]);
	expect(names).toContain(own);
	expect(names).not.toContain(left);
	expect(names).not.toContain(namesake);
});
