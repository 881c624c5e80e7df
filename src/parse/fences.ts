import type { Code, Nodes, Root } from 'mdast';
import { type Diagnostic, diagnostic } from '../domain/diagnostics.ts';
import { languageOf } from '../domain/fence-meta.ts';
import { FILE_START, type Place } from '../domain/place.ts';
import type { Fence } from '../domain/rule.ts';
import { walk } from '../domain/walk.ts';
import { grammarOf, nearestLanguage } from './languages.ts';

/**
 * Lists the fences of a tree and notes each one's grammar in its node. Indented code is no fence.
 * `text` is the file's text: only it shows whether a fence was closed.
 */
export function readFences(tree: Root, text: string): Fence[] {
	const fences: Fence[] = [];
	const lines = text.split(/\r\n|\n|\r/);
	walk<Nodes>(tree, (node) => {
		if (node.type !== 'code') return;
		const start = node.position?.start ?? { ...FILE_START, offset: 0 };
		const opening = /^(`{3,}|~{3,})/.exec(text.slice(start.offset ?? 0))?.[1];
		const language = languageOf(node);
		node.data = { ...node.data, grammar: language === null ? null : grammarOf(language) };
		if (opening === undefined) return;
		fences.push({
			language,
			meta: node.meta ?? null,
			code: node.value,
			place: { line: start.line, column: start.column },
			closed: isClosed(node, opening, lines),
		});
	});
	return fences;
}

function isClosed(node: Code, opening: string, lines: readonly string[]): boolean {
	const { start, end } = node.position ?? {};
	if (!start || !end || end.line === start.line) return false;
	const last = (lines[end.line - 1] ?? '').replace(/^[\s>]+/, '').trimEnd();
	const sign = opening[0] ?? '`';
	return last.length >= opening.length && [...last].every((letter) => letter === sign);
}

export function checkFences(file: string, fences: readonly Fence[], text: string): Diagnostic[] {
	const lines = text.split(/\r\n|\n|\r/);
	return fences.flatMap((fence) => {
		const found: Diagnostic[] = [];
		if (!fence.closed) {
			const opening = /[`~]{3,}/.exec(lines[fence.place.line - 1] ?? '')?.[0] ?? '```';
			found.push(diagnostic('fence-unclosed', file, fence.place, { fence: opening }));
		}
		if (fence.language === null) {
			found.push(diagnostic('fence-language-missing', file, fence.place, {}));
		} else if (grammarOf(fence.language) === null) {
			const place = languagePlace(fence, lines);
			const near = nearestLanguage(fence.language);
			found.push(diagnostic('fence-language-unknown', file, place, { language: fence.language, near }));
		}
		return found;
	});
}

function languagePlace(fence: Fence, lines: readonly string[]): Place {
	const line = (lines[fence.place.line - 1] ?? '').slice(fence.place.column - 1);
	const before = /^[`~]+\s*/.exec(line)?.[0] ?? '';
	return { line: fence.place.line, column: fence.place.column + before.length };
}
