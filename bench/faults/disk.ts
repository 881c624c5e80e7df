import { execFileSync } from 'node:child_process';
import { appendFileSync, chmodSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import {
	build,
	type Circumstances,
	filesOf,
	freshTree,
	isSame,
	leftovers,
	makeProject,
	type Project,
	treeOf,
} from './project.ts';
import { isPlain, messageOf, type Outcome, servedAs, tally } from './report.ts';

const MEGABYTE = 1_000_000;
const NOBODY = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'];

/** Changes every rule, so that the next build has something to write everywhere. */
function editAll(project: Project, word: string): void {
	for (const file of filesOf(project.content))
		if (/\/rules\/[^_].*\.md$/.test(file)) appendFileSync(file, `\n${word}.\n`);
}

/** Builds of a project on a disk of its own that is full at one moment or another. */
export async function fullDisk(folder: string, rules: number, steps: number): Promise<Outcome> {
	mkdirSync(folder);
	const size = (bytes: number): string => `size=${Math.ceil(bytes / 1024)}k`;
	execFileSync('mount', ['-t', 'tmpfs', '-o', size(600 * MEGABYTE), 'tmpfs', folder]);
	try {
		const project = await makeProject(join(folder, 'project'), rules);
		await build(project);
		const used = (): number => Number(execFileSync('df', ['-B1', '--output=used', folder]).toString().split('\n')[1]);
		const start = used();
		editAll(project, 'To see what a build needs');
		await build(project);
		const needed = Math.max(used() - start, MEGABYTE) * 2;
		return await repeated(project, 'the disk is full', steps, {
			before: async (step) => {
				const free = (needed * (step + 0.5)) / steps;
				execFileSync('mount', ['-o', `remount,${size(used() + free)}`, folder]);
			},
			after: async () => execFileSync('mount', ['-o', `remount,${size(600 * MEGABYTE)}`, folder]),
		});
	} finally {
		execFileSync('umount', [folder]);
	}
}

interface Fault {
	readonly before: (step: number) => Promise<unknown>;
	readonly after: () => Promise<unknown>;
	readonly circumstances?: (step: number) => Circumstances;
}

async function repeated(project: Project, fault: string, steps: number, how: Fault): Promise<Outcome> {
	const results: { code: string; served: string; message: string }[] = [];
	let wrong = 0;
	let left = 0;
	let unplain = 0;
	for (let step = 0; step < steps; step++) {
		editAll(project, `${fault} ${step}`);
		const before = treeOf(project.out);
		await how.before(step);
		const ending = await build(project, how.circumstances?.(step)).finally(how.after);
		const found = treeOf(project.out);
		left += Number(leftovers(project).length > 0);
		unplain += Number(ending.code !== 0 && !isPlain(ending));
		const next = await build(project);
		const after = treeOf(project.out);
		wrong += Number(next.code !== 0 || !isSame(after, await freshTree(project)));
		results.push({
			code: String(ending.code),
			served: servedAs(found, before, after),
			message: messageOf(ending)
				.replaceAll(project.folder, '…')
				.replace(/\/site-\S+?\//, '/site-…/'),
		});
	}
	const torn = results.filter(({ served }) => served === 'TORN' || served === 'none').length;
	return {
		fault,
		runs: steps,
		endings: tally(results.map(({ code }) => code)),
		served: tally(results.map(({ served }) => served)),
		next: `${wrong === 0 ? 'as fresh' : `WRONG ${wrong}`}${left === 0 ? '' : `; LEFT BEHIND ${left}`}`,
		message: results.find(({ message }) => message !== '')?.message ?? '',
		bad: torn + wrong + left + unplain,
	};
}

/** Places that may not be written, and limits that are too small. */
export async function refusals(folder: string, rules: number): Promise<readonly Outcome[]> {
	const project = await makeProject(folder, rules);
	await build(project);
	const given = (mode: number, paths: readonly string[]) => async (): Promise<void> => {
		for (const path of paths) chmodSync(path, mode);
	};
	execFileSync('chown', ['-R', '65534:65534', folder]);
	execFileSync('chmod', ['755', join(folder, '..')]);
	const asNobody = (): Circumstances => ({ through: NOBODY });
	const own = async (): Promise<unknown> => execFileSync('chown', ['-R', '65534:65534', folder]);
	const mounted = async (): Promise<void> => {
		execFileSync('mount', ['--bind', folder, folder]);
		execFileSync('mount', ['-o', 'remount,bind,ro', folder]);
	};
	const shell = (limit: string) => (): Circumstances => ({ through: ['sh', '-c', `${limit}; exec "$0" "$@"`] });
	const none = async (): Promise<void> => {};
	return [
		await repeated(project, 'the project is on a read-only file system', 1, {
			before: mounted,
			after: async () => execFileSync('umount', [folder]),
		}),
		await repeated(project, 'the folder of the output may not be written', 1, {
			before: async () => own().then(given(0o555, [folder])),
			after: given(0o755, [folder]),
			circumstances: asNobody,
		}),
		await repeated(project, '.rulepress may not be written', 1, {
			before: async () => own().then(given(0o555, [join(folder, '.rulepress')])),
			after: given(0o755, [join(folder, '.rulepress')]),
			circumstances: asNobody,
		}),
		await repeated(project, 'no cache may be written', 1, {
			before: async () => own().then(given(0o000, [project.cache])),
			after: given(0o755, [project.cache]),
			circumstances: asNobody,
		}),
		await repeated(project, 'no file may be larger than 8 kB', 1, {
			before: none,
			after: none,
			circumstances: shell('ulimit -f 16; trap "" XFSZ'),
		}),
		await repeated(project, 'no more than 40 open files', 1, {
			before: none,
			after: none,
			circumstances: shell('ulimit -n 40'),
		}),
		await unreadable(project, own),
	];
}

async function unreadable(project: Project, own: () => Promise<unknown>): Promise<Outcome> {
	const rules = filesOf(project.content).filter((file) => /\/rules\/[^_].*\.md$/.test(file));
	const before = treeOf(project.out);
	const [rule = ''] = rules;
	await own();
	chmodSync(rule, 0o000);
	const stopped = await build(project, { through: NOBODY });
	const untouched = isSame(treeOf(project.out), before);
	const skipped = await build(project, { through: NOBODY, args: ['--skip-invalid'] });
	const without = treeOf(project.out);
	chmodSync(rule, 0o644);
	const next = await build(project);
	const isRight = next.code === 0 && isSame(treeOf(project.out), await freshTree(project));
	const others = without !== null && before !== null && without.size < before.size && skipped.code === 0;
	const named = stopped.err.includes('file-unreadable') && stopped.err.includes('permission denied');
	rmSync(`${project.folder}-fresh`, { recursive: true, force: true });
	return {
		fault: 'a rule file may not be read',
		runs: 2,
		endings: `${stopped.code}; with --skip-invalid ${skipped.code}`,
		served: `${untouched ? 'the last site' : 'TORN'}; with --skip-invalid all other rules${others ? '' : ' MISSING'}`,
		next: isRight ? 'as fresh' : 'WRONG',
		message: named ? 'file-unreadable … permission denied' : stopped.err.slice(0, 100),
		bad: [untouched, others, isRight, named, stopped.code === 1].filter((good) => !good).length,
	};
}
