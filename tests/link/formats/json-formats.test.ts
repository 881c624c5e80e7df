import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectFormat } from '../../../src/link/detect.ts';
import { REPORT_FORMATS } from '../../../src/link/formats/list.ts';
import { pageOf, SITE } from '../helpers/catalog.ts';
import { reportOf } from '../report.ts';
import { CATALOG, EVAL, type Json, type JsonCase, UNUSED } from './json-case.ts';
import { COLLECTED_CASES } from './json-cases-collected.ts';
import { LANGUAGE_CASES } from './json-cases-languages.ts';
import { WEB_CASES } from './json-cases-web.ts';
import { linked } from './link-json.ts';

const JSON_CASES: readonly JsonCase[] = [...WEB_CASES, ...LANGUAGE_CASES, ...COLLECTED_CASES];

const LAYOUTS: readonly (readonly [string, string | number | undefined])[] = [
	['minified', undefined],
	['by two spaces', 2],
	['by tabs', '\t'],
];

function textOf({ lines }: Pick<JsonCase, 'lines'>, report: Json, indent?: string | number): string {
	if (!lines) return JSON.stringify(report, null, indent);
	return Array.isArray(report) ? report.map((line: Json) => `${JSON.stringify(line)}\n`).join('') : '';
}

function parsed({ lines }: Pick<JsonCase, 'lines'>, text: string): Json {
	if (!lines) return JSON.parse(text) as Json;
	return text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [JSON.parse(line) as Json]));
}

/** What stands at a path with `*` for any step, from the first to the last; what is missing is left out. */
function valuesAt(value: Json | undefined, [step, ...rest]: readonly string[]): Json[] {
	if (value === undefined) return [];
	if (step === undefined) return [value];
	if (typeof value !== 'object' || value === null) return [];
	const entries: [string, Json][] = Object.entries(value);
	return entries.flatMap(([key, child]) => (step === '*' || step === key ? valuesAt(child, rest) : []));
}

/** The same without what stands at the paths. */
function without(value: Json, paths: readonly (readonly string[])[]): Json {
	if (typeof value !== 'object' || value === null) return value;
	const entries: [string, Json][] = Object.entries(value);
	const kept = entries.flatMap(([key, child]): [string, Json][] => {
		const deeper = paths.filter(([step]) => step === '*' || step === key).map((path) => path.slice(1));
		if (deeper.some((path) => path.length === 0)) return [];
		const rest = without(child, deeper);
		// A container that linking adds for the link alone.
		const emptied = deeper.length > 0 && typeof rest === 'object' && rest !== null && Object.keys(rest).length === 0;
		return emptied && !Array.isArray(rest) ? [] : [[key, rest]];
	});
	return Array.isArray(value) ? kept.map(([, child]) => child) : Object.fromEntries(kept);
}

