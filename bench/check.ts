/**
 * Runs `rulepress check` over packs, from nothing and again when nothing has changed, and says what a rule costs.
 *
 *     npm run bench -- check [--packs <folder>] [--runs <number>]
 */
import { copyContent } from './harness/content.ts';
import { count, median, millis, seconds, size } from './harness/figures.ts';
import { type Cost, measure } from './harness/measure.ts';
import { readOptions, say } from './harness/options.ts';
import { finish } from './harness/results.ts';
import { inWorkFolder } from './peers/enter.ts';
import { enterRulepress, forgetRulepress, rulepress } from './peers/rulepress.ts';

const options = readOptions();
say(`Some ${Math.ceil(options.runs * 0.7)} minutes for 6,000 rules`);

await inWorkFolder(async (folder) => {
	const content = await copyContent(options.packs, `${folder}/packs`, options.limit);
	await enterRulepress(content, folder);
	// Problems are what it is looked through for: 1 says that there are some.
	const quiet = rulepress(folder, ['check', '--quiet']);
	const check = {
		...quiet,
		program: 'bash',
		args: ['-c', '"$@" || [ $? -eq 1 ]', 'bench', quiet.program, ...quiet.args],
	};
	const empty = { program: process.execPath, args: ['-e', '0'], folder };
	const cold: Cost[] = [];
	const warm: Cost[] = [];
	const nothing: Cost[] = [];
	for (let run = 0; run < options.runs; run++) {
		say(`Run ${run + 1} of ${options.runs}`);
		await forgetRulepress(folder);
		cold.push(await measure(check));
		warm.push(await measure(check));
		nothing.push(await measure(empty));
	}
	const rules = content.rules.length;
	const values: Record<string, number> = { rules, runs: options.runs };
	const line = (name: string, key: string, costs: readonly Cost[]): readonly string[] => {
		const [wall, cpu, memory] = (['wall', 'cpu', 'memory'] as const).map((what) =>
			median(costs.map((cost) => cost[what])),
		);
		if (wall === undefined || cpu === undefined || memory === undefined) throw new Error('A run has no cost');
		values[`${key}.cpu`] = cpu;
		values[`${key}.rule`] = cpu / rules;
		return [name, seconds(wall), seconds(cpu), millis((cpu / rules) * 1000), size(memory)];
	};
	await finish(
		{
			bench: 'check',
			title: `\`rulepress check\` of ${count(rules)} rules`,
			notes: [`Medians of ${options.runs} runs. All of a run counts, the start of Node.js included.`],
			tables: [
				{
					head: ['', 'wall', 'CPU', 'CPU of a rule', 'peak memory'],
					lines: [
						line('cold', 'cold', cold),
						line('nothing changed', 'warm', warm),
						line('Node.js, doing nothing', 'node', nothing),
					],
				},
			],
			values,
		},
		options.record,
	);
});
