import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	appendItem,
	appendItems,
	removeMember,
	replaceText,
	replaceValue,
	setMember,
	setMembers,
} from '../../../src/link/json/edit.ts';
import type { JsonNode, JsonObject, JsonValue } from '../../../src/link/json/node.ts';
import { selectJson } from '../../../src/link/json/select.ts';
import type { Edit } from '../../../src/link/types.ts';
import { all, applied, reportOf } from '../report.ts';
import { jsonText } from './random-json.ts';

async function parse(text: string, pattern = ''): Promise<JsonNode> {
	const [found] = await all(selectJson(reportOf(text), [pattern]));
	if (found === undefined) throw new Error(`nothing at ${pattern}`);
	return found.node;
}

function objectOf(node: JsonNode): JsonObject {
	if (node.type !== 'object') throw new Error('no object');
	return node;
}

function given(edit: Edit | null): readonly Edit[] {
	return edit === null ? [] : [edit];
}

describe('setMember', () => {
	it.each<[string, string, string, JsonValue, string]>([
		['minified', '{"a":1}', '', 2, '{"a":1,"z":2}'],
		['spaced', '{"a": 1, "b": 2}', '', 2, '{"a": 1, "b": 2, "z": 2}'],
		['padded', '{ "a": 1 }', '', [1, 2], '{ "a": 1, "z": [1, 2] }'],
		['spaced before the colon', '{"a" : 1}', '', 2, '{"a" : 1, "z" : 2}'],
		['by lines', '{\n  "a": 1\n}\n', '', { b: [1] }, '{\n  "a": 1,\n  "z": {\n    "b": [\n      1\n    ]\n  }\n}\n'],
		[
			'by lines with CRLF and tabs',
			'{\r\n\t"a": 1\r\n}',
			'',
			{ b: 1 },
			'{\r\n\t"a": 1,\r\n\t"z": {\r\n\t\t"b": 1\r\n\t}\r\n}',
		],
		['by lines, inner', '{\n\t"a": {\n\t\t"b": 1\n\t}\n}', 'a', 2, '{\n\t"a": {\n\t\t"b": 1,\n\t\t"z": 2\n\t}\n}'],
		['empty', '{}', '', 2, '{"z":2}'],
		['empty with space', '{ }', '', 2, '{"z":2}'],
		['empty among lines', '{\n  "a": {}\n}', 'a', 2, '{\n  "a": {\n    "z": 2\n  }\n}'],
		['empty, not the first', '{\n  "b": 1,\n  "a": {}\n}', 'a', 2, '{\n  "b": 1,\n  "a": {\n    "z": 2\n  }\n}'],
		[
			'on one line in a file of lines',
			'{\n  "a": { "b": 1, "c": 2 }\n}',
			'a',
			3,
			'{\n  "a": { "b": 1, "c": 2, "z": 3 }\n}',
		],
		['already there', '{"z" :  1, "y":2}', '', 5, '{"z" :  5, "y":2}'],
		['there twice', '{"z":1,"z":2}', '', 5, '{"z":1,"z":5}'],
		['a string', '{"z":"\\u00e9"}', '', 'é"\u2028', '{"z":"é\\"\u2028"}'],
	])('writes as the file does: %s', async (_, text, pattern, value, expected) => {
		const edit = setMember(objectOf(await parse(text, pattern)), 'z', value);
		expect(applied(text, given(edit))).toBe(expected);
		expect(setMember(objectOf(await parse(expected, pattern)), 'z', value)).toBeNull();
	});

	it('changes exactly what it is told to, in any object', async () => {
		const changes = fc.dictionary(
			fc.constantFrom('a', 'b', 'c', 'ключ', 'new'),
			fc.option(fc.jsonValue({ maxDepth: 2 }), { nil: undefined }),
		);
		await fc.assert(
			fc.asyncProperty(jsonText, changes, async (json, wanted) => {
				const node = await parse(json);
				if (node.type !== 'object') return;
				const edits = setMembers(node, wanted as { [key: string]: JsonValue | undefined });
				const after = applied(json, edits);
				const expected = new Map(Object.entries(JSON.parse(json) as object));
				for (const [key, value] of Object.entries(wanted)) {
					if (value === undefined) expected.delete(key);
					else expected.set(key, value);
				}
				expect(JSON.stringify(JSON.parse(after))).toBe(JSON.stringify(Object.fromEntries(expected)));
				expect(setMembers(objectOf(await parse(after)), wanted as { [key: string]: JsonValue | undefined })).toEqual(
					[],
				);
			}),
			{ numRuns: 300 },
		);
	});
});

