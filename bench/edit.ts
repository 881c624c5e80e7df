/**
 * Edits one rule and publishes the whole site again, search included; and publishes once more when nothing has changed.
 * Everyone begins with the caches of a build. Each run edits another rule.
 *
 *     npm run bench -- edit [--packs <folder>] [--runs <number>]
 */
import { readFile, writeFile } from 'node:fs/promises';
import { type BenchRule, type Content, editedRule, markedSentence } from './harness/content.ts';
import { count, median, ratio, seconds } from './harness/figures.ts';
import { type Cost, measure } from './harness/measure.ts';
import { readOptions, say } from './harness/options.ts';
import { finish } from './harness/results.ts';
import { takeTurns } from './harness/turns.ts';
import { type Contestant, edit, keyOf } from './peers/contestant.ts';
import { enterAll, inWorkFolder } from './peers/enter.ts';

/** What changes before a build. */
interface Change {
	readonly key: string;
	readonly what: string;
	readonly make: (contestant: Contestant, content: Content, run: number) => Promise<void>;
}

const CHANGES: readonly Change[] = [
	{
		key: 'edit',
		what: 'a sentence added to a rule',
		make: (contestant, content, run) => edit(contestant, editedRule(content, run), markedSentence(run)),
	},
	{
		key: 'title',
		what: 'a rule renamed and tagged anew',
		make: (contestant, content, run) => rename(contestant, editedRule(content, run + 50), run),
	},
	{ key: 'same', what: 'nothing changed', make: async () => {} },
];
const HEAD = ['', 'what', 'wall', 'CPU', 'of its cold build', 'wall ÷ ours', 'CPU ÷ ours'];

const options = readOptions();
say(
	`Some ${5 + 9 * options.runs} minutes for 6,000 rules: a cold build of each, then ${options.runs} runs of three kinds`,
);

await inWorkFolder(async (folder) => {
	const { content, contestants, absent } = await enterAll(options, folder);
	const cold = new Map<string, Cost>();
	const { results, failures } = await takeTurns(contestants, options.runs, async (contestant, run) => {
		if (run === 0) {
			await contestant.forget();
			cold.set(contestant.name, await measure(contestant.build));
		}
		const costs: Cost[] = [];
		for (const { what, make } of CHANGES) {
			await make(contestant, content, run);
			const cost = await measure(contestant.build);
			say(`  ${what}: ${seconds(cost.wall)} wall, ${seconds(cost.cpu)} CPU`);
			costs.push(cost);
		}
		return costs;
	});
	const values: Record<string, number> = { rules: content.rules.length, runs: options.runs };
	const middle = (name: string, at: number, what: 'wall' | 'cpu'): number | null => {
		const runs = results.get(name);
		return runs === undefined ? null : median(runs.map((costs) => costs[at]?.[what] ?? Number.NaN));
	};
	const lines = contestants.flatMap((contestant) => {
		const { name } = contestant;
		return CHANGES.map(({ key, what }, at) => {
			const [wall, cpu, before] = [middle(name, at, 'wall'), middle(name, at, 'cpu'), cold.get(name)?.wall];
			if (wall === null || cpu === null || before === undefined) return [name, what, `failed: ${failures.get(name)}`];
			values[`${keyOf(contestant)}.${key}.wall`] = wall;
			values[`${keyOf(contestant)}.${key}.cpu`] = cpu;
			values[`${keyOf(contestant)}.cold.wall`] = before;
			const own = [name, what, seconds(wall), seconds(cpu), ratio(wall, before)];
			const [ours, oursCpu] = [middle('Rulepress', at, 'wall'), middle('Rulepress', at, 'cpu')];
			if (name === 'Rulepress' || ours === null || oursCpu === null) return own;
			return [...own, ratio(wall, ours), ratio(cpu, oursCpu)];
		});
	});
	await finish(
		{
			bench: 'edit',
			title: `One of ${count(content.rules.length)} rules edited, and the whole site published`,
			notes: [
				`${contestants.map(({ version }) => version).join('; ')}.`,
				`Medians of ${options.runs} runs, in turns; each edits another rule. From the start of the command to its end, caches warm.`,
				...[...absent].map(([name, reason]) => `${name} is absent: ${reason}.`),
			],
			tables: [{ head: HEAD, lines: lines.map((line) => HEAD.map((_, at) => line[at] ?? '')) }],
			values,
		},
		options.record && results.has('Rulepress'),
	);
});

/** Changes what other pages show of a rule. */
async function rename(contestant: Contestant, rule: BenchRule, run: number): Promise<void> {
	const file = contestant.file(rule);
	const text = await readFile(file, 'utf8');
	const renamed = text.replace(/^title:.*(?:\n[ \t]+.*)*$/m, `title: Renamed for the benchmark, run ${run}`);
	const tagged = renamed.replace(/^tags:.*(?:\n(?:[ \t]+|- ).*)*$/m, `tags: [benchmark, run-${run}]`);
	if (tagged === text) throw new Error(`${file} has no title to change`);
	await writeFile(file, tagged);
}
