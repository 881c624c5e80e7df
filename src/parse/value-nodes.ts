import { findBare, findKey, findQuoted, type Stretch } from '../domain/config-text.ts';
import type { YamlEntry, YamlNode, YamlScalar } from './yaml-nodes.ts';

/** Where values are looked for: they stand in the text in their own order. */
export interface Search {
	readonly text: string;
	/** Moves behind each value that is found. */
	from: number;
	readonly to: number;
}

/**
 * A value of a program (plain data, as JSON has it) as if it had been read from YAML, so that the same readers check both.
 * Its places are those where the program's text spells it out; what it does not spell out stands at `otherwise`.
 */
export function nodeOf(value: unknown, search: Search, otherwise: number): YamlNode {
	if (Array.isArray(value)) {
		const items = value.map((item) => nodeOf(item, search, otherwise));
		return { kind: 'list', items, start: items[0]?.start ?? otherwise, weight: 1 };
	}
	if (typeof value === 'object' && value !== null) {
		const entries = entriesOf(value, search, otherwise);
		return { kind: 'map', entries, start: entries[0]?.keyStart ?? otherwise, weight: 1 };
	}
	return scalarOf(value, search, otherwise);
}

/** The keys of an object; those without a value are left out. */
export function entriesOf(value: object, search: Search, otherwise: number): readonly YamlEntry[] {
	return Object.entries(value).flatMap(([key, inner]): YamlEntry[] => {
		if (inner === undefined) return [];
		const keyStart = step(search, findKey(search.text, key, search.from, search.to), otherwise);
		return [{ key, keyStart, value: nodeOf(inner, search, keyStart) }];
	});
}

function scalarOf(value: unknown, search: Search, otherwise: number): YamlScalar {
	const text = value === null || value === undefined ? 'null' : String(value);
	const find = typeof value === 'string' ? findQuoted : findBare;
	const start = step(search, find(search.text, text, search.from, search.to), otherwise);
	return {
		kind: 'scalar',
		type: typeof value === 'string' ? 'text' : typeof value === 'number' ? 'number' : typeOfOther(value),
		value: typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null,
		text,
		// Every letter of it is said to stand where it begins: a program may spell it with escapes.
		style: 'alias',
		start,
		end: start,
		swallowed: null,
		weight: 1,
	};
}

function typeOfOther(value: unknown): 'boolean' | 'null' {
	return typeof value === 'boolean' ? 'boolean' : 'null';
}

function step(search: Search, found: Stretch | null, otherwise: number): number {
	if (found === null) return otherwise;
	search.from = found.end;
	return found.start;
}
