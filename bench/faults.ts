/**
 * Builds made-up packs while machines fail: kills, full and read-only disks, harmed caches, wrong clocks, edits of a running
 * development server. Prints a table of fault and outcome, and ends with 1 when any site was torn or any next run was wrong.
 *
 *     npm run bench -- faults [--only kill|disk|refusals|caches|times|dev] [--kills <number>] [--rules <number>] [--no-record]
 *
 * Full and read-only disks are mounted: that takes a Linux machine and its root.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { harmedCaches } from './faults/caches.ts';
import { editedDev } from './faults/dev.ts';
import { fullDisk, refusals } from './faults/disk.ts';
import { killedBuilds } from './faults/kill.ts';
import { freshTree, makeProject } from './faults/project.ts';
import type { Outcome } from './faults/report.ts';
import { timesAndLocks } from './faults/times.ts';
import { say } from './harness/options.ts';
import { finish } from './harness/results.ts';
import { randomFrom } from './synthetic/random.ts';

const { values } = parseArgs({
	options: {
		only: { type: 'string', multiple: true },
		kills: { type: 'string', default: '100' },
		rules: { type: 'string', default: '60' },
		seed: { type: 'string', default: '1' },
		'no-record': { type: 'boolean', default: false },
	},
});
const rules = Number(values.rules);
const folder = await mkdtemp(join(tmpdir(), 'faults-'));
const inFolder = (name: string): string => join(folder, name);
const isRoot = process.platform === 'linux' && process.getuid?.() === 0;

const CAMPAIGNS: Readonly<Record<string, () => Promise<readonly Outcome[]>>> = {
	kill: async () => {
		const random = randomFrom(Number(values.seed));
		return killedBuilds(await makeProject(inFolder('kill'), rules), Number(values.kills), () => random.share());
	},
	disk: async () => (isRoot ? [await fullDisk(inFolder('disk'), rules, 20)] : []),
	refusals: async () => (isRoot ? refusals(inFolder('refusals'), rules) : []),
	caches: async () => {
		const project = await makeProject(inFolder('caches'), rules);
		return harmedCaches(project, await freshTree(project));
	},
	times: async () => timesAndLocks(await makeProject(inFolder('times'), rules)),
	dev: async () => editedDev(await makeProject(inFolder('dev'), rules), Number(values.seed)),
};

const outcomes: Outcome[] = [];
try {
	for (const [name, run] of Object.entries(CAMPAIGNS)) {
		if (values.only !== undefined && !values.only.includes(name)) continue;
		say(name);
		outcomes.push(...(await run()));
	}
} finally {
	await rm(folder, { recursive: true, force: true });
}
const bad = outcomes.reduce((sum, outcome) => sum + outcome.bad, 0);
await finish(
	{
		bench: 'faults',
		title: `Builds of ${rules} rules on machines that fail`,
		notes: [
			`Outcomes that must not be: ${bad}.`,
			'“As fresh” means the same bytes as a build that finds nothing from before.',
			isRoot ? '' : 'Full and read-only disks were left out: they take root.',
		].filter((note) => note !== ''),
		tables: [
			{
				head: ['fault', 'runs', 'exit codes', 'what is served right after', 'next run', 'message'],
				lines: outcomes.map((one) => [one.fault, String(one.runs), one.endings, one.served, one.next, one.message]),
			},
		],
		values: { bad, runs: outcomes.reduce((sum, { runs }) => sum + runs, 0) },
	},
	values.only === undefined && !values['no-record'],
);
process.exitCode = bad === 0 ? 0 : 1;
