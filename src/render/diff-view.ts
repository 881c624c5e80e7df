import type { Element, ElementContent } from 'hast';
import { type CodeLine, lineHtml } from './code-line.ts';
import type { Comparison, Row } from './compare.ts';
import { element } from './handlers.ts';

/** Pairs that have less in common are easier to read as two texts: what is marked in them would be most of them. */
const similarFrom = 0.5;
/** So much of both texts has to be whole lines in common: a diff without them is two texts again, in pieces. */
const sharedLinesFrom = 1 / 3;
/** Texts with fewer lines, both together, are seen at one glance. */
const fewestLines = 9;
/** Lines in common around a change. A gap that hides fewer lines than it takes to say so is not made. */
const contextLines = 3;
const fewestHidden = 3;

/** Whether two texts are one in two versions, which differ. */
export function areOneText({ similarity, rows }: Comparison): boolean {
	const shared = sharedLines(rows);
	return shared < rows.length && similarity >= similarFrom && 2 * shared >= sharedLinesFrom * (rows.length + shared);
}

/** Whether a diff view tells more than the two texts beside each other. */
export function diffHelps(comparison: Comparison): boolean {
	return areOneText(comparison) && comparison.rows.length + sharedLines(comparison.rows) >= fewestLines;
}

function sharedLines(rows: readonly Row[]): number {
	return rows.filter(({ kind }) => kind === 'same').length;
}

/** Both texts as one, folded away until the reader asks for it. The signs of a diff are drawn by the style sheet and not copied. */
export function diffView(comparison: Comparison, left: readonly CodeLine[], right: readonly CodeLine[]): Element {
	const { rows } = comparison;
	const lineOf = (row: Row): string => {
		if (row.kind === 'same') return lineHtml(right[row.right] ?? []);
		if (row.kind === 'left') {
			return `<span class="line del">${lineHtml(left[row.left] ?? [], comparison.left.get(row.left))}</span>`;
		}
		return `<span class="line ins">${lineHtml(right[row.right] ?? [], comparison.right.get(row.right))}</span>`;
	};
	const shown: string[] = [];
	let hidden = 0;
	for (const [index, row] of rows.entries()) {
		if (isHidden(rows, index)) hidden++;
		else {
			if (hidden > 0) shown.push(gap(hidden));
			hidden = 0;
			shown.push(lineOf(row));
		}
	}
	if (hidden > 0) shown.push(gap(hidden));
	const code = { type: 'raw', value: shown.join('\n') } as unknown as ElementContent;
	const count = (kind: Row['kind']): number => rows.filter((row) => row.kind === kind).length;
	return element('details', { className: ['diff'] }, [
		element('summary', {}, [
			{ type: 'text', value: 'Diff ' },
			element('span', { className: ['changes'] }, [
				{ type: 'text', value: `−${count('left')} +${count('right')} lines` },
			]),
		]),
		element('div', { className: ['code'] }, [element('pre', { tabIndex: 0 }, [element('code', {}, [code])])]),
	]);
}

function gap(lines: number): string {
	return `<span class="line gap" data-lines="${lines}"></span>`;
}

/** Whether a row lies so deep in lines that both texts share that it is left out. */
function isHidden(rows: readonly Row[], index: number): boolean {
	const isSame = (at: number): boolean => rows[at]?.kind === 'same';
	if (!isSame(index)) return false;
	let [from, to] = [index, index];
	while (isSame(from - 1)) from--;
	while (isSame(to + 1)) to++;
	const first = from === 0 ? 0 : from + contextLines;
	const last = to === rows.length - 1 ? to : to - contextLines;
	return index >= first && index <= last && last - first + 1 >= fewestHidden;
}
