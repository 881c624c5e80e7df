import { digits, millis, ratio, seconds, size } from './harness/figures.ts';
import { markdownTable } from './harness/markdown.ts';
import type { KeptResult } from './harness/results.ts';

/** The figures of one result, by name; one that is not there is not a number. */
type Values = (name: string) => number;

/** What was to be reached, which benchmark says whether it was, and how. */
interface Goal {
	readonly what: string;
	readonly goal: string;
	readonly bench: string;
	readonly measured: (values: Values) => readonly Measured[];
}

/** One figure of a goal, and the most that it may be. */
interface Measured {
	readonly text: string;
	readonly value: number;
	readonly most: number;
}

const SCALE = [1_000, 5_800, 20_000, 50_000];

const GOALS: readonly Goal[] = [
	{
		what: 'cold build, wall',
		goal: '≤ 1/6 of Starlight’s, and not slower than Hugo + Pagefind',
		bench: 'build',
		measured: (of) => [
			share(of('rulepress.wall'), of('starlight.wall'), 1 / 6, 'of Starlight’s'),
			share(of('rulepress.wall'), of('hugo.wall'), 1, 'of Hugo’s'),
		],
	},
	{
		what: 'cold build, CPU',
		goal: '≤ 1/6 of Starlight’s, and not more than Hugo + Pagefind',
		bench: 'build',
		measured: (of) => [
			share(of('rulepress.cpu'), of('starlight.cpu'), 1 / 6, 'of Starlight’s'),
			share(of('rulepress.cpu'), of('hugo.cpu'), 1, 'of Hugo’s'),
		],
	},
	{
		what: 'peak memory',
		goal: '≤ 1/5 of Starlight’s',
		bench: 'build',
		measured: (of) => [share(of('rulepress.memory'), of('starlight.memory'), 1 / 5, 'of Starlight’s')],
	},
	{
		what: 'output, bytes of all files',
		goal: '≤ 1/2 of Starlight’s',
		bench: 'build',
		measured: (of) => [share(of('rulepress.bytes'), of('starlight.bytes'), 1 / 2, 'of Starlight’s')],
	},
	{
		what: 'output, blocks of the disk',
		goal: '≤ 1/2 of Starlight’s',
		bench: 'build',
		measured: (of) => [share(of('rulepress.blocks'), of('starlight.blocks'), 1 / 2, 'of Starlight’s')],
	},
	{
		what: 'one rule edited → whole site published',
		goal: '≤ 3 s, and ≤ 1/10 of the cold build',
		bench: 'edit',
		measured: (of) => {
			const worse = Math.max(of('rulepress.edit.wall'), of('rulepress.title.wall'));
			return [most(worse, 3, seconds), share(worse, of('rulepress.cold.wall'), 1 / 10, 'of the cold build')];
		},
	},
	{
		what: 'nothing changed → build',
		goal: '≤ 2 s',
		bench: 'edit',
		measured: (of) => [most(of('rulepress.same.wall'), 2, seconds)],
	},
	{
		what: 'cost per rule at 1,000 to 50,000 rules',
		goal: 'within 1.3× of each other',
		bench: 'scale',
		measured: (of) => {
			const costs = SCALE.map((rules) => of(`${rules}.cpu`) / rules);
			return [most(Math.max(...costs) / Math.min(...costs), 1.3, (value) => `${digits(value)}×`)];
		},
	},
	{
		what: 'memory at 50,000 rules',
		goal: '≤ 2 GB',
		bench: 'scale',
		measured: (of) => [most(of('50000.memory'), 2e9, size)],
	},
	{
		what: '`check`, CPU per rule',
		goal: '≤ 2 ms cold, ≤ 0.3 ms when nothing changed',
		bench: 'check',
		measured: (of) => [
			most(of('cold.rule') * 1000, 2, (value) => `${millis(value)} cold`),
			most(of('warm.rule') * 1000, 0.3, (value) => `${millis(value)} warm`),
		],
	},
	{
		what: '`dev`: start; edit → page shown',
		goal: '≤ 3 s; ≤ 300 ms',
		bench: 'dev',
		measured: (of) => [
			most(of('rulepress.start'), 3, seconds),
			most(of('rulepress.answered') * 1000, 300, (value) => `${millis(value)} answered`),
			most(of('rulepress.shown') * 1000, 300, (value) => `${millis(value)} on an open page`),
		],
	},
	{
		what: 'home page at 50,000 rules: bytes until the first paint',
		goal: 'nothing grows with the number of rules',
		bench: 'page',
		measured: (of) => {
			const growth = of('home.50000.before') / of('home.1000.before');
			return [most(growth, 1.1, (value) => `${digits(value)}× those at 1,000 rules`)];
		},
	},
	{
		what: 'home page at 50,000 rules: filters',
		goal: '≤ 100 ms',
		bench: 'page',
		measured: (of) => [
			most(of('home.50000.first') * 1000, 100, (value) => `${millis(value)} the first, which loads the index`),
			most(of('home.50000.filter') * 1000, 100, (value) => `${millis(value)} in the middle`),
			most(of('home.50000.worst') * 1000, 100, (value) => `${millis(value)} at worst`),
		],
	},
];

/** All goals as a Markdown table, filled in as far as there are results. */
export function goalsTable(results: ReadonlyMap<string, Pick<KeptResult, 'values'>>): string {
	const lines = GOALS.map(({ what, goal, bench, measured }) => {
		const values = results.get(bench)?.values;
		if (values === undefined) return [what, goal, 'not measured yet', ''];
		const found = measured((name) => values[name] ?? Number.NaN);
		const known = found.every(({ value }) => Number.isFinite(value));
		const reached = found.every(({ value, most: limit }) => value <= limit);
		return [
			what,
			goal,
			found.map(({ text, value }) => (Number.isFinite(value) ? text : '–')).join('; '),
			!known ? '?' : reached ? 'yes' : '**no**',
		];
	});
	return markdownTable(['', 'goal', 'measured', 'reached'], lines, 4);
}

function share(value: number, other: number, limit: number, of: string): Measured {
	return { text: `${ratio(value, other)} ${of}`, value: value / other, most: limit };
}

function most(value: number, limit: number, text: (value: number) => string): Measured {
	return { text: text(value), value, most: limit };
}
