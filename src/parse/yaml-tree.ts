import type { Node, ParsedNode, Scalar } from 'yaml';
import { isAlias, isMap, isPair, isScalar, isSeq, parseDocument, visit } from 'yaml';
import type { ScalarStyle, ScalarType, YamlEntry, YamlMap, YamlNode, YamlScalar } from './yaml-nodes.ts';
import type { YamlProblem } from './yaml-problems.ts';
import { aliasProblem, duplicateProblem, explainErrors, tooDeep, tooLarge, tooLong } from './yaml-problems.ts';

export interface YamlTree {
	/** Null for a text that holds nothing but space and comments. */
	readonly root: YamlNode | null;
	/** What makes the text invalid; at most three, none that only follows from another. */
	readonly problems: readonly YamlProblem[];
}

const deepest = 40;
const mostBrackets = 200;
const mostSeparators = 10_000;
const heaviest = 200_000;
const enough = 20;
const longestProperties = 200;
const styles: Readonly<Record<string, ScalarStyle>> = {
	PLAIN: 'plain',
	QUOTE_SINGLE: 'single',
	QUOTE_DOUBLE: 'double',
	BLOCK_FOLDED: 'block',
	BLOCK_LITERAL: 'block',
};

/**
 * Reads YAML into values that know where they stand. Aliases are followed up to a bound, so that a small text
 * cannot grow without end. Never throws: whatever is wrong is in `problems`.
 */
export function readYaml(yaml: string): YamlTree {
	const long = separatorBeyond(yaml);
	if (long !== null) return { root: null, problems: [tooLong(long, mostSeparators)] };
	const deep = deepBracket(yaml);
	if (deep !== null) return { root: null, problems: [tooDeep(deep)] };
	try {
		const doc = parseDocument(yaml, {
			prettyErrors: false,
			uniqueKeys: false,
			resolveKnownTags: false,
			logLevel: 'error',
		});
		const reader = new TreeReader(yaml, usedAnchors(doc.contents));
		const root = doc.contents === null ? null : reader.read(doc.contents, 0);
		return { root, problems: explainErrors(yaml, doc, reader.problems) };
	} catch (error) {
		// Thousands of brackets exhaust the stack of the YAML parser, which is no reason to end the run.
		if (error instanceof RangeError) return { root: null, problems: [tooDeep(0)] };
		throw error;
	}
}

/** Where the text has more lines and commas than a person writes; the YAML parser takes a second for 100,000 of them. */
function separatorBeyond(yaml: string): number | null {
	let seen = 0;
	for (const { index } of yaml.matchAll(/,|\r\n|\r|\n/g)) if (++seen > mostSeparators) return index;
	return null;
}

/**
 * Where so many brackets are open that no value is meant, whether or not they are part of a text; null in the usual case. The
 * YAML parser takes seconds for thousands of them.
 */
function deepBracket(yaml: string): number | null {
	let open = 0;
	for (const { 0: bracket, index } of yaml.matchAll(/[[\]{}]/g)) {
		open = bracket === '[' || bracket === '{' ? open + 1 : Math.max(0, open - 1);
		if (open > mostBrackets) return index;
	}
	return null;
}

function usedAnchors(contents: ParsedNode | null): ReadonlySet<string> {
	const names = new Set<string>();
	if (contents !== null) visit(contents, { Alias: (_, alias) => void names.add(alias.source) });
	return names;
}

class TreeReader {
	readonly problems: YamlProblem[] = [];
	readonly #yaml: string;
	readonly #used: ReadonlySet<string>;
	readonly #anchors = new Map<string, YamlNode>();
	#copied = 0;

	constructor(yaml: string, used: ReadonlySet<string>) {
		this.#yaml = yaml;
		this.#used = used;
	}

