import { fromHtml } from 'hast-util-from-html';
import { toString as textOf } from 'hast-util-to-string';
import { describe, expect, test } from 'vitest';
import { goalsTable } from '../../bench/goals.ts';
import type { KeptResult } from '../../bench/harness/results.ts';
import { chartsOf } from '../../bench/plot/charts.ts';
import { plot } from '../../bench/plot/svg.ts';

const kept = (bench: string, values: Readonly<Record<string, number>>): [string, KeptResult] => [
	bench,
	{ bench, title: '', notes: [], tables: [], values, machine: '', date: '' },
];

describe('the plot', () => {
	test('escapes all text, and says in words what it shows', () => {
		const bar = { name: '<b> & "c"', value: 1, label: "1 'x'", own: false };
		const svg = plot('a < b', [{ title: 'T>', bars: [bar] }]);
		expect(svg).not.toMatch(/<b>|& |"c"|'x'/);
		expect(textOf(fromHtml(svg, { fragment: true, space: 'svg' }))).toContain(`a < b. T>: <b> & "c" 1 'x'.`);
	});

	test('the longest bar fills the room, the others are as long as their share', () => {
		const bars = [10, 5, 0].map((value) => ({ name: 'n', value, label: '', own: value === 5 }));
		const widths = [...plot('t', [{ title: '', bars }]).matchAll(/<rect [^>]*width="(\d+)"/g)].map(([, width]) =>
			Number(width),
		);
		expect(widths).toEqual([520, 260, 1]);
	});

	test('has charts of the results that are there, and bars of who has a figure', () => {
		const build = kept('build', { rules: 10, 'rulepress.wall': 2, 'starlight.wall': 20, 'rulepress.memory': 3e8 });
		expect(chartsOf(new Map([build])).map(({ bars }) => bars.map(({ name, label }) => `${name} ${label}`))).toEqual([
			['Rulepress 2.00 s', 'Starlight 20.0 s'],
			['Rulepress 300 MB'],
		]);
		expect(chartsOf(new Map())).toEqual([]);
	});
});

describe('the table of goals', () => {
	const line = (table: string, what: string) => table.split('\n').find((one) => one.includes(what));
	const edit = { 'rulepress.edit.wall': 2, 'rulepress.title.wall': 2.5, 'rulepress.same.wall': 1 };

	test('says what is not measured', () => {
		expect(line(goalsTable(new Map()), 'nothing changed →')).toContain('not measured yet');
	});

	test('says what is reached: the slower kind of edit counts, and every part of a goal', () => {
		const fast = goalsTable(new Map([kept('edit', { ...edit, 'rulepress.cold.wall': 30 })]));
		expect(line(fast, 'one rule edited')).toMatch(/2\.50 s; 1\/12\.0 of the cold build \| yes/);
		const near = goalsTable(new Map([kept('edit', { ...edit, 'rulepress.cold.wall': 20 })]));
		expect(line(near, 'one rule edited')).toContain('**no**');
		expect(line(near, 'nothing changed →')).toContain('yes');
	});

	test('a figure that is missing is no success', () => {
		expect(line(goalsTable(new Map([kept('edit', edit)])), 'one rule edited')).toMatch(/\| \? \|$/);
	});
});
