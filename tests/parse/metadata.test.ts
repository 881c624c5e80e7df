import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseMetadata } from '../../src/parse/metadata.ts';
import { sourceOf } from './source.ts';

const parse = (text: string) => parseMetadata(sourceOf(text, 'metadata.json'));

test('everything a pack may say of itself', () => {
	const text = JSON.stringify({
		version: '1.2.0',
		organization: 'Example Org',
		technology: 'Web',
		date: 'May 2026',
		abstract: 'Rules\nfor the web.',
		references: ['https://example.org/a'],
		ruleCount: 42,
	});
	expect(parse(text)).toEqual({
		metadata: {
			version: '1.2.0',
			organization: 'Example Org',
			technology: 'Web',
			date: 'May 2026',
			abstract: 'Rules for the web.',
			references: [{ title: 'https://example.org/a', url: 'https://example.org/a' }],
		},
		diagnostics: [],
	});
});

test('what is missing, empty or of another type is null', () => {
	const text = '{"version": 2, "organization": {"name": "x"}, "technology": ["a"], "date": " ", "abstract": null}';
	expect(parse(text).metadata).toEqual({
		version: '2',
		organization: null,
		technology: null,
		date: null,
		abstract: null,
		references: [],
	});
});

describe('a reference', () => {
	test.each<[json: string, title: string, url: string | null]>([
		['"https://example.org/x"', 'https://example.org/x', 'https://example.org/x'],
		['"A book, 2nd edition"', 'A book, 2nd edition', null],
		['"See https://example.org/"', 'See https://example.org/', null],
		['"javascript:alert(1)"', 'javascript:alert(1)', null],
		['"https://exa mple"', 'https://exa mple', null],
		['"https://[bad"', 'https://[bad', null],
		['{"title": "Docs", "url": "http://example.org"}', 'Docs', 'http://example.org/'],
		['{"name": "Docs", "link": "https://example.org/"}', 'Docs', 'https://example.org/'],
		['{"url": "https://example.org/"}', 'https://example.org/', 'https://example.org/'],
		['{"title": "Docs", "url": "data:text/html,x"}', 'Docs', null],
		['{"title": "Docs", "url": {"href": 1}}', 'Docs', null],
	])('%s', (json, title, url) => {
		expect(parse(`{"references": [${json}]}`).metadata?.references).toEqual([{ title, url }]);
	});

	test.each(['null', 'true', '[]', '{}', '""', '{"__proto__": {"url": "https://example.org/"}}'])(
		'%s is none',
		(json) => {
			expect(parse(`{"references": [${json}]}`).metadata?.references).toEqual([]);
		},
	);
});

describe('what is not a JSON object is said, with its place', () => {
	test.each<[text: string, line: number, column: number, reason: RegExp]>([
		['{"a": 1,\n}', 2, 1, /`}` instead of a key/],
		["{'a': 1}", 1, 2, /`'` instead of a key/],
		['{\n\t"a" 1}', 2, 6, /instead of a colon/],
		['{"a": "b" "c"}', 1, 11, /instead of a comma or `}`/],
		['[1, 2 3]', 1, 7, /instead of a comma or `\]`/],
		['{"a": tru}', 1, 7, /`t` instead of a value/],
		['{"a": 01}', 1, 7, /`0` instead of a value/],
		['{"a": "x\ny"}', 1, 7, /line end/],
		['{"a": "\\q"}', 1, 7, /escape/],
		['{"a": "b', 1, 7, /never closes/],
		['{"a": 1}}', 1, 9, /instead of the end/],
		['// note\n{}', 1, 1, /`\/` instead of a value/],
		['{"a": [1,\n', 1, 10, /ends where a value/],
		['', 1, 1, /ends where a value/],
		['[]', 1, 1, /a list, not an object/],
		['null', 1, 1, /null, not an object/],
	])('%j', (text, line, column, reason) => {
		const { metadata, diagnostics } = parse(text);
		expect(metadata).toBeNull();
		expect(diagnostics).toMatchObject([
			{ code: 'metadata-invalid', file: 'content/web/metadata.json', place: { line, column } },
		]);
		expect(diagnostics[0]?.args).toMatchObject({ reason: expect.stringMatching(reason) });
	});

	test('a file that could not be read, or not as UTF-8', () => {
		const unreadable = parseMetadata(
			sourceOf('', 'metadata.json', { kind: 'unreadable', reason: 'permission denied' }),
		);
		expect(unreadable.diagnostics[0]?.args).toEqual({ reason: 'permission denied' });
		const fault = { kind: 'not-utf8', offset: 5, line: 2, column: 3 } as const;
		const { diagnostics } = parseMetadata(sourceOf('{}', 'metadata.json', fault));
		expect(diagnostics[0]).toMatchObject({ place: { line: 2, column: 3 }, args: { reason: 'it is not UTF-8' } });
	});
});

test('exactly what JSON.parse rejects is reported', () => {
	const sign = fc.constantFrom(
		'{',
		'}',
		'[',
		']',
		',',
		':',
		'"',
		'"a"',
		'1',
		'-',
		'.5',
		'e3',
		'true',
		'nul',
		' ',
		'\n',
		'\\',
	);
	const texts = fc.oneof(
		fc.array(sign).map((signs) => signs.join('')),
		fc.json(),
		fc.string(),
	);
	fc.assert(
		fc.property(texts, (text) => {
			let isJson = true;
			try {
				JSON.parse(text);
			} catch {
				isJson = false;
			}
			const reasons = parse(text).diagnostics.map((one) => JSON.stringify(one.args));
			expect(reasons.filter((reason) => !reason.includes('not an object')).length).toBe(isJson ? 0 : 1);
		}),
		{ numRuns: 1000 },
	);
});

test('thousands of brackets are no trouble', () => {
	expect(parse('['.repeat(200_000)).diagnostics).toHaveLength(1);
});
