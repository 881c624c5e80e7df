import { count, seconds, size } from '../harness/figures.ts';
import type { KeptResult } from '../harness/results.ts';
import type { Bar, Chart } from './svg.ts';

/** What they are called, by the name of their figures. */
export const CONTESTANTS: Readonly<Record<string, string>> = {
	rulepress: 'Rulepress',
	hugo: 'Hugo + Pagefind',
	starlight: 'Starlight',
};

/** What the README shows of the results that are there; contestants without a figure are left out. */
export function chartsOf(results: ReadonlyMap<string, KeptResult>): readonly Chart[] {
	const [build, edit] = [results.get('build'), results.get('edit')];
	const charts: Chart[] = [];
	if (build !== undefined) {
		const rules = `${count(build.values['rules'] ?? 0)} rules`;
		charts.push({ title: `Cold build of ${rules}, search index included`, bars: bars(build, 'wall', seconds) });
		charts.push({ title: 'Peak memory of that build', bars: bars(build, 'memory', size) });
	}
	if (edit !== undefined)
		charts.push({
			title: 'One rule edited, until the whole site is published',
			bars: bars(edit, 'edit.wall', seconds),
		});
	return charts;
}

function bars({ values }: KeptResult, what: string, label: (value: number) => string): readonly Bar[] {
	return Object.entries(CONTESTANTS).flatMap(([key, name]) => {
		const value = values[`${key}.${what}`];
		return value === undefined ? [] : [{ name, value, label: label(value), own: key === 'rulepress' }];
	});
}
