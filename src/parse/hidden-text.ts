import type { Nodes, Root } from 'mdast';
import { type Diagnostic, diagnostic } from '../domain/diagnostics.ts';
import { type HiddenSign, hiddenSigns } from '../domain/hidden-signs.ts';
import { FILE_START, type Place } from '../domain/place.ts';
import type { Frontmatter } from '../domain/rule.ts';
import type { SourceFile } from '../domain/source.ts';
import { walk } from '../domain/walk.ts';
import { placesOf } from './yaml-places.ts';

/** Signs of a file that readers do not see: one finding for each kind and line, at the first of them. */
export function findHiddenText({ file, text }: SourceFile): Diagnostic[] {
	if (hiddenSigns(text).length === 0) return [];
	return text
		.split(/\r\n|\r|\n/)
		.flatMap((line, index) => findingsIn(file, line, (column) => ({ line: index + 1, column })));
}

/**
 * Signs that stand in the file only by another name, such as `&#x202E;` or `"\u202e"`, and come out when it is read: one finding
 * for each kind and text, where the text begins. What `findHiddenText` has found is left out.
 */
export function findSpelledHidden({ file, text }: SourceFile, frontmatter: Frontmatter, tree: Root): Diagnostic[] {
	const written = new Set(hiddenSigns(text).map(({ sign }) => sign));
	const found: Diagnostic[] = [];
	const look = (value: string, place: Place): void => {
		const signs = hiddenSigns(value).filter(({ sign }) => !written.has(sign));
		found.push(...reportKinds(file, signs, () => place));
	};
	for (const value of [frontmatter.title, frontmatter.impactDescription ?? '', ...frontmatter.tags]) {
		look(value, frontmatter.titlePlace);
	}
	walk<Nodes>(tree, (node) => {
		if (node.type !== 'text') return;
		const start = node.position?.start ?? FILE_START;
		look(node.value, { line: start.line, column: start.column });
	});
	return found;
}

/**
 * Signs that stand in the strings of a JSON file as escapes, such as `"\\u202e"`: one finding for each kind and string, where the
 * string begins. `text` is valid JSON; what `findHiddenText` finds is left out.
 */
export function findEscapedHidden({ file, text }: SourceFile): Diagnostic[] {
	const at = placesOf(text, FILE_START.line);
	return [...text.matchAll(/"(?:[^"\\]|\\.)*"/g)].flatMap(({ 0: string, index }) => {
		if (!string.includes('\\')) return [];
		const signs = hiddenSigns(JSON.parse(string) as string).filter(({ sign }) => !string.includes(sign));
		return reportKinds(file, signs, () => at(index));
	});
}

function findingsIn(file: string, line: string, placeAt: (column: number) => Place): Diagnostic[] {
	return reportKinds(file, hiddenSigns(line), ({ index }) => placeAt(index + 1));
}

function reportKinds(file: string, signs: readonly HiddenSign[], placeOf: (sign: HiddenSign) => Place): Diagnostic[] {
	return (['sign-bidi', 'sign-invisible'] as const).flatMap((code) => {
		const some = signs.filter(({ turns }) => turns === (code === 'sign-bidi'));
		const [first] = some;
		if (first === undefined) return [];
		return [diagnostic(code, file, placeOf(first), { label: first.label, more: some.length - 1 })];
	});
}
