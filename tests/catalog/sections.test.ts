import { describe, expect, test } from 'vitest';
import { buildCatalog } from '../../src/catalog/build.ts';
import type { DeclaredSection } from '../../src/domain/parsed.ts';
import { packOf, type RuleSketch, section } from './packs.ts';

/** The sections of one pack as `slug: stems`. */
function arranged(rules: Readonly<Record<string, RuleSketch>>, sections: readonly DeclaredSection[] = []) {
	const { catalog } = buildCatalog([packOf({ source: 'web', rules, sections })]);
	return (catalog.packs[0]?.sections ?? []).map((one) => [
		one.slug,
		one.title,
		one.rules.map((id) => id.slice('web/'.length)).join(' '),
	]);
}

const plain = (...paths: readonly string[]) => Object.fromEntries(paths.map((path) => [path, {}]));

describe('declared sections', () => {
	test('come in their order; the longest prefix wins', () => {
		const sections = [section('Options', 'opt'), section('Async', 'opt-async', 'async'), section('Exact', 'one')];
		const rules = plain(
			'rules/opt-a.md',
			'rules/opt-async-b.md',
			'rules/opt-asynchronous.md',
			'rules/async-c.md',
			'rules/one.md',
		);
		expect(arranged(rules, sections)).toEqual([
			['opt', 'Options', 'opt-a opt-asynchronous'],
			['opt-async', 'Async', 'async-c opt-async-b'],
			['one', 'Exact', 'one'],
		]);
	});

	test('are found whatever the case and the closing hyphen', () => {
		expect(arranged(plain('rules/Mem-a.md', 'rules/mem_b.md', 'rules/memory.md'), [section('Memory', 'mem-')])).toEqual(
			[
				['mem', 'Memory', 'Mem-a mem_b'],
				['other', 'Other', 'memory'],
			],
		);
	});

	test.each(['Memory', 'memory ', 'mem', 'mem-', '2', '2. Memory', 'Section 2'])('by the key section: %j', (name) => {
		const sections = [section('Time', 'time'), section('Memory', 'mem')];
		expect(arranged({ 'rules/a.md': { section: name } }, sections)).toEqual([['mem', 'Memory', 'a']]);
	});

	test('the prefix wins over the key, the key over the folder', () => {
		const sections = [section('Time', 'time'), section('Memory', 'mem'), section('Core', 'core')];
		const rules = {
			'rules/core/time-a.md': { section: 'mem' },
			'rules/core/b.md': { section: 'Memory' },
			'rules/core/c.md': { section: 'unheard of' },
		};
		expect(arranged(rules, sections)).toEqual([
			['time', 'Time', 'time-a'],
			['mem', 'Memory', 'b'],
			['core', 'Core', 'c'],
		]);
	});

	test('without a prefix are found by the words of their title', () => {
		expect(arranged(plain('rules/file-handling-a.md'), [section('File Handling')])).toEqual([
			['file-handling', 'File Handling', 'file-handling-a'],
		]);
	});

	test('with one prefix: the first has the rules', () => {
		expect(arranged(plain('rules/mem-a.md'), [section('Memory', 'mem'), section('More', 'mem')])).toEqual([
			['mem', 'Memory', 'mem-a'],
		]);
	});
});

describe('without a declared section', () => {
	test('the folder tells, then a prefix that several share, then nothing', () => {
		const rules = plain(
			'rules/http/z.md',
			'rules/http/sub/y.md',
			'rules/css-a.md',
			'rules/css-b.md',
			'rules/x-1.md',
			'rules/w.md',
		);
		expect(arranged(rules)).toEqual([
			['css', 'CSS', 'css-a css-b'],
			['http', 'HTTP', 'y z'],
			['other', 'Other', 'w x-1'],
		]);
	});

	test('a folder that all rules share tells nothing', () => {
		expect(arranged(plain('docs/rules/a/x.md', 'docs/rules/b/y.md'))).toEqual([
			['a', 'A', 'x'],
			['b', 'B', 'y'],
		]);
		expect(arranged(plain('docs/rules/x.md', 'docs/rules/y.md'))).toEqual([['other', 'Other', 'x y']]);
	});

	test('slugs are unique and never empty', () => {
		const sections = [section('Memory', 'Mem'), section('Other things', 'other')];
		const rules = plain('rules/Mem-a.md', 'rules/other-b.md', 'rules/+/c.md', 'rules/mem.x/d.md', 'rules/loose.md');
		const slugs = arranged(rules, sections).map(([slug]) => slug);
		expect(new Set(slugs).size).toBe(slugs.length);
		expect(slugs).not.toContain('');
	});
});

test('numbers in stems count as numbers', () => {
	expect(arranged(plain('rules/r-10.md', 'rules/r-2.md', 'rules/r-1b.md', 'rules/r-1.md'))[0]?.[2]).toBe(
		'r-1 r-1b r-2 r-10',
	);
});
