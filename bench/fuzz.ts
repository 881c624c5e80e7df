/**
 * Puts mutated rules and reports through parse, render and link, and checks what comes out:
 *
 *     npm run bench -- fuzz [--inputs 10000] [--seed 1] [--from 0] [--corpus <packs>] [--samples <reports>] [--threads 2]
 *     npm run bench -- fuzz --seed 1 --only <number>
 *
 * Prints Markdown: how many inputs of each kind, the slowest, and what is wrong, each with the smallest input that shows it.
 * The same seed, corpus and version repeat a run. Ctrl+C ends it with the figures until then. Ends with 1 when something is wrong.
 */
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runCampaign } from './fuzz/campaign.ts';
import { readCorpus } from './fuzz/corpus.ts';
import { makeInput } from './fuzz/input.ts';
import { makeRunner } from './fuzz/run-input.ts';
import type { Tally } from './fuzz/tally.ts';
import { say } from './harness/options.ts';
import { ROOT } from './harness/project.ts';

const { values } = parseArgs({
	options: {
		inputs: { type: 'string', default: '10000' },
		seed: { type: 'string', default: '1' },
		from: { type: 'string', default: '0' },
		threads: { type: 'string', default: '2' },
		corpus: { type: 'string', default: join(ROOT, '../shared/packs') },
		samples: { type: 'string', default: join(ROOT, '../shared/samples') },
		only: { type: 'string' },
		save: { type: 'string' },
	},
});
const [seed, packs, samples] = [Number(values.seed), resolve(values.corpus), resolve(values.samples)];
const corpus = await readCorpus(packs, samples, say);

if (values.only !== undefined) {
	const input = makeInput(seed, Number(values.only), corpus);
	if (values.save !== undefined) writeFileSync(values.save, input.bytes);
	const run = await makeRunner(() => true);
	const { outcome, findings } = await run(input);
	console.log(`${input.kind}, ${input.mutators.join(' + ')}, ${input.bytes.length} bytes`);
	console.log(`${outcome.result} in ${Math.round(outcome.ms)} ms; ${outcome.faults.join('; ') || 'nothing wrong'}`);
	for (const { smallest } of findings) console.log(JSON.stringify(Buffer.from(smallest, 'base64').toString('utf8')));
	process.exit(findings.length === 0 ? 0 : 1);
}

say(`${corpus.rules.length} rules and ${corpus.reports.length} reports to start from`);
let told = performance.now();
const begun = performance.now();
const stop = new AbortController();
process.once('SIGINT', () => stop.abort());
const tally = await runCampaign({
	...{ seed, packs, samples },
	...{ from: Number(values.from), inputs: Number(values.inputs), threads: Number(values.threads) },
	signal: stop.signal,
	progress: ({ inputs, faults }) => {
		if (performance.now() - told < 15_000) return;
		told = performance.now();
		const kinds = Object.entries(faults).map(([kind, { count }]) => `${kind} ${count}`);
		say(`${inputs} inputs; ${kinds.length === 0 ? 'nothing wrong' : kinds.join(', ')}`);
	},
});
console.log(report(tally));
process.exitCode = Object.keys(tally.faults).length === 0 ? 0 : 1;

function report({ inputs, bytes, mutators, results, slowest, faults }: Tally): string {
	const seconds = Math.round((performance.now() - begun) / 1000);
	const by = (rows: Readonly<Record<string, number>>): string[] =>
		Object.entries(rows)
			.sort(([, a], [, b]) => b - a)
			.map(([name, number]) => `| ${name} | ${number} |`);
	return [
		`${inputs} inputs, ${Math.round(bytes / 1e6)} MB, seed ${seed}, ${seconds} s\n`,
		'| Mutator | Inputs | Pages and linked reports |\n| --- | ---: | ---: |',
		...Object.entries(mutators)
			.sort(([, a], [, b]) => b.inputs - a.inputs)
			.map(([name, row]) => `| ${name} | ${row.inputs} | ${row.good} |`),
		'\n| Result | Inputs |\n| --- | ---: |',
		...by(results),
		'\n| Slowest, CPU ms | Input | Bytes | |\n| ---: | ---: | ---: | --- |',
		...slowest.map(({ ms, number, size, what }) => `| ${Math.round(ms)} | ${number} | ${size} | ${what} |`),
		...Object.entries(faults).flatMap(([kind, { count, first }]) => [
			`\n## ${kind}: ${count}\n`,
			...first.map(
				(one) =>
					`- ${one.number} (${one.kind}, ${one.mutators.join(' + ')}): ${one.fault}\n  ${JSON.stringify(Buffer.from(one.smallest, 'base64').toString('utf8').slice(0, 1500))}`,
			),
		]),
	].join('\n');
}