	/** Explains no more problems than can matter: a hostile text holds thousands. */
	#report(problem: () => YamlProblem): void {
		if (this.problems.length < enough) this.problems.push(problem());
	}

	read(node: unknown, depth: number): YamlNode {
		if (depth > deepest) {
			this.#report(() => tooDeep(startOf(node)));
			return absent(startOf(node));
		}
		if (isAlias(node)) return this.#follow(node.source, startOf(node));
		const value = this.#readValue(node, depth);
		if ((isScalar(node) || isMap(node) || isSeq(node)) && node.anchor) this.#anchors.set(node.anchor, value);
		return value;
	}

	#readValue(node: unknown, depth: number): YamlNode {
		if (isMap(node)) return this.#readMap(node.items, startOf(node), depth);
		if (isPair(node)) return this.#readMap([node], startOf(node.key), depth);
		if (isSeq(node)) {
			const items = node.items.map((item) => this.read(item, depth + 1));
			return { kind: 'list', items, start: startOf(node), weight: weigh(items) };
		}
		return isScalar(node) ? this.#readScalar(node) : absent(startOf(node));
	}

	#readMap(pairs: readonly unknown[], start: number, depth: number): YamlMap {
		const entries: YamlEntry[] = [];
		const seen = new Map<string, number>();
		for (const pair of pairs) {
			if (!isPair(pair)) continue;
			const { key, keyStart, keyEnd } = this.#readKey(pair.key);
			const first = seen.get(key);
			if (first !== undefined) this.#report(() => duplicateProblem(this.#yaml, key, first, keyStart));
			else seen.set(key, keyStart);
			const value = pair.value === null ? absent(keyEnd) : this.read(pair.value, depth + 1);
			entries.push({ key, keyStart, value });
		}
		return { kind: 'map', entries, start, weight: weigh(entries.map((entry) => entry.value)) };
	}

	#readKey(key: unknown): { key: string; keyStart: number; keyEnd: number } {
		const [start, end] = rangeOf(key);
		const text = isScalar(key) && typeof key.value === 'string' ? key.value : this.#yaml.slice(start, end).trim();
		return { key: text.toWellFormed(), keyStart: start, keyEnd: end };
	}

	#readScalar(node: Scalar): YamlScalar {
		const [start, end] = rangeOf(node);
		const style = styles[node.type ?? 'PLAIN'] ?? 'plain';
		// An escape such as `\ud800` makes half of a sign, which is no text: nothing that reads UTF-8 takes it.
		const text = (typeof node.value === 'string' ? node.value : (node.source ?? '')).toWellFormed();
		const type = typeOf(node.value, text, style);
		// JSON has neither infinity nor "not a number"; their letters are kept instead.
		const exact = typeof node.value === 'number' && !Number.isFinite(node.value) ? text : jsonScalar(node.value, text);
		return {
			kind: 'scalar',
			type,
			value: exact,
			text,
			style,
			start,
			end,
			swallowed: this.#swallowedBefore(start, node),
			weight: 1 + text.length,
		};
	}

	#swallowedBefore(start: number, node: Node): string | null {
		if (!node.tag && (!isScalar(node) || node.anchor === undefined)) return null;
		const words = propertiesBefore(this.#yaml, start).split(/[\s,[\]{}]+/);
		const last = words.findLastIndex((word) => !/^[!&]/.test(word));
		const lost = words
			.slice(last + 1)
			.filter((word) =>
				word.startsWith('&') ? !this.#used.has(word.slice(1)) : !/^!!(?:str|int|float|bool|null)$/.test(word),
			);
		return lost.length === 0 ? null : lost.join(' ');
	}

	#follow(name: string, start: number): YamlNode {
		const target = this.#anchors.get(name);
		if (target === undefined) {
			this.#report(() => aliasProblem(this.#yaml, start));
			return absent(start);
		}
		this.#copied += target.weight;
		if (this.#copied > heaviest) {
			this.#report(() => tooLarge(start));
			return absent(start);
		}
		return target.kind === 'scalar' ? { ...target, style: 'alias', start } : { ...target, start };
	}
}

function typeOf(value: unknown, text: string, style: ScalarStyle): ScalarType {
	if (value === null) return 'null';
	if (typeof value === 'number' || typeof value === 'bigint') return 'number';
	if (typeof value === 'boolean') return 'boolean';
	// YAML 1.2 has no dates, but readers of YAML 1.1, which are many, take these for one.
	return style === 'plain' && /^\d{4}-\d\d?-\d\d?(?:[Tt ][\d:.]\S*)?$/.test(text) ? 'date' : 'text';
}

function jsonScalar(value: unknown, text: string): string | number | boolean | null {
	return value === null || typeof value === 'number' || typeof value === 'boolean' ? value : text;
}

function propertiesBefore(yaml: string, offset: number): string {
	const near = yaml.slice(Math.max(0, offset - longestProperties), offset);
	return near.slice(near.lastIndexOf('\n') + 1).trimEnd();
}

function rangeOf(node: unknown): readonly [number, number] {
	const range = isScalar(node) || isMap(node) || isSeq(node) || isAlias(node) ? node.range : null;
	return range ? [range[0], range[1]] : [0, 0];
}

function startOf(node: unknown): number {
	return rangeOf(node)[0];
}

function weigh(nodes: readonly YamlNode[]): number {
	return nodes.reduce((sum, node) => sum + node.weight, 1);
}

function absent(offset: number): YamlScalar {
	return {
		kind: 'scalar',
		type: 'null',
		value: null,
		text: '',
		style: 'plain',
		start: offset,
		end: offset,
		swallowed: null,
		weight: 1,
	};
}
