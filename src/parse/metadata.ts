import { type Diagnostic, diagnostic } from '../domain/diagnostics.ts';
import type { PackMetadata } from '../domain/parsed.ts';
import { FILE_START, type Place } from '../domain/place.ts';
import type { PackReference } from '../domain/rule.ts';
import type { SourceFile } from '../domain/source.ts';
import { findJsonProblem } from './json-problem.ts';
import { placesOf } from './yaml-places.ts';

const REFERENCES = 'references';

/**
 * What the site shows of a `metadata.json`; null, and a diagnostic with the place, when it is no JSON object.
 * Keys of another type than text are passed over. Never throws.
 */
export function parseMetadata(source: SourceFile): {
	readonly metadata: PackMetadata | null;
	readonly diagnostics: readonly Diagnostic[];
} {
	const invalid = (reason: string, place: Place) => ({
		metadata: null,
		diagnostics: [diagnostic('metadata-invalid', source.file, place, { reason })],
	});
	if (source.fault?.kind === 'unreadable') return invalid(source.fault.reason, FILE_START);
	if (source.fault !== null) return invalid('it is not UTF-8', source.fault);
	const problem = findJsonProblem(source.text);
	if (problem !== null) return invalid(problem.reason, placesOf(source.text, FILE_START.line)(problem.offset));
	const value: unknown = JSON.parse(source.text);
	if (!isRecord(value)) return invalid(`it holds ${nameOf(value)}, not an object`, FILE_START);
	return { metadata: readMetadata(value), diagnostics: [] };
}

function readMetadata(value: Readonly<Record<string, unknown>>): PackMetadata {
	const text = (key: string): string | null => (Object.hasOwn(value, key) ? textOf(value[key]) : null);
	const references = Object.hasOwn(value, REFERENCES) ? value[REFERENCES] : [];
	return {
		version: text('version'),
		organization: text('organization'),
		technology: text('technology'),
		date: text('date'),
		abstract: text('abstract'),
		references: (Array.isArray(references) ? references : [references]).flatMap(readReference),
	};
}

/** A reference as an address, a text, or an object with a title and an address under any of the usual keys. */
function readReference(value: unknown): readonly PackReference[] {
	const plain = textOf(value);
	if (plain !== null) return [{ title: plain, url: webAddress(plain) }];
	if (!isRecord(value)) return [];
	const first = (keys: readonly string[]): string | null =>
		keys.map((key) => (Object.hasOwn(value, key) ? textOf(value[key]) : null)).find((text) => text !== null) ?? null;
	const address = first(['url', 'href', 'link', 'uri']);
	const title = first(['title', 'name', 'label', 'description']) ?? address;
	return title === null ? [] : [{ title, url: address === null ? webAddress(title) : webAddress(address) }];
}

/** Text on one line; a version or a year may be written as a number. Null for anything else, and for nothing. */
function textOf(value: unknown): string | null {
	if (typeof value === 'number') return String(value);
	if (typeof value !== 'string') return null;
	const text = value.toWellFormed().replace(/\s+/g, ' ').trim();
	return text === '' ? null : text;
}

/** The address when it is one that a page may link to: http or https, and nothing but an address. */
function webAddress(text: string): string | null {
	if (!/^https?:\/\/\S+$/i.test(text)) return null;
	return URL.parse(text)?.href ?? null;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function nameOf(value: unknown): string {
	if (value === null) return 'null';
	return Array.isArray(value) ? 'a list' : `a ${typeof value}`;
}
