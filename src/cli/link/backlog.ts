import { oneLine } from '../../formats/one-line.ts';
import type { SeenCode } from '../../link/link-report.ts';

/** The codes without a rule, most frequent first: what is worth writing next. */
export function backlogOf(codes: readonly SeenCode[]): readonly SeenCode[] {
	return codes
		.filter(({ link }) => link === null)
		.sort((a, b) => b.count - a.count || compare(a.name.linter, b.name.linter) || compare(a.name.code, b.name.code));
}

/** A line for each code: how often, which linter, which code. */
export function backlogText(backlog: readonly SeenCode[]): string {
	const width = Math.max(0, ...backlog.map(({ count }) => String(count).length));
	const linters = Math.max(0, ...backlog.map(({ name }) => oneLine(name.linter).length));
	return backlog
		.map(
			({ name, count }) =>
				`${String(count).padStart(width)}  ${oneLine(name.linter).padEnd(linters)}  ${oneLine(name.code)}\n`,
		)
		.join('');
}

/** The same for programs: a list of `{ linter, code, count }`. */
export function backlogJson(backlog: readonly SeenCode[]): string {
	return `${JSON.stringify(
		backlog.map(({ name: { linter, code }, count }) => ({ linter, code, count })),
		null,
		'\t',
	)}\n`;
}

/** The codes of several reports as those of one. */
export function together(reports: readonly (readonly SeenCode[])[]): readonly SeenCode[] {
	const all = new Map<string, SeenCode>();
	for (const seen of reports.flat()) {
		const key = JSON.stringify([seen.name.linter, seen.name.code]);
		const before = all.get(key);
		all.set(key, { ...seen, count: seen.count + (before?.count ?? 0), link: before?.link ?? seen.link });
	}
	return [...all.values()];
}

function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
