import { type Diagnostic, diagnostic } from '../domain/diagnostics.ts';
import { stemOf } from '../domain/ids.ts';
import type { LinterCode } from '../domain/linter.ts';
import { codeKey } from '../domain/linters.ts';
import { nearest } from '../domain/nearest.ts';
import { FILE_START, type Place } from '../domain/place.ts';
import type { Catalog, Rule } from '../domain/rule.ts';

/** A rule of a published catalog, as far as its addresses are concerned. */
export interface FormerRule {
	readonly id: string;
	readonly title: string;
	readonly summary: string;
	readonly aliases: readonly string[];
	readonly linters: Readonly<Record<string, readonly string[]>>;
}

export interface FormerCatalog {
	/** The file or address it was read from, as a diagnostic names it. */
	readonly file: string;
	/** The text of it, for places. */
	readonly text: string;
	readonly rules: readonly FormerRule[];
}

/**
 * What was published and would be gone: an error for each id and alias, a warning for each code of a linter.
 * A rule that only waits for the repair of its file, one of `leftOut`, is not gone. Pure.
 */
export function comparePublished(
	{ rules }: Catalog,
	former: FormerCatalog,
	leftOut: readonly string[] = [],
): readonly Diagnostic[] {
	const kept = new Set<string>(rules.flatMap((rule) => [rule.id, ...rule.aliases]));
	const codes = new Set(rules.flatMap((rule) => rule.codes.map(codeKey)));
	const waiting = new Set(leftOut.map(stemOf));
	const byId = new Map<string, Rule>(rules.map((rule) => [rule.id, rule]));
	const published = new Set(former.rules.flatMap(({ id, aliases }) => [id, ...aliases]));
	const fresh = rules.filter(({ id }) => !published.has(id));
	const placeOf = placesOf(former);
	return former.rules.flatMap((rule) => {
		const own = byId.get(rule.id) ?? null;
		if (own === null && waiting.has(stemIn(rule.id))) return [];
		const place = placeOf(rule.id);
		const gone = [rule.id, ...rule.aliases].filter((id) => !kept.has(id));
		const successor = gone.length === 0 ? null : (own ?? successorOf(rule, fresh));
		return [
			...gone.map((id) => {
				const named = successor === null ? null : { file: successor.file, alias: aliasIn(successor, id) };
				return diagnostic('id-vanished', former.file, place, { id, alias: id !== rule.id, successor: named });
			}),
			...codesOf(rule)
				.filter((code) => !codes.has(codeKey(code)))
				.map((code) =>
					diagnostic('code-vanished', former.file, place, { ...code, id: rule.id, file: own?.file ?? null }),
				),
		];
	});
}

function codesOf({ linters }: FormerRule): readonly LinterCode[] {
	return Object.entries(linters).flatMap(([linter, codes]) => codes.map((code) => ({ linter, code })));
}

/**
 * The new rule that most likely took the place of a former one: with its title in the pack, its stem in another pack, its
 * title or first words anywhere, or a stem in the pack that is spelled nearly so. Null when none is.
 */
function successorOf(former: FormerRule, fresh: readonly Rule[]): Rule | null {
	const inPack = fresh.filter(({ pack }) => pack === packIn(former.id));
	const near = nearest(
		stemIn(former.id),
		inPack.map(({ stem }) => stem),
	);
	return (
		inPack.find(({ title }) => title === former.title) ??
		fresh.find(({ stem }) => stem === stemIn(former.id)) ??
		fresh.find(({ title }) => title === former.title) ??
		fresh.find(({ summary }) => summary !== '' && summary === former.summary) ??
		inPack.find(({ stem }) => stem === near) ??
		null
	);
}

/** An id as its successor's file writes it: the stem alone in the same pack. */
function aliasIn({ pack }: Rule, id: string): string {
	return packIn(id) === pack ? stemIn(id) : id;
}

function packIn(id: string): string {
	return id.slice(0, id.indexOf('/'));
}

function stemIn(id: string): string {
	return id.slice(id.indexOf('/') + 1);
}

/** Where the text of a catalog has the id of a rule; the start of the text for one that it has nowhere. */
function placesOf({ text }: FormerCatalog): (id: string) => Place {
	const places = new Map<string, Place>();
	let [line, lineStart, seen] = [1, 0, 0];
	for (const { 1: before = '', 2: written = '', index } of text.matchAll(/("id"\s*:\s*)("(?:[^"\\]|\\.)*")/g)) {
		const offset = index + before.length;
		for (const { index: end } of text.slice(seen, offset).matchAll(/\n/g)) {
			line += 1;
			lineStart = seen + end + 1;
		}
		seen = offset;
		const id: unknown = JSON.parse(written);
		if (typeof id === 'string' && !places.has(id)) places.set(id, { line, column: offset - lineStart + 1 });
	}
	return (id) => places.get(id) ?? FILE_START;
}
