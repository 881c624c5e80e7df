/**
 * Builds made-up packs of growing size, from nothing, and says what a rule costs.
 *
 *     npm run bench -- scale [--runs <number>] [--limit <largest>]
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { diskUse } from './harness/disk.ts';
import { count, digits, median, millis, seconds, size } from './harness/figures.ts';
import { type Cost, measure } from './harness/measure.ts';
import { readOptions, say } from './harness/options.ts';
import { finish } from './harness/results.ts';
import { inWorkFolder } from './peers/enter.ts';
import { enterRulepress } from './peers/rulepress.ts';
import { writeSyntheticPacks } from './synthetic/packs.ts';

const SIZES = [1_000, 5_800, 20_000, 50_000];
const HEAD = [
	'rules',
	'wall',
	'CPU',
	'CPU of a rule',
	'of the cheapest',
	'again, nothing changed',
	'peak memory',
	'memory of a rule',
	'output of a rule',
];

const options = readOptions(false);
const sizes = SIZES.filter((rules) => rules <= (options.limit ?? Number.POSITIVE_INFINITY));
say(`Some ${Math.ceil((sizes.reduce((sum, one) => sum + one, 0) * options.runs) / 8_000)} minutes`);

const costs = new Map<number, { cold: Cost[]; again: Cost[]; bytes: number }>();
const failures = new Map<number, string>();
await inWorkFolder(async (folder) => {
	for (const rules of sizes) {
		const home = join(folder, String(rules));
		const packs = join(home, 'packs');
		await mkdir(packs, { recursive: true });
		await writeSyntheticPacks(packs, rules);
		const ours = await enterRulepress({ folder: packs, rules: [] }, home);
		const cost = { cold: [] as Cost[], again: [] as Cost[], bytes: 0 };
		try {
			for (let run = 0; run < options.runs; run++) {
				say(`${count(rules)} rules, run ${run + 1} of ${options.runs}`);
				await ours.forget();
				cost.cold.push(await measure(ours.build));
				cost.again.push(await measure(ours.build));
				say(`  ${seconds(cost.cold.at(-1)?.cpu ?? 0)} CPU, ${size(cost.cold.at(-1)?.memory ?? 0)}`);
			}
			cost.bytes = (await diskUse(ours.out)).bytes;
			costs.set(rules, cost);
		} catch (error) {
			failures.set(rules, error instanceof Error ? error.message : String(error));
			say(`${count(rules)} rules failed: ${failures.get(rules)}`);
		}
		await ours.forget();
	}
});

const values: Record<string, number> = { runs: options.runs };
const middle = (rules: number, what: 'cold' | 'again', of: 'wall' | 'cpu' | 'memory'): number =>
	median((costs.get(rules)?.[what] ?? []).map((cost) => cost[of]));
const perRule = [...costs.keys()].map((rules) => middle(rules, 'cold', 'cpu') / rules);
const lines = sizes.map((rules): readonly string[] => {
	const cost = costs.get(rules);
	if (cost === undefined) return [count(rules), `failed: ${failures.get(rules)}`];
	const cpu = middle(rules, 'cold', 'cpu');
	const memory = Math.max(middle(rules, 'cold', 'memory'), middle(rules, 'again', 'memory'));
	values[`${rules}.cpu`] = cpu;
	values[`${rules}.memory`] = memory;
	values[`${rules}.wall`] = middle(rules, 'cold', 'wall');
	return [
		count(rules),
		seconds(middle(rules, 'cold', 'wall')),
		seconds(cpu),
		millis((cpu / rules) * 1000),
		`${digits(cpu / rules / Math.min(...perRule))}×`,
		seconds(middle(rules, 'again', 'wall')),
		size(memory),
		size(Math.round(memory / rules)),
		size(Math.round(cost.bytes / rules)),
	];
});
await finish(
	{
		bench: 'scale',
		title: 'What a rule costs, made-up packs of growing size',
		notes: [
			`A cold build; medians of ${options.runs} runs. CPU includes what every build costs, whatever its size: starting, and compiling the templates.`,
		],
		tables: [{ head: HEAD, lines: lines.map((line) => HEAD.map((_, at) => line[at] ?? '')) }],
		values,
	},
	options.record && failures.size === 0,
);