describe.each(JSON_CASES)('$what', (one) => {
	const { format, report, tool = null, links, codes, clean } = one;

	it.each(one.lines ? LAYOUTS.slice(0, 1) : LAYOUTS)('is known and linked, %s', async (_, indent) => {
		const before = textOf(one, report, indent);
		const result = await linked(before, CATALOG, { tool });
		expect(result.format?.name).toBe(format);
		const after = parsed(one, result.text);
		for (const [path, values] of links) expect(valuesAt(after, path.split('.')), path).toEqual(values);
		expect(Object.fromEntries(result.codes.map(({ name, count }) => [`${name.linter} ${name.code}`, count]))).toEqual(
			codes,
		);
		// What is added is laid out as the rest.
		if (!one.lines) expect(result.text).toBe(JSON.stringify(after, null, indent));
	});

	it('is of one format alone', () => {
		const texts = [textOf(one, report), textOf(one, report, 2), ...(clean === undefined ? [] : [textOf(one, clean)])];
		for (const text of texts.filter((each) => each !== '')) {
			const takers = REPORT_FORMATS.filter(({ detect }) => detect(reportOf(text, 'report')));
			expect(takers.map(({ name }) => name)).toEqual([format]);
		}
	});

	it('changes nothing the second time', async () => {
		const first = await linked(textOf(one, report), CATALOG, { tool });
		const second = await linked(first.text, CATALOG, { tool, piece: 7 });
		expect(first.edits).toBeGreaterThan(0);
		expect(second).toMatchObject({ edits: 0, text: first.text });
		expect(second.codes).toEqual(first.codes);
	});

	it('changes nothing but its links, whatever else stands in the report', async () => {
		const paths = links.map(([path]) => path.split('.'));
		await fc.assert(
			fc.asyncProperty(
				fc.func(fc.option(fc.tuple(fc.constantFrom('x', 'meta', 'é'), fc.jsonValue({ maxDepth: 1 })), { freq: 3 })),
				fc.constantFrom(undefined, 1, '\t'),
				fc.integer({ min: 1, max: 99 }),
				async (extra, indent, piece) => {
					const busy = scattered(report, extra as (at: string) => [string, Json] | null);
					const before = textOf(one, busy, indent);
					const { text } = await linked(before, CATALOG, { tool, piece });
					expect(without(parsed(one, text), paths)).toEqual(without(parsed(one, before), paths));
					expect((await linked(text, CATALOG, { tool })).text).toBe(text);
				},
			),
			{ numRuns: 25 },
		);
	});

	if (clean !== undefined) {
		it('is left as it is when it is clean', async () => {
			const text = textOf(one, clean);
			if (text === '') return;
			expect(await linked(text, CATALOG)).toMatchObject({
				format: { name: format },
				edits: 0,
				codes: [],
				text,
				warnings: [],
			});
		});
	}
});

/** The value with another member in some of its objects. */
function scattered(value: Json, extra: (at: string) => [string, Json] | null, at = ''): Json {
	if (typeof value !== 'object' || value === null) return value;
	const entries: [string, Json][] = Object.entries(value);
	const children = entries.map(([key, child]): [string, Json] => [key, scattered(child, extra, `${at}.${key}`)]);
	if (Array.isArray(value)) return children.map(([, child]) => child);
	const more = at.endsWith('rulesMeta') ? null : extra(at);
	return Object.fromEntries(more === null ? children : [...children, more]);
}

describe('a list without results', () => {
	it.each(['[]', '[]\n', ' [ ]\r\n'])('is left as it is: %j', async (text) => {
		expect(await linked(text, CATALOG)).toMatchObject({ edits: 0, codes: [], warnings: [], text });
	});
});

describe('JSON that no linter wrote', () => {
	it.each([
		'{}',
		'{"a":1}',
		'[1]',
		'[{"name":"x"}]',
		'"text"',
		'{"uri":"file:///a","diagnostics":[{"message":"x","range":{}}]}',
	])('is not known: %s', (text) => {
		expect(() => detectFormat(reportOf(text))).toThrow('cannot tell which linter wrote this');
	});
});

describe('the link in a message', () => {
	const message = (text: string) =>
		JSON.stringify([{ filePath: 'a.js', messages: [{ ruleId: 'no-eval', message: text }] }]);

	it.each([
		['none yet', 'Eval.', `Eval. (${EVAL})`],
		['our page already', `Eval. (${EVAL})`, `Eval. (${EVAL})`],
		['another page of the site', `Eval. (${SITE}rules/js/old-name/)`, `Eval. (${EVAL})`],
		["the linter's own page", 'Eval. (https://eslint.org/x)', `Eval. (https://eslint.org/x) (${EVAL})`],
		['brackets', 'Eval (bad)', `Eval (bad) (${EVAL})`],
		['more than an address in the brackets', `Eval (${SITE} says so)`, `Eval (${SITE} says so) (${EVAL})`],
		['white space behind', 'Eval.\n', `Eval. (${EVAL})\n`],
		['no text', '', `(${EVAL})`],
	])('%s', async (_, before, after) => {
		const { text } = await linked(message(before), CATALOG);
		expect(text).toBe(message(after));
		expect((await linked(text, CATALOG)).edits).toBe(0);
	});

	it('leaves every other byte of the message as it is written', async () => {
		const odd = '[{"filePath":"a.js","messages":[{"ruleId":"no-eval","message":"\\u0045val\\/ \\ud83d\\ude00"}]}]';
		expect((await linked(odd, CATALOG)).text).toBe(odd.replace('\\ude00"', `\\ude00 (${EVAL})"`));
	});
});

