import { describe, expect, test, vi } from 'vitest';
import { ruleOf, tagsOf } from '../../bench/harness/content.ts';
import { count, digits, median, millis, ratio, seconds, size } from '../../bench/harness/figures.ts';
import { fillPlace, markdownTable, places } from '../../bench/harness/markdown.ts';
import { sampleOf } from '../../bench/harness/processes.ts';
import { takeTurns } from '../../bench/harness/turns.ts';
import { hugoText } from '../../bench/peers/hugo.ts';
import { starlightText } from '../../bench/peers/starlight.ts';

describe('figures', () => {
	test.each([
		[[3], 3],
		[[9, 1, 5], 5],
		[[4, 1, 2, 10], 3],
	])('the median of %j is %d', (values, middle) => {
		expect(median(values)).toBe(middle);
	});

	test('there is no median of nothing', () => {
		expect(() => median([])).toThrow('no values');
	});

	test.each([
		[digits(0.012345), '0.0123'],
		[digits(1.234), '1.23'],
		[digits(12.34), '12.3'],
		[digits(1234.5), '1235'],
		[digits(0), '0'],
		[seconds(2.345), '2.35 s'],
		[seconds(185.04), '185.0 s'],
		[millis(0.2871), '0.287 ms'],
		[size(999), '999 B'],
		[size(17_240), '17.2 kB'],
		[size(5_000_000_000), '5.00 GB'],
		[count(50_000), '50,000'],
		[ratio(31, 185), '1/5.97'],
		[ratio(185, 31), '5.97×'],
		[ratio(0, 31), '–'],
	])('%s', (written, expected) => {
		expect(written).toBe(expected);
	});
});

describe('Markdown', () => {
	test('a table has the first column left and the others right, and a cell cannot break it', () => {
		expect(markdownTable(['', 'wall'], [['a | b', '1\n2']])).toBe('|  | wall |\n| --- | --: |\n| a \\| b | 1 2 |');
	});

	test('what stands in a place is replaced, and what is around it stays', () => {
		const text = 'before\n<!-- bench:edit -->\nold\n<!-- /bench:edit -->\nafter';
		expect(places(text)).toEqual(['edit']);
		const filled = fillPlace(text, 'edit', 'new');
		expect(filled).toBe('before\n<!-- bench:edit -->\n\nnew\n\n<!-- /bench:edit -->\nafter');
		expect(fillPlace(filled, 'edit', 'new')).toBe(filled);
		expect(() => fillPlace(text, 'build', 'new')).toThrow('bench:build');
	});
});

test('a process is read from /proc whatever its name is, and only when it is of the session', () => {
	const fields = [
		'S',
		'1',
		'7',
		'7',
		'0',
		'-1',
		'0',
		'0',
		'0',
		'0',
		'0',
		'150',
		'25',
		'0',
		'0',
		'20',
		'0',
		'3',
		'0',
		'99',
		'4000',
		'500',
	];
	const line = `42 (a) b) ${fields.join(' ')}`;
	expect(sampleOf(42, line, 7)).toEqual({ pid: 42, cpu: 1.75, memory: 500 * 4096 });
	expect(sampleOf(42, line, 8)).toBeNull();
});

test('contestants take turns, and one that fails takes nobody down', async () => {
	const said = vi.spyOn(console, 'error').mockImplementation(() => {});
	const order: string[] = [];
	const { results, failures } = await takeTurns([{ name: 'a' }, { name: 'b' }], 2, async ({ name }, run) => {
		order.push(`${name}${run}`);
		if (name === 'a' && run === 1) throw new Error('no memory');
		return run;
	});
	expect(said.mock.calls.flat().join('\n')).toContain('a failed: no memory');
	said.mockRestore();
	expect(order).toEqual(['a0', 'b0', 'a1', 'b1']);
	expect([...results]).toEqual([['b', [0, 1]]]);
	expect([...failures]).toEqual([['a', 'no memory']]);
});

describe('rules for others', () => {
	const text =
		'---\ntitle: Close "it"\ntags: c++, files\nsidebar: none\n---\n\n![plan](plan.png) ![far](https://example.org/a.png) {{< x >}}\n';
	const rule = ruleOf('pack', 'close', 'pack/rules/close.md', text);

	test.each(['no frontmatter', '---\ntags: a\n---\n', '---\ntitle: `a\n---\n', '---\ntitle:\n---\n'])(
		'%j is no rule',
		(other) => {
			expect(ruleOf('pack', 'stem', 'pack/stem.md', other)).toBeNull();
		},
	);

	test('Starlight gets neither keys that mean something else to it nor pictures that are not there', () => {
		const made = rule === null ? '' : starlightText(rule);
		expect(made).toContain('title: "Close \\"it\\""\n');
		expect(made).not.toContain('sidebar');
		expect(made).toContain('plan ![far](https://example.org/a.png)');
	});

	test('Hugo gets tags as a list, and no shortcodes', () => {
		expect(rule && tagsOf(rule)).toEqual(['c++', 'files']);
		const made = rule === null ? '' : hugoText(rule);
		expect(made).toContain('tags:\n  - "c++"\n  - "files"\n');
		expect(made).not.toContain('{{<');
	});
});
