/**
 * Puts every report of a folder through `link` twice and prints a Markdown table of what came of it. SARIF is held against the
 * official schema before and after.
 *
 *     node bench/link-samples.ts <folder of reports> [--catalog <rules.json>]
 *
 * Without a catalog, every second code of every linter gets a rule, so that there is something to link and something to miss.
 */
import { existsSync, readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import Ajv04 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import type { LinterCode } from '../src/domain/linter.ts';
import { findLinter } from '../src/domain/linters.ts';
import type { LinkCatalog, PublishedRule } from '../src/link/catalog.ts';
import { makeLinkCatalog } from '../src/link/catalog.ts';
import { type LinkResult, linkReport } from '../src/link/link-report.ts';
import { loadCatalog } from '../src/link/load-catalog.ts';
import { linkCatalog } from '../src/link/published.ts';
import { openReportFile, openReportStream } from '../src/link/report.ts';
import { ReportError } from '../src/link/types.ts';

const SITE = 'https://rules.example.org/';
const SCHEMA = '../node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json';
const NO_REPORT = /(?:^|\/)(?:README\.|package\.json$|project\/)/;

const { positionals, values } = parseArgs({ allowPositionals: true, options: { catalog: { type: 'string' } } });
const [folder] = positionals;
if (folder === undefined || !existsSync(folder)) {
	console.error(`The reports are not there: ${folder === undefined ? 'name their folder' : resolve(folder)}`);
	process.exit(2);
}

const ajv = new Ajv04({ strict: false, unicodeRegExp: false });
addFormats(ajv);
const valid = ajv.compile(JSON.parse(readFileSync(join(import.meta.dirname, SCHEMA), 'utf8')));

const files = (await readdir(folder, { recursive: true, withFileTypes: true }))
	.filter((entry) => entry.isFile())
	.map((entry) => relative(folder, join(entry.parentPath, entry.name)))
	.filter((name) => !NO_REPORT.test(name))
	.sort();
const catalog =
	values.catalog === undefined ? await catalogOfSamples() : linkCatalog((await loadCatalog(values.catalog)).file);

console.log('| File | Format | Codes | With a rule | Links | Valid before → after | With --repair | Second run |');
console.log('| --- | --- | ---: | ---: | ---: | --- | --- | --- |');
for (const name of files) console.log(`| ${[name, ...(await row(name))].join(' | ')} |`);

/** The cells of a report: one long cell when it cannot be linked. */
async function row(name: string): Promise<readonly string[]> {
	try {
		const first = await linked(name, catalog, null, false);
		const second = await linked(name, catalog, first.bytes, false);
		const withRule = first.result.codes.filter(({ link }) => link !== null);
		const isSarif = first.result.format?.name === 'sarif';
		const before = isSarif ? validity(readFileSync(join(folder ?? '', name), 'utf8')) : '';
		const repaired = isSarif ? validity((await linked(name, catalog, null, true)).bytes.toString('utf8')) : '';
		return [
			first.result.format?.name ?? '',
			String(first.result.codes.length),
			String(withRule.length),
			String(withRule.reduce((total, { count }) => total + count, 0)),
			isSarif ? `${before} → ${validity(first.bytes.toString('utf8'))}` : '–',
			isSarif ? repaired : '–',
			second.bytes.equals(first.bytes) && second.result.edits === 0 ? 'identical' : '**differs**',
		];
	} catch (thrown) {
		if (!(thrown instanceof ReportError)) throw thrown;
		return [thrown.message.replace(/ \(one of .*\)/, ''), '', '', '', '', '', ''];
	}
}

interface Linked {
	readonly bytes: Buffer;
	readonly result: LinkResult;
}

/** Links a report; `bytes` stands for its content on a second run. */
async function linked(name: string, rules: LinkCatalog, bytes: Buffer | null, repair: boolean): Promise<Linked> {
	const path = join(folder ?? '', name);
	const report = bytes === null ? await openReportFile(path) : await openReportStream(once(bytes), path);
	const parts: Uint8Array[] = [];
	try {
		const result = await linkReport(report, {
			...{ catalog: rules, format: null, tool: toolOf(name), repair, taxonomy: false, hyperlinks: false },
			write: async (chunk) => {
				parts.push(chunk);
			},
		});
		return { bytes: Buffer.concat(parts), result };
	} finally {
		await report.close();
	}
}

async function* once(bytes: Buffer): AsyncIterable<Uint8Array> {
	yield bytes;
}

/** The linter that a file's name begins with, which is what `--tool` would say. */
function toolOf(name: string): string | null {
	const [, tool = ''] = /^([a-z-]+?)-\d/.exec(name) ?? [];
	return findLinter(tool)?.name ?? null;
}

function validity(text: string): string {
	const json = text.replace(/^\uFEFF/, '');
	const end = json.lastIndexOf('}') + 1;
	return valid(JSON.parse(json.slice(0, end))) ? 'valid' : 'invalid';
}

async function catalogOfSamples(): Promise<LinkCatalog> {
	const none = makeLinkCatalog('', SITE, []);
	const names = new Map<string, LinterCode>();
	for (const file of files) {
		const seen = await linked(file, none, null, false).catch(() => null);
		for (const { name } of seen?.result.codes ?? []) names.set(`${name.linter} ${name.code}`, name);
	}
	const sorted = [...names].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, name]) => name);
	const rules = sorted.filter((_, index) => index % 2 === 0).map(ruleOf);
	return makeLinkCatalog('Example rules', SITE, rules);
}

function ruleOf({ linter, code }: LinterCode, index: number): PublishedRule {
	const id = `example/${linter}-${index + 1}`;
	return {
		...{ id, title: `What ${code} is about`, url: `${SITE}rules/${id}/`, summary: '', impact: null },
		...{ impactDescription: null, tags: [], aliases: [], linters: { [linter]: [code] }, standards: [] },
	};
}
