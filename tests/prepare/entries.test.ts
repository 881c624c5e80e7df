import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Entry, readEntries, writeEntries } from '../../src/prepare/entries.ts';
import type { PreparedRule } from '../../src/prepare/prepare-rule.ts';
import { packed } from '../../src/prepare/stored-html.ts';
import { packOf } from '../catalog/packs.ts';

let file: string;
beforeAll(async () => {
	file = join(await mkdtemp(join(tmpdir(), 'entries-')), 'deep', 'pack.rules');
});
afterAll(() => rm(join(file, '../..'), { recursive: true }));

const text = fc.string({ unit: 'grapheme', maxLength: 40 });
const html = fc.record({ lead: text, body: text, titleAnchor: fc.option(text) });

function entryOf(
	own: { text: string; html: { lead: string; body: string; titleAnchor: string | null } } | null,
): Entry {
	const [rule] = packOf({ source: 'web', rules: { 'rules/a.md': {} } }).rules;
	if (rule === undefined) throw new Error('the pack has a rule');
	const prepared: PreparedRule = { rule: own && { ...rule, ...own }, diagnostics: [], asked: ['/a'] };
	return { digest: 'd', targets: [['/a', null]], prepared };
}

describe('what is kept of rules', () => {
	it('is read as it was written, whatever their texts are', async () => {
		const bodies = fc.array(fc.option(fc.record({ text, html })), { maxLength: 5 });
		await fc.assert(
			fc.asyncProperty(bodies, async (all) => {
				const entries = new Map(all.map((own, index) => [`rules/${index}.md`, entryOf(own)]));
				await writeEntries(file, entries);
				expect(await readEntries(file)).toEqual(entries);
			}),
			{ numRuns: 60 },
		);
	});

	it('can be written again as it was read', async () => {
		await writeEntries(
			file,
			new Map([['a', entryOf({ text: 'ä', html: { lead: '规', body: '<p>', titleAnchor: null } })]]),
		);
		const bytes = await readFile(file);
		await writeEntries(file, await readEntries(file));
		expect(await readFile(file)).toEqual(bytes);
	});

	it.each(['\n', '"', '\\', '\u0000', '\ud800', '__proto__', 'a\nb', ''])(
		'has the keys of its author: %j',
		async (key) => {
			const entry = entryOf({ text: '', html: { lead: '', body: '', titleAnchor: null } });
			const rule = entry.prepared.rule;
			if (rule === null) throw new Error('the entry has a rule');
			// That a reader of JSON misreads a key depends on the keys before it, and on what it has read before.
			for (const before of [{}, { message: 1 }, { '"': 1, [`a${key}`]: 2 }]) {
				const extra = { ...before, ...Object.fromEntries([[key, { ...before, ...Object.fromEntries([[key, 1]]) }]]) };
				const prepared = { ...entry.prepared, rule: { ...rule, frontmatter: { ...rule.frontmatter, extra } } };
				await writeEntries(file, new Map([['a', { ...entry, prepared }]]));
				const read = (await readEntries(file)).get('a');
				expect(JSON.stringify((read?.prepared.rule ?? prepared.rule).frontmatter.extra)).toBe(JSON.stringify(extra));
			}
		},
	);

	it('is not kept when it has half a letter', async () => {
		const half = entryOf({ text: 'a\ud83d', html: { lead: '', body: '', titleAnchor: null } });
		await writeEntries(
			file,
			new Map([
				['half', half],
				['whole', entryOf(null)],
			]),
		);
		expect([...(await readEntries(file)).keys()]).toEqual(['whole']);
	});

	it.each<[string, (bytes: Buffer) => Buffer]>([
		['torn', (bytes) => bytes.subarray(0, bytes.length - 1)],
		['changed by a bit', (bytes) => bytes.fill((bytes.at(-1) ?? 0) ^ 1, bytes.length - 1)],
		['empty', () => Buffer.alloc(0)],
		['without a line', () => Buffer.from('x')],
	])('counts for nothing when the file is %s', async (_, spoil) => {
		await writeEntries(
			file,
			new Map([['a', entryOf({ text: 'x', html: { lead: '', body: 'y', titleAnchor: null } })]]),
		);
		await writeFile(file, spoil(await readFile(file)));
		expect((await readEntries(file)).size).toBe(0);
	});
});

it.each([
	['plain', { lead: '<p>a</p>', body: 'ä 规', titleAnchor: 'x' }],
	['with half a letter', { lead: 'a\ud83d', body: '\ude00', titleAnchor: null }],
])('packed HTML is the same: %s', (_, body) => {
	expect(packed(body)).toEqual(body);
	expect(JSON.stringify(packed(body))).toBe(JSON.stringify(body));
});
