import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type JsonNode, plainValue } from '../../../src/link/json/node.ts';
import { type JsonPattern, selectJson, selectJsonLines } from '../../../src/link/json/select.ts';
import { type LinkWarning, ReportError } from '../../../src/link/types.ts';
import { all, reportOf } from '../report.ts';
import { jsonText } from './random-json.ts';

async function select(text: string, patterns: readonly JsonPattern[], piece?: number) {
	const found = await all(selectJson(reportOf(text, 'report.json', piece), patterns));
	return found.map(({ path, node }) => [path.join('.'), text8(text, node)]);
}

function text8(text: string, { start, end }: { start: number; end: number }): string {
	return Buffer.from(text).subarray(start, end).toString('utf8');
}

/** Every node of a tree, the outer ones last. */
function everyNode(node: JsonNode): JsonNode[] {
	const children =
		node.type === 'object' ? node.members.map(({ value }) => value) : node.type === 'array' ? node.items : [];
	return [...children.flatMap(everyNode), node];
}

describe('selectJson', () => {
	const text = '{"a":[{"b":1,"é":"x"},{"b":[2,"]}"]}],"c":{"b":3}}';

	it.each<[string, readonly JsonPattern[], [string, string][]]>([
		['the root', [''], [['', text]]],
		['a key', ['c'], [['c', '{"b":3}']]],
		[
			'any index',
			['a.*.b'],
			[
				['a.0.b', '1'],
				['a.1.b', '[2,"]}"]'],
			],
		],
		['any key', ['c.*'], [['c.b', '3']]],
		['an index', ['a.1.b.0'], [['a.1.b.0', '2']]],
		[
			'inner before outer',
			['a.*', 'a.*.b'],
			[
				['a.0.b', '1'],
				['a.0', '{"b":1,"é":"x"}'],
				['a.1.b', '[2,"]}"]'],
				['a.1', '{"b":[2,"]}"]}'],
			],
		],
		['what is not there', ['a.b', 'd', 'c.b.x', 'a.0.b.0'], []],
	])('finds %s', async (_, patterns, expected) => {
		for (const piece of [1, 7, 1000]) expect(await select(text, patterns, piece)).toEqual(expected);
	});

	it('reads what JSON.parse reads, wherever the pieces are cut, and knows where each value stands', async () => {
		await fc.assert(
			fc.asyncProperty(jsonText, fc.integer({ min: 1, max: 9 }), async (json, piece) => {
				const [root] = await all(selectJson(reportOf(` ${json}\n`, 'x', piece), ['']));
				if (root === undefined) throw new Error('nothing found');
				const expected: unknown = JSON.parse(json);
				expect(plainValue(root.node)).toStrictEqual(expected);
				for (const node of everyNode(root.node)) {
					expect(plainValue(node)).toStrictEqual(JSON.parse(text8(` ${json}\n`, node)));
				}
			}),
		);
	});

	it('finds the same places whatever else is asked for', async () => {
		const patterns = ['a', 'a.*', '*.b', '*.*.c', 'b.0'];
		await fc.assert(
			fc.asyncProperty(jsonText, fc.subarray(patterns, { minLength: 1 }), async (json, asked) => {
				const together = await select(json, asked);
				const alone = await Promise.all(asked.map((one) => select(json, [one])));
				expect(together.map(String).sort()).toEqual(alone.flat().map(String).sort());
			}),
		);
	});

	it('keeps of a shallow object its scalars and where its containers are', async () => {
		const json = '{"name": "x", "rules": [1, 2], "more": {}}';
		const [found] = await all(selectJson(reportOf(json), [{ shallow: '' }]));
		expect(found?.node).toMatchObject({
			type: 'object',
			built: true,
			members: [
				{ key: 'name', value: { value: 'x' } },
				{ key: 'rules', value: { type: 'array', built: false, items: [], start: 23, end: 29, lastEnd: 28 } },
				{ key: 'more', value: { type: 'object', built: false, members: [], lastEnd: null } },
			],
		});
	});

	it('keeps of a shallow array where it is', async () => {
		const [found] = await all(selectJson(reportOf('{"a":[{"b":1},2]}'), [{ shallow: 'a' }]));
		expect(found?.node).toMatchObject({ built: false, items: [], start: 5, end: 16, lastEnd: 15 });
	});

	it.each([
		['', 'not JSON (it stops after 0 characters)', 1],
		['{"a":"é', 'not JSON (it stops after 7 characters)', 1],
		['[\n1,\n2', 'not JSON (it stops after 6 characters)', 3],
		['[1,\n]', 'not JSON (it goes wrong after 4 characters)', 2],
		['{"a" 1}', 'not JSON (it goes wrong after 5 characters)', 1],
		['[01]', 'not JSON (it goes wrong after 1 character)', 1],
		['["\n"]', 'not JSON (it goes wrong after 2 characters)', 1],
		['["\\x"]', 'not JSON (it goes wrong after 3 characters)', 1],
		['Oops! Something went wrong', 'not JSON (it goes wrong after 0 characters)', 1],
		['{"a":1]', 'not JSON (it goes wrong after 6 characters)', 1],
		['[1}', 'not JSON (it goes wrong after 2 characters)', 1],
	])('says where %j stops being JSON', async (json, message, line) => {
		for (const patterns of [[], [''], ['a.*']]) {
			const failure = all(selectJson(reportOf(json, 'x', 3), patterns));
			await expect(failure).rejects.toThrow(`${message}. Was the linter stopped, or did it print something else?`);
			await expect(failure).rejects.toMatchObject({ name: 'ReportError', line });
		}
	});

	it.each([
		[
			'{}\n4 warnings generated.\n',
			[{ message: 'text after the JSON, kept as it is: 4 warnings generated.', line: 2 }],
		],
		['[]\n\n{"b":1}', [{ message: 'text after the JSON, kept as it is: {"b":1}', line: 3 }]],
		[`{} ${'é'.repeat(99)}`, [{ message: `text after the JSON, kept as it is: ${'é'.repeat(60)}…`, line: 1 }]],
		['{} \r\n\t ', []],
	])('tells what follows the value: %j', async (json, expected) => {
		for (const piece of [4, 1000]) {
			const warnings: LinkWarning[] = [];
			await all(selectJson(reportOf(json, 'x', piece), [''], (warning) => warnings.push(warning)));
			expect(warnings).toEqual(expected);
		}
	});

	it('refuses damaged text as JSON.parse does, always with a ReportError', async () => {
		const damage = fc.tuple(
			jsonText,
			fc.nat(),
			fc.constantFrom('', ',', '"', '}', '[', '\\', 'e', '\u0000', ' '),
			fc.nat(2),
		);
		await fc.assert(
			fc.asyncProperty(damage, async ([json, at, sign, cut]) => {
				const where = at % (json.length + 1);
				const damaged = json.slice(0, where) + sign + json.slice(where + cut);
				const well = Buffer.from(damaged).toString('utf8');
				let expected = true;
				try {
					JSON.parse(well);
				} catch {
					expected = false;
				}
				let trailing = false;
				try {
					await all(
						selectJson(reportOf(well), ['a'], () => {
							trailing = true;
						}),
					);
					expect(expected || trailing).toBe(true);
				} catch (error) {
					expect(error).toBeInstanceOf(ReportError);
					expect(expected).toBe(false);
				}
			}),
		);
	});
});

