/**
 * Builds the site of the same packs with Rulepress, Starlight and Hugo, each from nothing: no cache, no earlier output.
 *
 *     npm run bench -- build [--packs <folder>] [--runs <number>]
 */
import { type DiskUse, diskUse } from './harness/disk.ts';
import { count, median, ratio, seconds, size } from './harness/figures.ts';
import { type Cost, measure } from './harness/measure.ts';
import { readOptions, say } from './harness/options.ts';
import { finish } from './harness/results.ts';
import { takeTurns } from './harness/turns.ts';
import { keyOf } from './peers/contestant.ts';
import { enterAll, inWorkFolder } from './peers/enter.ts';

const HEAD = [
	'',
	'wall',
	'CPU',
	'peak memory',
	'output',
	'on disk',
	'pages',
	'wall ÷ ours',
	'CPU ÷ ours',
	'memory ÷ ours',
	'output ÷ ours',
];

const options = readOptions();
say(`Some ${5 * options.runs} minutes for 6,000 rules: ${options.runs} runs of each`);

await inWorkFolder(async (folder) => {
	const { content, contestants, absent } = await enterAll(options, folder);
	const sizes = new Map<string, DiskUse>();
	const { results, failures } = await takeTurns(contestants, options.runs, async (contestant) => {
		await contestant.forget();
		const cost = await measure(contestant.build);
		const use = await diskUse(contestant.out);
		sizes.set(contestant.name, use);
		say(`  ${seconds(cost.wall)} wall, ${seconds(cost.cpu)} CPU, ${size(cost.memory)}, ${count(use.pages)} pages`);
		return cost;
	});
	const values: Record<string, number> = { rules: content.rules.length, runs: options.runs };
	const ours = summary(results.get('Rulepress') ?? [], sizes.get('Rulepress'));
	const lines = contestants.map((contestant) => {
		const { name } = contestant;
		const one = summary(results.get(name) ?? [], sizes.get(name));
		if (one === null) return [name, `failed: ${failures.get(name)}`];
		for (const [what, value] of Object.entries(one)) values[`${keyOf(contestant)}.${what}`] = value;
		const { wall, cpu, memory, bytes, blocks, pages } = one;
		const own = [seconds(wall), seconds(cpu), size(memory), size(bytes), size(blocks), count(pages)];
		if (ours === null || name === 'Rulepress') return [name, ...own, '', '', '', ''];
		return [name, ...own, ...([`wall`, 'cpu', 'memory', 'bytes'] as const).map((what) => ratio(one[what], ours[what]))];
	});
	const missing = [...absent].map(([name, reason]) => [name, `absent: ${reason}`]);
	await finish(
		{
			bench: 'build',
			title: `A cold build of ${count(content.rules.length)} rules, search index included`,
			notes: [
				`${contestants.map(({ version }) => version).join('; ')}.`,
				`Medians of ${options.runs} runs, in turns.`,
				'CPU and memory are those of all processes of a build: memory is the largest sum of resident bytes, looked at every 100 ms.',
				'Output is the bytes of all files, “on disk” the blocks that they take.',
			],
			tables: [{ head: HEAD, lines: [...lines, ...missing].map((line) => HEAD.map((_, at) => line[at] ?? '')) }],
			values,
		},
		options.record && results.has('Rulepress'),
	);
});

function summary(costs: readonly Cost[], use: DiskUse | undefined) {
	if (costs.length === 0 || use === undefined) return null;
	const of = (what: 'wall' | 'cpu' | 'memory') => median(costs.map((cost) => cost[what]));
	return {
		wall: of('wall'),
		cpu: of('cpu'),
		memory: of('memory'),
		bytes: use.bytes,
		blocks: use.blocks,
		pages: use.pages,
	};
}
