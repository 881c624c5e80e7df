import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { engineFlags, heapFlag } from '../../src/prepare/engine-flags.ts';

describe('what processes that prepare rules tell V8', () => {
	const cases = [
		[
			'few rules to be checked',
			{ rules: 6_000, render: false, node: '24.21.0' },
			{ lastCompiler: false, small: false },
		],
		[
			'many rules to be checked',
			{ rules: 50_000, render: false, node: '24.21.0' },
			{ lastCompiler: true, small: false },
		],
		[
			'few, where no compiler stands between',
			{ rules: 6_000, render: false, node: '22.18.0' },
			{ lastCompiler: true, small: false },
		],
		['few rules to be rendered', { rules: 1_000, render: true, node: '24.21.0' }, { lastCompiler: false, small: true }],
		['rules to be rendered', { rules: 6_000, render: true, node: '24.21.0' }, { lastCompiler: true, small: true }],
	] as const;

	it.each(cases)('%s', (_, ahead, { lastCompiler, small }) => {
		const flags = engineFlags(ahead);
		expect(flags.includes('--max-opt=2')).toBe(!lastCompiler);
		expect(flags.includes('--heap-growing-percent=40')).toBe(small);
	});

	it.each(cases)('%s: this Node takes it', (_, ahead) => {
		const { status } = spawnSync(process.execPath, [
			...engineFlags({ ...ahead, node: process.versions.node }),
			'-e',
			'0',
		]);
		expect(status).toBe(0);
	});
});

describe('what the process that holds all rules tells V8', () => {
	it('is nothing for a few', () => expect(heapFlag(6_000)).toBeNull());

	it('is something that this Node takes for many', () => {
		const { status } = spawnSync(process.execPath, [heapFlag(50_000) ?? 'none', '-e', '0']);
		expect(status).toBe(0);
	});
});