describe('selectJsonLines', () => {
	it.each<[string, string, [string, string][], LinkWarning[]]>([
		[
			'values',
			'{"a":1}\n{"a":2}\n',
			[
				['0.a', '1'],
				['1.a', '2'],
			],
			[],
		],
		[
			'blank lines and CRLF',
			'\n{"a":1}\r\n\r\n{"a":2}',
			[
				['0.a', '1'],
				['1.a', '2'],
			],
			[],
		],
		['nothing', '\n', [], []],
		[
			'a summary after them',
			'{"a":1}\nFound 1 error in 1 file\n',
			[['0.a', '1']],
			[{ message: 'this line is not JSON; such lines are kept as they are', line: 2 }],
		],
		[
			'talk between them',
			'Hello, "world\n{"a":1}\nbye: [2]\n{"a":2}\nend',
			[
				['0.a', '1'],
				['1.a', '2'],
			],
			[{ message: 'this line is not JSON; such lines are kept as they are', line: 1 }],
		],
	])('reads %s', async (_, json, expected, said) => {
		for (const piece of [1, 5, 1000]) {
			const warnings: LinkWarning[] = [];
			const found = await all(
				selectJsonLines(reportOf(json, 'x', piece), ['*.a'], (warning) => warnings.push(warning)),
			);
			expect(found.map(({ path, node }) => [path.join('.'), text8(json, node)])).toEqual(expected);
			expect(warnings).toEqual(said);
		}
	});

	it.each([
		['{"a":1}\n{"a":', 'not JSON (it stops after 13 characters)', 2],
		['{"a":1}\n{"a"]\n', 'not JSON (it goes wrong after 12 characters)', 2],
	])('says where %j stops being JSON', async (json, message, line) => {
		const failure = all(selectJsonLines(reportOf(json), ['*.a']));
		await expect(failure).rejects.toThrow(message);
		await expect(failure).rejects.toMatchObject({ line });
	});

	it('never fails in another way', async () => {
		const junk = fc
			.array(fc.oneof(jsonText, fc.string(), fc.constantFrom('\n', '{', '"', '[1] x')))
			.map((parts) => parts.join('\n'));
		await fc.assert(
			fc.asyncProperty(junk, fc.integer({ min: 1, max: 9 }), async (json, piece) => {
				try {
					await all(selectJsonLines(reportOf(json, 'x', piece), ['*', '*.a']));
				} catch (error) {
					expect(error).toBeInstanceOf(ReportError);
				}
			}),
		);
	});
});
