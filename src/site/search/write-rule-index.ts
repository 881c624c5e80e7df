import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { RULE_FILE, summaryFile } from '../client/rule-file.ts';
import { ruleFile, summaryFiles } from './rule-index.ts';
import type { IndexRequest } from './write-index.ts';

/** Writes what the browser of rules loads: `<out>/index/rules.json` and `<out>/index/summaries/<n>.json`. */
export async function writeRuleIndex({ catalog, out }: Pick<IndexRequest, 'catalog' | 'out'>): Promise<void> {
	const files: [string, unknown][] = [
		[RULE_FILE, ruleFile(catalog)],
		...summaryFiles(catalog).map((summaries, n): [string, unknown] => [summaryFile(n), summaries]),
	];
	await mkdir(join(out, dirname(summaryFile(0))), { recursive: true });
	await Promise.all(files.map(([path, content]) => writeFile(join(out, path), JSON.stringify(content))));
}
