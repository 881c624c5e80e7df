import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { makeProject, type Project, type ServedSite } from './real/project.ts';
import { LINTER_RUNS, reportOf } from './real/runs.ts';
import { tryRun } from './real/try-run.ts';

// Two sites are built and linters start: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

let project: Project;
let sites: readonly ServedSite[] = [];

beforeAll(async () => {
	project = await makeProject();
	sites = await Promise.all(['/', '/docs/'].map((base) => project.serve(base)));
});

afterAll(async () => {
	await Promise.all(sites.map(({ stop }) => stop()));
	await project.clear();
});

describe('every address in the report of a real linter leads to the rule', () => {
	test.concurrent.for(LINTER_RUNS)('$linter, $format', async (run, { skip }) => {
		const report = await reportOf(run, project);
		if (report === null && run.from === 'machine') return skip(`${run.linter} is not installed on this machine`);
		expect(report).not.toBeNull();
		// One format of each linter is tried below both bases, to save time: `npm run linters` tries them all.
		const first = LINTER_RUNS.find(({ linter }) => linter === run.linter) === run;
		const tried = await Promise.all(sites.slice(first ? 0 : 1).map((site) => tryRun(run, report ?? '', project, site)));
		expect(tried.flatMap(({ faults }) => faults)).toEqual([]);
	});
});