describe('what is said of a report', () => {
	const file = (rule: string) =>
		JSON.stringify([
			{
				filePath: 'a.js',
				messages: [
					{ ruleId: rule, message: 'a' },
					{ ruleId: rule, message: 'b' },
				],
			},
		]);

	it("tells once that ESLint's json has no place for links", async () => {
		const hint = '--format json-with-metadata has a place for links; in json they are added to the message.';
		expect((await linked(file('no-eval'), CATALOG)).warnings).toEqual([{ message: hint, line: null }]);
		expect((await linked(file('eqeqeq'), CATALOG)).warnings).toEqual([]);
	});

	const issue = (name: string) => ({
		description: 'x',
		check_name: name,
		fingerprint: name,
		location: { path: 'a.js' },
	});

	it('asks for the linter when nothing names it', async () => {
		const message = 'This format does not say which linter wrote it. Pass --tool eslint.';
		await expect(linked(JSON.stringify([issue('no-eval')]), CATALOG)).rejects.toThrow(message);
		const nameless = { diagnostics: [{ code: { value: 'no-eval' }, location: { path: 'a.js' }, message: 'x' }] };
		await expect(linked(JSON.stringify(nameless), CATALOG)).rejects.toThrow(message);
	});

	it('tells how many results are of a linter that nothing names', async () => {
		const result = await linked(JSON.stringify([issue('eslint(no-eval)'), issue('a'), issue('b')]), CATALOG);
		expect(result.warnings).toEqual([
			{ message: '2 results do not say which linter found them; --tool names it', line: null },
		]);
	});

	it('keeps the summary behind JSON lines', async () => {
		const line = JSON.stringify({
			file: 'a.py',
			line: 1,
			column: 1,
			message: 'x',
			hint: null,
			code: 'arg-type',
			severity: 'error',
		});
		const result = await linked(`${line}\n\nFound 1 error in 1 file\n`, CATALOG);
		expect(result.text).toBe(`${line.replace('"x"', `"x (${UNUSED})"`)}\n\nFound 1 error in 1 file\n`);
		expect(result.warnings).toMatchObject([{ line: 3 }]);
	});

	it('tells where a report was cut off', async () => {
		await expect(linked(file('no-eval').slice(0, 40), CATALOG)).rejects.toThrow(
			'not JSON (it stops after 40 characters)',
		);
	});
});

describe('GitLab Code Quality', () => {
	const issue = (body: string) =>
		JSON.stringify([
			{ description: 'x', check_name: 'no-eval', fingerprint: '1', location: { path: 'a' }, content: { body } },
		]);

	it.each([
		['', `\n\n[js/no-dynamic-eval](${EVAL})`],
		['Text.', `Text.\n\n[js/no-dynamic-eval](${EVAL})`],
		[`Text.\n\n[Old *title*](${pageOf('js/old')})`, `Text.\n\n[js/no-dynamic-eval](${EVAL})`],
		[
			`Text.\n\n[see](${pageOf('js/old')}) for more`,
			`Text.\n\n[see](${pageOf('js/old')}) for more\n\n[js/no-dynamic-eval](${EVAL})`,
		],
	])('of a body %j makes %j', async (before, after) => {
		const { text } = await linked(issue(before), CATALOG, { tool: 'eslint' });
		expect(JSON.parse(text)).toMatchObject([{ content: { body: after } }]);
		expect((await linked(text, CATALOG, { tool: 'eslint' })).edits).toBe(0);
	});
});
