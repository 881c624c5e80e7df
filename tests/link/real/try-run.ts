import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addressesIn, type Followed, follow } from './follow.ts';
import type { Project, ServedSite } from './project.ts';
import type { LinterRun } from './runs.ts';

/** What came of linking one report to one site. */
export interface Tried {
	readonly followed: readonly Followed[];
	/** Stems of the rules that were reached, sorted, without repeats. */
	readonly reached: readonly string[];
	/** What is wrong, in words; none when every address answers and exactly the expected rules are reached. */
	readonly faults: readonly string[];
}

/** Links a report with `rulepress link`, twice, and opens every address that is printed. */
export async function tryRun(run: LinterRun, report: string, project: Project, site: ServedSite): Promise<Tried> {
	const file = join(project.folder, `${run.linter}-${run.format}-${new URL(site.url).port}`);
	await writeFile(file, report);
	const link = (input: string) => project.rulepress('link', '--catalog', site.out, ...run.link, input);
	const linked = await link(file);
	if (linked.code !== 0) {
		return { followed: [], reached: [], faults: [`link ends with ${linked.code}: ${linked.stderr}`] };
	}
	await writeFile(`${file}.linked`, linked.stdout);
	const again = await link(`${file}.linked`);
	const followed = await Promise.all(addressesIn(linked.stdout, site).map((address) => follow(address, site)));
	const reached = [...new Set(followed.flatMap(({ rules }) => rules))].sort();
	const faults = followed.flatMap(({ address, fault }) => (fault === null ? [] : [`${address}: ${fault}`]));
	if (again.stdout !== linked.stdout) faults.push('a second run changes the report');
	if (reached.join() !== [...run.rules].sort().join()) faults.push(`reaches ${reached.join(', ') || 'no rule'}`);
	if (run.format === 'sarif') faults.push(...(await sarifFaults(linked.stdout, site)));
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
