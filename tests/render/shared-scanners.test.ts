import { createOnigurumaEngine } from 'shiki';
import { describe, expect, it } from 'vitest';
import { shareScanners } from '../../src/render/shared-scanners.ts';

const engine = await createOnigurumaEngine(import('shiki/wasm'));

describe('scanners', () => {
	it('are made once for the same patterns', () => {
		const made: string[] = [];
		const shared = shareScanners({
			...engine,
			createScanner: (patterns) => {
				made.push(patterns.join(' '));
				return engine.createScanner(patterns);
			},
		});
		for (const patterns of [['a', 'b'], ['a'], ['a', 'b']]) shared.createScanner(patterns);
		expect(made).toEqual(['a b', 'a']);
	});

	it('find the same, whoever used or left them before', () => {
		const shared = shareScanners(engine);
		const patterns = ['b+', '\\Ga', '(?<=a)c'];
		const text = 'aabbacab';
		const own = engine.createString(text);
		for (let start = 0; start <= text.length; start++) {
			const scanner = shared.createScanner(patterns);
			scanner.findNextMatchSync(shared.createString('bbb'), 0, 0);
			const found = scanner.findNextMatchSync(shared.createString(text), start, 0);
			expect(found).toEqual(engine.createScanner(patterns).findNextMatchSync(own, start, 0));
			scanner.dispose?.();
		}
	});
});
