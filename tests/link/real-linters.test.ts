import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { run as commandLine } from '../cli/run.ts';
import { makeProject, type Project, type ServedSite } from './real/project.ts';
import { LINTER_RUNS, reportOf } from './real/runs.ts';
import { type Rulepress, tryRun } from './real/try-run.ts';

// A site is built and linters start: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

// Below a path, which is the stricter case; `npm run linters` tries both, with every command as a process of its own.
const BASE = '/docs/';

let project: Project;
let site: ServedSite;

beforeAll(async () => {
	project = await makeProject();
	site = await project.serve(BASE);
});

afterAll(async () => {
	await site.stop();
	await project.clear();
});

describe('every address in the report of a real linter leads to the rule', () => {
	test.for(LINTER_RUNS)('$linter, $format', async (run, { skip }) => {
		const report = await reportOf(run, project);
		if (report === null && run.from === 'machine') return skip(`${run.linter} is not installed on this machine`);
		expect(report).not.toBeNull();
		const rulepress: Rulepress = (...args) => commandLine(args);
		const { faults } = await tryRun(run, report ?? '', { folder: project.folder, site, rulepress });
		expect(faults).toEqual([]);
	});
});
