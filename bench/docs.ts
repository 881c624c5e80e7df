/**
 * Puts the results in `bench/results/` into `docs/performance.md` and `README.md`, and draws `docs/performance.svg`.
 *
 *     npm run bench -- docs
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { goalsTable } from './goals.ts';
import { fillPlace, places } from './harness/markdown.ts';
import { ROOT } from './harness/project.ts';
import { keptResults, resultText } from './harness/results.ts';
import { chartsOf } from './plot/charts.ts';
import { summaryTable } from './plot/summary.ts';
import { plot } from './plot/svg.ts';

const results = await keptResults();
for (const name of ['docs/performance.md', 'README.md']) {
	const file = join(ROOT, name);
	let text = await readFile(file, 'utf8');
	for (const place of places(text)) text = fillPlace(text, place, contentOf(place));
	await writeFile(file, text);
}
const charts = chartsOf(results);
const shown = charts.length > 0 ? charts : [{ title: 'Not measured yet', bars: [] }];
await writeFile(join(ROOT, 'docs/performance.svg'), plot('Rulepress beside other generators', shown));

function contentOf(place: string): string {
	if (place === 'goals') return goalsTable(results);
	if (place === 'summary') return summaryTable(results) ?? 'Not measured yet: `npm run bench -- build`.';
	const result = results.get(place);
	return result === undefined ? `Not measured yet: \`npm run bench -- ${place}\`.` : resultText(result);
}