describe('removeMember', () => {
	it.each([
		['{"a":1,"b":2,"c":3}', 'a', '{"b":2,"c":3}'],
		['{"a":1,"b":2,"c":3}', 'b', '{"a":1,"c":3}'],
		['{"a":1,"b":2,"c":3}', 'c', '{"a":1,"b":2}'],
		['{ "a": 1 }', 'a', '{}'],
		['{\n  "a": 1,\n  "b": 2\n}', 'b', '{\n  "a": 1\n}'],
		['{"a":1,"a":2}', 'a', '{}'],
		['{"a":1}', 'b', '{"a":1}'],
	])('in %j takes %j away', async (text, key, expected) => {
		expect(applied(text, given(removeMember(objectOf(await parse(text)), key)))).toBe(expected);
	});

	it('takes several away at once, next to each other, and adds one', async () => {
		const text = '{"a":1,"b":2,"c":3,"d":4}';
		const edits = setMembers(objectOf(await parse(text)), { b: undefined, c: undefined, d: undefined, e: 5 });
		expect(applied(text, edits)).toBe('{"a":1,"e":5}');
	});
});

describe('appendItem', () => {
	it.each([
		['{"a":[]}', '{"a":[{"b":1}]}'],
		['{"a":[1,2]}', '{"a":[1,2,{"b":1}]}'],
		[
			'{\n  "a": [\n    {\n      "c": 1\n    }\n  ]\n}',
			'{\n  "a": [\n    {\n      "c": 1\n    },\n    {\n      "b": 1\n    }\n  ]\n}',
		],
		['{\n  "a": []\n}', '{\n  "a": [\n    {\n      "b": 1\n    }\n  ]\n}'],
	])('to the shallow array in %j', async (text, expected) => {
		const [found] = await all(selectJson(reportOf(text), [{ shallow: 'a' }]));
		if (found?.node.type !== 'array') throw new Error('no array');
		expect(applied(text, given(appendItem(found.node, { b: 1 })))).toBe(expected);
	});

	it('puts several in as one edit', async () => {
		const node = await parse('[1]');
		if (node.type !== 'array') throw new Error('no array');
		expect(appendItems(node, [2, 3])).toEqual({ start: 2, end: 2, text: ',2,3' });
		expect(appendItems(node, [])).toBeNull();
	});
});

describe('replaceText', () => {
	it.each([
		['"a"', 'a (x)', { start: 2, end: 2, text: ' (x)' }],
		['"\\u0061"', 'a (x)', { start: 7, end: 7, text: ' (x)' }],
		['"é (1)"', 'é (2)', { start: 5, end: 7, text: '2)' }],
		['"\\u00e9 (1)"', 'é (2)', { start: 0, end: 12, text: '"é (2)"' }],
		['"😀"', '😁', { start: 1, end: 5, text: '😁' }],
		['"a"', 'a', null],
	])('of %s makes %j', async (text, wanted, expected) => {
		const node = await parse(text);
		if (node.type !== 'string') throw new Error('no string');
		expect(replaceText(node, wanted)).toEqual(expected);
	});

	it('makes any string any other', async () => {
		const unit = fc.constantFrom('a', 'b', '"', '\\', '\n', 'é', '😀', '😁', '\ud83d', '\u0000');
		const text = fc.string({ unit, maxLength: 5 });
		await fc.assert(
			fc.asyncProperty(text, text, async (before, after) => {
				const json = JSON.stringify(before);
				const node = await parse(json);
				if (node.type !== 'string') throw new Error('no string');
				expect(JSON.parse(applied(json, given(replaceText(node, after))))).toBe(after);
			}),
		);
	});
});

describe('replaceValue', () => {
	it('puts any value in place of any other', async () => {
		await fc.assert(
			fc.asyncProperty(jsonText, fc.jsonValue(), async (json, value) => {
				const wanted = value as JsonValue;
				const edit = replaceValue(await parse(json), wanted);
				const after = applied(json, given(edit));
				expect(JSON.parse(after)).toEqual(JSON.parse(JSON.stringify(value)));
				expect(replaceValue(await parse(after), wanted)).toBeNull();
			}),
		);
	});
});
