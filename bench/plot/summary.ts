import { count, seconds, size } from '../harness/figures.ts';
import { markdownTable } from '../harness/markdown.ts';
import type { KeptResult } from '../harness/results.ts';
import { CONTESTANTS } from './charts.ts';

/** The figures beside others in as few lines as can be; null when builds were not measured yet. */
export function summaryTable(results: ReadonlyMap<string, Pick<KeptResult, 'values'>>): string | null {
	const [build, edit] = [results.get('build')?.values, results.get('edit')?.values];
	if (build === undefined) return null;
	const figure = (value: number | undefined, text: (value: number) => string) =>
		value === undefined ? '–' : text(value);
	const lines = Object.entries(CONTESTANTS).map(([key, name]) => [
		name,
		figure(build[`${key}.wall`], seconds),
		figure(build[`${key}.cpu`], seconds),
		figure(build[`${key}.memory`], size),
		figure(build[`${key}.bytes`], size),
		figure(edit?.[`${key}.edit.wall`], seconds),
		figure(edit?.[`${key}.same.wall`], seconds),
	]);
	const head = [
		`${count(build['rules'] ?? 0)} rules`,
		'cold build',
		'CPU',
		'peak memory',
		'output',
		'one rule edited',
		'nothing changed',
	];
	return markdownTable(head, lines);
}
