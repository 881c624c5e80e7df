/**
 * Crawls the built site of a collection of packs, once at `/` and once below a path: every address in every file is asked of
 * `rulepress preview`, and every page is read by a conformance checker. Exits with 1 when anything is found.
 *
 *     npm run bench -- crawl [packs] [--html <one page in so many, 1>]
 *     npm run bench -- crawl --built <folder> --site <address> [--base <path>]
 *
 * The packs of this repository are built with them: they have linter codes, former ids and dates of changes.
 */
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { catalogFaults } from './crawl/catalog-faults.ts';
import { type CrawlResult, crawl } from './crawl/crawl.ts';
import { filesBelow } from './crawl/files.ts';
import { hostAt } from './crawl/host.ts';
import { htmlFaults } from './crawl/html-faults.ts';
import { lookAtNames } from './crawl/names.ts';
import { count } from './harness/figures.ts';
import { markdownTable } from './harness/markdown.ts';
import { measure, start, stop } from './harness/measure.ts';
import { leave, say } from './harness/options.ts';
import { ROOT } from './harness/project.ts';
import { freePort, until } from './harness/waiting.ts';
import { inWorkFolder } from './peers/enter.ts';
import { rulepress } from './peers/rulepress.ts';

const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: {
		html: { type: 'string', default: '1' },
		built: { type: 'string' },
		base: { type: 'string', default: '/' },
		site: { type: 'string', default: 'https://rules.example' },
	},
});
const SHOWN = 40;
const share = Number(values.html);

let wrong = 0;
await inWorkFolder(async (work) => {
	if (values.built !== undefined) return look(work, resolve(values.built), values.base);
	const packs = resolve(positionals[0] ?? join(ROOT, '../shared/packs'));
	if (!existsSync(packs)) leave(`The packs are not there: ${packs}\nName a folder: npm run bench -- crawl <folder>`);
	const content = [packs, join(ROOT, 'content'), join(ROOT, 'tests/browser/packs')];
	await writeFile(join(work, 'rulepress.config.mjs'), `export default ${JSON.stringify({ content })};\n`);
	for (const base of ['/', '/docs/']) {
		const out = join(work, 'dist', base);
		say(`Building ${packs} below ${base}`);
		await measure(rulepress(work, ['build', '--skip-invalid', '--out', out, '--site', values.site, '--base', base]));
		await look(work, out, base);
	}
});
process.exitCode = wrong === 0 ? 0 : 1;

/** Crawls a built site and prints what was found. */
async function look(work: string, folder: string, base: string): Promise<void> {
	const files = await filesBelow(folder);
	const port = await freePort();
	const server = start(rulepress(work, ['preview', '--out', folder, '--base', base, '--port', String(port)]));
	const address = `http://127.0.0.1:${port}`;
	await until(async () => (await fetch(address + base)).ok, 100, server);
	say(`Crawling ${count(files.length)} files below ${base}`);
	const began = performance.now();
	const result = await crawl({ folder, base, site: values.site, files, ask: hostAt(address) }).finally(() =>
		stop(server.child),
	);
	say(`Crawled in ${Math.round((performance.now() - began) / 1000)} s; one page in ${share} by html-validate`);
	console.log(`\n## ${base}\n\n${summary(result)}\n`);
	report(
		'dead addresses',
		result.dead.map(({ file, kind, url, reason }) => `${file}: ${kind} ${url} ${reason}`),
	);
	report('orphans', result.orphans);
	report('faults of syntax', [...result.faults, ...(await catalogFaults(folder, 'schema/catalog-v1.schema.json'))]);
	const { odd, twins, longest } = lookAtNames(files);
	report(
		'odd names',
		odd.map(({ path, reason }) => `${path} ${reason}`),
	);
	report(
		'names that differ by case alone, outside of /d/, which has all spellings of a code on purpose',
		twins.filter((path) => !path.startsWith('d/')),
	);
	console.log(`${count(twins.length)} twins below /d/; the longest path has ${longest.length} signs: ${longest}`);
	const faults = await htmlFaults(files, (file) => readFile(join(folder, file), 'utf8'), share);
	report(`faults of HTML on ${count(faults.pages)} pages`, faults.lines);
}

function summary({ pages, redirects, checked, asked, elsewhere }: CrawlResult): string {
	const total = [...checked.values()].reduce((sum, one) => sum + one, 0);
	const others = [...elsewhere].map(([scheme, number]) => `${count(number)} ${scheme}`).join(', ');
	const kinds = [...checked].sort(([, a], [, b]) => b - a).map(([kind, number]) => [kind, count(number)]);
	return [
		`${count(pages)} pages, ${count(redirects)} that lead on; ${count(total)} addresses, ${count(asked)} different ones of the site asked for; not asked: ${others}`,
		markdownTable(['kind', 'addresses'], kinds),
	].join('\n\n');
}

/** Prints how many there are and the first of them. */
function report(what: string, lines: readonly string[]): void {
	wrong += lines.length;
	console.log(`${count(lines.length)} ${what}`);
	for (const line of lines.slice(0, SHOWN)) console.log(`  ${line}`);
	if (lines.length > SHOWN) console.log(`  … and ${count(lines.length - SHOWN)} more`);
}
