/**
 * What no build can do without: reading every file, highlighting every fence once, writing as many files with as many bytes as
 * the site has. All on one thread, beside a cold build of the same packs.
 *
 *     npm run bench -- floor [--packs <folder>]
 */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { loadConfig, withOverrides } from '../src/load/config.ts';
import { loadPacks } from '../src/load/packs.ts';
import { grammarOf } from '../src/parse/languages.ts';
import { createHighlighter } from '../src/render/highlight.ts';
import { type BenchRule, copyContent } from './harness/content.ts';
import { count, ratio, seconds } from './harness/figures.ts';
import { measure } from './harness/measure.ts';
import { readOptions, say } from './harness/options.ts';
import { CACHE } from './harness/project.ts';
import { finish } from './harness/results.ts';
import { inWorkFolder } from './peers/enter.ts';
import { enterRulepress } from './peers/rulepress.ts';

interface Step {
	readonly wall: number;
	readonly cpu: number;
}

const options = readOptions();
say('Some 3 minutes for 6,000 rules');

await inWorkFolder(async (folder) => {
	const content = await copyContent(options.packs, join(folder, 'packs'), options.limit);
	const ours = await enterRulepress(content, folder);
	const config = withOverrides(await loadConfig(CACHE), { content: [content.folder] });
	const reading = await timed(() => loadPacks(config, folder));
	const fences = content.rules.flatMap(fencesOf);
	const highlighter = await createHighlighter();
	const highlighting = await timed(async () => {
		for (const { code, grammar } of fences) {
			if (grammar !== null) await highlighter.load([grammar]);
			highlighter.lines(code, grammar);
		}
	});
	say('Building, to know what is to be written');
	const build = await measure(ours.build);
	const files = await filesOf(ours.out);
	const copy = join(folder, 'written');
	const writing = await timed(async () => {
		for (const name of new Set(files.map((file) => dirname(file.path))))
			await mkdir(join(copy, name), { recursive: true });
		for (const { path, bytes } of files) await writeFile(join(copy, path), bytes);
	});
	const all = sum([reading, highlighting, writing]);
	const line = (name: string, { wall, cpu }: Step) => [name, seconds(wall), seconds(cpu)];
	await finish(
		{
			bench: 'floor',
			title: `The least that ${count(content.rules.length)} rules cost`,
			notes: [
				'One run on one thread; a build has a thread for each core.',
				`A cold build takes ${ratio(build.cpu, all.cpu)} of that in CPU, and ${ratio(build.wall, all.wall)} in wall time.`,
			],
			tables: [
				{
					head: ['', 'wall', 'CPU'],
					lines: [
						line('reading all files', reading),
						line(`highlighting ${count(fences.length)} fences once, grammars included`, highlighting),
						line(`writing ${count(files.length)} files`, writing),
						line('**together**', all),
						line('a cold build', build),
					],
				},
			],
			values: { cpu: all.cpu, wall: all.wall, 'build.cpu': build.cpu, 'build.wall': build.wall },
		},
		options.record,
	);
});

async function timed(work: () => Promise<unknown>): Promise<Step> {
	const [began, before] = [performance.now(), process.cpuUsage()];
	await work();
	const { user, system } = process.cpuUsage(before);
	return { wall: (performance.now() - began) / 1000, cpu: (user + system) / 1e6 };
}

function sum(steps: readonly Step[]): Step {
	return steps.reduce(({ wall, cpu }, step) => ({ wall: wall + step.wall, cpu: cpu + step.cpu }), { wall: 0, cpu: 0 });
}

/** Fences that begin in the first column: nearly all. */
function fencesOf({ body }: BenchRule): readonly { readonly code: string; readonly grammar: string | null }[] {
	return [...body.matchAll(/^(`{3,})([^`\s]*)[^`\n]*\n(.*?)\n?^\1`*[ \t]*$/gms)].map(
		([, , language = '', code = '']) => ({
			code,
			grammar: language === '' ? null : grammarOf(language),
		}),
	);
}

async function filesOf(folder: string): Promise<readonly { readonly path: string; readonly bytes: Buffer }[]> {
	const entries = await readdir(folder, { recursive: true, withFileTypes: true });
	const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
	const read: { readonly path: string; readonly bytes: Buffer }[] = [];
	// One after another: a site has more files than a process may open at once.
	for (const file of files) read.push({ path: relative(folder, file), bytes: await readFile(file) });
	return read;
}
