import { describe, expect, it } from 'vitest';
import { excerptFor } from '../../src/site/client/excerpt.ts';

describe('the excerpt of a hit', () => {
	it('is the one of the engine when it marks a word', () => {
		const excerpt = 'a <mark>pool</mark> of memory';
		expect(excerptFor(['pool'], { excerpt, content: 'anything' })).toBe(excerpt);
	});

	it('shows the place of a piece of a name when the engine marks nothing', () => {
		const content = 'Register it with ngx_pool_cleanup_add(r->pool, 0).';
		expect(excerptFor(['pool_cleanup'], { excerpt: 'Register it', content })).toBe(
			'Register it with ngx_<mark>pool_cleanup</mark>_add(r-&gt;pool, 0).',
		);
	});

	it('finds it whatever the case, the longest word first', () => {
		expect(excerptFor(['the', 'USEEFFECT'], { excerpt: '', content: 'the hook useEffect' })).toBe(
			'the hook <mark>useEffect</mark>',
		);
	});

	it('begins and ends at words', () => {
		const content = `${'left '.repeat(40)}here ${'right '.repeat(60)}`;
		expect(excerptFor(['here'], { excerpt: '', content })).toMatch(/^(?:left )+<mark>here<\/mark>(?: right)+ …$/);
	});

	it('stays what it is when no word stands in the text', () => {
		expect(excerptFor(['none'], { excerpt: 'as it was', content: 'other' })).toBe('as it was');
	});

	it('shows tags of a text as text', () => {
		expect(excerptFor(['b'.repeat(2)], { excerpt: '', content: '<i>bb</i>' })).toBe(
			'&lt;i&gt;<mark>bb</mark>&lt;/i&gt;',
		);
	});
});
