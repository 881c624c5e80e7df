import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addressesIn, type Followed, follow } from './follow.ts';
import type { ServedSite } from './project.ts';
import type { LinterRun } from './runs.ts';

/** What came of linking one report to one site. */
export interface Tried {
	readonly followed: readonly Followed[];
	/** Stems of the rules that were reached, sorted, without repeats. */
	readonly reached: readonly string[];
	/** What is wrong, in words; none when every address answers and exactly the expected rules are reached. */
	readonly faults: readonly string[];
}

/** Runs `rulepress` with these arguments. */
export type Rulepress = (...args: readonly string[]) => Promise<{ readonly code: number | null; readonly err: string }>;

/** Links a report, links what came of it once more, and opens every address that is printed. */
export async function tryRun(
	run: LinterRun,
	report: string,
	{ folder, site, rulepress }: { readonly folder: string; readonly site: ServedSite; readonly rulepress: Rulepress },
): Promise<Tried> {
	const first = join(folder, `${run.linter}-${run.format}-${new URL(site.url).port}`);
	const [second, third] = [`${first}-linked`, `${first}-again`];
	await writeFile(first, report);
	for (const [input, output] of [
		[first, second],
		[second, third],
	] as const) {
		const { code, err } = await rulepress('link', '--catalog', site.out, ...run.link, input, '--output', output);
		if (code !== 0) return { followed: [], reached: [], faults: [`link ends with ${code}: ${err}`] };
	}
	const [linked, again] = await Promise.all([second, third].map((file) => readFile(file, 'utf8')));
	const text = linked ?? '';
	const followed = await Promise.all(addressesIn(text, site).map((address) => follow(address, site)));
	const reached = [...new Set(followed.flatMap(({ rules }) => rules))].sort();
	const faults = followed.flatMap(({ address, fault }) => (fault === null ? [] : [`${address}: ${fault}`]));
	if (again !== linked) faults.push('a second run changes the report');
	if (reached.join() !== [...run.rules].sort().join()) faults.push(`reaches ${reached.join(', ') || 'no rule'}`);
	if (run.format === 'sarif') faults.push(...(await sarifFaults(text, site)));
	return { followed, reached, faults };
}

interface Descriptor {
	readonly id: string;
	readonly helpUri?: string;
	readonly help?: { readonly markdown?: string };
}

/** In SARIF both carriers lead to one rule: `helpUri`, for viewers, and `help.markdown`, which GitHub shows. */
async function sarifFaults(text: string, site: ServedSite): Promise<readonly string[]> {
	const { runs }: { runs: { tool: { driver: { rules?: Descriptor[] } } }[] } = JSON.parse(text);
	const descriptors = runs.flatMap(({ tool }) => tool.driver.rules ?? []);
	const linked = descriptors.filter(({ helpUri = '' }) => helpUri.startsWith(site.url));
	const faults = linked.length === 0 ? ['no helpUri leads to the site'] : [];
	for (const { id, helpUri = '', help } of linked) {
		const [inHelp = ''] = addressesIn(help?.markdown ?? '', site);
		const ways = await Promise.all([helpUri, inHelp].map((address) => follow(address, site)));
		const [byUri, byHelp] = ways.map(({ rules }) => rules.join());
		if (byUri === '' || byUri !== byHelp) {
			faults.push(`${id}: helpUri leads to ${byUri}, help.markdown to ${byHelp}`);
		}
	}
	return faults;
}
