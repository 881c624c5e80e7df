// npm run linters: runs every linter that this machine has on sources with findings, links the reports to a site that is
// built and served here, below / and below /docs/, and opens every address that is printed.
// Exit codes: 0 all lead to their rules, 1 some do not, 2 no linter is installed or the site cannot be built.
import { makeProject, type ServedSite } from '../tests/link/real/project.ts';
import { LINTER_RUNS, reportOf } from '../tests/link/real/runs.ts';
import { type Rulepress, tryRun } from '../tests/link/real/try-run.ts';

const project = await makeProject();
const rulepress: Rulepress = async (...args) => {
	const { code, stderr } = await project.rulepress(...args);
	return { code, err: stderr };
};
const sites: ServedSite[] = [];
const missing = new Set<string>();
let [tried, failed] = [0, 0];

try {
	for (const base of ['/', '/docs/']) sites.push(await project.serve(base));
	for (const run of LINTER_RUNS) {
		const report = await reportOf(run, project);
		if (report === null) {
			missing.add(run.linter);
			continue;
		}
		for (const site of sites) {
			const { followed, reached, faults } = await tryRun(run, report, { folder: project.folder, site, rulepress });
			tried += 1;
			if (faults.length > 0) failed += 1;
			const verdict = faults.length === 0 ? 'ok    ' : 'FAILED';
			const [name, path] = [`${run.linter} ${run.format}`.padEnd(26), new URL(site.url).pathname.padEnd(7)];
			console.log(`${verdict} ${name} ${path} ${followed.length} addresses → ${reached.join(', ')}`);
			for (const fault of faults) console.log(`         ${fault}`);
		}
	}
	if (missing.size > 0) console.log(`Not installed: ${[...missing].join(', ')}`);
	console.log(`${tried} reports linked, ${failed} with faults`);
	process.exitCode = failed > 0 ? 1 : tried === 0 ? 2 : 0;
} catch (error) {
	console.error(error);
	process.exitCode = 2;
} finally {
	await Promise.all(sites.map(({ stop }) => stop()));
	await project.clear();
}
