import { describe, expect, it } from 'vitest';
import { infoOf, languageOf, readFenceMeta } from '../../src/domain/fence-meta.ts';

/** `title | marked | inserted | deleted`, without what is empty at the end. */
function meta(info: string): string {
	const { title, marked, inserted, deleted } = readFenceMeta(info);
	const lists = [marked, inserted, deleted].map((lines) => [...lines].join(','));
	return [title ?? '', ...lists].join(' | ').replace(/(?: \| )+$/, '');
}

describe('what stands after the language of a fence', () => {
	it.each([
		['', ''],
		['title="app.ts"', 'app.ts'],
		["title='my app.ts'", 'my app.ts'],
		['filename=app.ts', 'app.ts'],
		['file=app.ts {1}', 'app.ts | 1'],
		[':app.ts', 'app.ts'],
		['{1,3-5}', ' | 1,3,4,5'],
		['{ 1, 3 - 5 }', ' | 1,3,4,5'],
		['mark={2}', ' | 2'],
		['highlight={2}', ' | 2'],
		['hl_lines={2}', ' | 2'],
		['{1} mark={2}', ' | 1,2'],
		['ins={2} del={4}', ' |  | 2 | 4'],
		['add={2} remove={4}', ' |  | 2 | 4'],
		['{5-3}', ''],
		['{x}', ''],
		['{}', ''],
		['{-}', ''],
		['title="{1}"', '{1}'],
		['showLineNumbers wrap', ''],
		['{1-3,2-4}', ' | 1,2,3,4'],
	])('%j', (info, expected) => {
		expect(meta(info)).toBe(expected);
	});

	it.each(['{1-999999999}', `{${'1-9999,'.repeat(5_000)}}`, '{1-20000}'.repeat(50), `{1-${'9'.repeat(400)}}`])(
		'%.20j asks for no more lines than a block can have',
		(info) => {
			expect(readFenceMeta(info).marked.size).toBeLessThanOrEqual(10_000);
		},
	);

	it('counts steps, so that ranges that repeat one another leave nothing for what follows', () => {
		expect(readFenceMeta('{1-5000,1-5000,7000}').marked.has(7000)).toBe(false);
		expect(readFenceMeta('{1-5000,1-4999,7000}').marked.has(7000)).toBe(true);
	});
});

describe('the language of a fence', () => {
	it.each([
		[{ lang: 'TS', meta: null }, 'ts', ' '],
		[{ lang: 'ts{1,3}', meta: 'x' }, 'ts', '{1,3} x'],
		[{ lang: 'ts:app.ts', meta: null }, 'ts', ':app.ts '],
		[{ lang: '{1}', meta: null }, null, '{1} '],
		[{ lang: null, meta: null }, null, ' '],
	])('%j', (fence, language, info) => {
		expect(languageOf(fence)).toBe(language);
		expect(infoOf(fence)).toBe(info);
	});
});
