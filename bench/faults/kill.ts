import { appendFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { build, ended, filesOf, freshTree, isSame, leftovers, type Project, startBuild, treeOf } from './project.ts';
import { type Outcome, servedAs, tally } from './report.ts';
import { watchSite } from './watch.ts';

/**
 * Builds again and again, each time with one rule changed, and kills each build with SIGKILL at a random moment of its time.
 * All the while a reader looks at the site. After each kill the next run must yield what a fresh build does.
 */
export async function killedBuilds(project: Project, runs: number, random: () => number): Promise<readonly Outcome[]> {
	await build(project);
	const rule = filesOf(project.content).find((file) => /\/rules\/[^_].*\.md$/.test(file)) ?? '';
	const began = performance.now();
	appendFileSync(rule, '\nA sentence for the first time.\n');
	await build(project);
	const time = performance.now() - began;
	const served: string[] = [];
	const endings: string[] = [];
	let wrong = 0;
	let left = 0;
	let restored = 0;
	let torn = 0;
	let gaps = 0;
	let looks = 0;
	for (let run = 0; run < runs; run++) {
		const before = treeOf(project.out);
		appendFileSync(rule, `\nSentence number ${run}.\n`);
		const watch = await watchSite(project.out);
		const child = startBuild(project);
		const ending = ended(child);
		await Promise.race([wait(time * 1.1 * random()), ending]);
		child.kill('SIGKILL');
		endings.push(String((await ending).code));
		const seen = await watch.stop();
		const found = treeOf(project.out);
		const next = await build(project);
		const fresh = treeOf(project.out);
		served.push(servedAs(found, before, fresh));
		restored += Number(next.err.includes('holds the last good one again'));
		left += Number(leftovers(project).length > 0);
		torn += seen.torn;
		gaps += seen.gaps;
		looks += seen.looks;
		// A fresh build takes long: the bytes of a run are compared with one every tenth time, and at the end.
		const isCompared = run % 10 === 9 || run === runs - 1;
		const isWrong = next.code !== 0 || (isCompared && !isSame(fresh, await freshTree(project)));
		wrong += Number(isWrong);
	}
	const bad = served.filter((what) => what === 'TORN').length + wrong + left + torn;
	return [
		{
			fault: 'kill -9 at a random moment of a build',
			runs,
			endings: tally(endings),
			served: `${tally(served)}; a reader looked ${looks} times: torn ${torn}, no site ${gaps}`,
			next: wrong === 0 ? `as fresh; the last site put back ${restored} times` : `WRONG ${wrong}`,
			message: left === 0 ? 'nothing left behind' : `LEFT BEHIND ${left}`,
			bad,
		},
	];
}
