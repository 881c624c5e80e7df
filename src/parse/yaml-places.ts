import type { Place } from '../domain/place.ts';
import type { YamlScalar } from './yaml-nodes.ts';

/** Turns offsets of a piece of a file into places of the file; `line` is the file line of the piece's first line. */
export function placesOf(text: string, line: number): (offset: number) => Place {
	const starts = [0, ...Array.from(text.matchAll(/\r\n|\r|\n/g), (end) => end.index + end[0].length)];
	return (offset) => {
		const inside = Math.max(0, Math.min(offset, text.length));
		let low = 0;
		let high = starts.length - 1;
		while (low < high) {
			const middle = Math.ceil((low + high) / 2);
			if ((starts[middle] ?? 0) <= inside) low = middle;
			else high = middle - 1;
		}
		return { line: line + low, column: inside - (starts[low] ?? 0) + 1 };
	};
}

/**
 * Where each character of a scalar's text stands in the YAML: `offsets[i]` is the offset of `text[i]`,
 * and one more entry for the end. Escapes, folded lines and indentation make the two run apart.
 * All characters of an alias stand at the alias.
 */
export function textOffsets(yaml: string, scalar: YamlScalar): readonly number[] {
	const { text } = scalar;
	if (scalar.style === 'alias') return new Array<number>(text.length + 1).fill(scalar.start);
	const offsets: number[] = [];
	let at = contentStart(yaml, scalar);
	for (let index = 0; index < text.length; ) {
		const width = at < scalar.end ? signWidth(yaml, at, scalar) : 0;
		if (width > 1) {
			const decoded = decodedLength(yaml, at, scalar);
			for (let i = 0; i < decoded; i++) offsets[index++] = at;
			at += width;
		} else if (width === 0 || yaml[at] === text[index]) {
			offsets[index++] = Math.min(at, scalar.end);
			at += width;
		} else if (/\s/.test(yaml[at] ?? '')) {
			// A folded line end stands for one space; what else there is of white space stands for nothing.
			const folded = /\s/.test(text[index] ?? '');
			if (folded) offsets[index++] = at;
			while (at < scalar.end && /\s/.test(yaml[at] ?? '') && (folded || yaml[at] !== text[index])) at++;
		} else {
			at++;
		}
	}
	return [...offsets, Math.min(at, scalar.end)];
}

function contentStart(yaml: string, scalar: YamlScalar): number {
	if (scalar.style === 'block') return yaml.indexOf('\n', scalar.start) + 1 || scalar.start;
	return scalar.style === 'plain' ? scalar.start : scalar.start + 1;
}

/** How many characters of the YAML stand for the next of the text: more than one in escapes. */
function signWidth(yaml: string, at: number, scalar: YamlScalar): number {
	if (scalar.style === 'single') return yaml.startsWith("''", at) ? 2 : 1;
	if (scalar.style !== 'double' || yaml[at] !== '\\' || /[\r\n]/.test(yaml[at + 1] ?? '\n')) return 1;
	const digits = { x: 2, u: 4, U: 8 }[yaml[at + 1] ?? ''] ?? 0;
	return 2 + digits;
}

function decodedLength(yaml: string, at: number, scalar: YamlScalar): number {
	if (scalar.style !== 'double' || yaml[at + 1] !== 'U') return 1;
	return Number.parseInt(yaml.slice(at + 2, at + 10), 16) > 0xffff ? 2 : 1;
}
