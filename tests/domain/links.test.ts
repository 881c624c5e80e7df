import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isWebAddress, type LocalTarget, resolveLocalLink } from '../../src/domain/links.ts';

const file = (path: string, anchor: string | null = null): LocalTarget => ({ kind: 'file', path, anchor });

describe('a link of web/rules/mem-close.md', () => {
	test.each<[string, LocalTarget]>([
		['mem-open.md', file('web/rules/mem-open.md')],
		['./mem-open.md', file('web/rules/mem-open.md')],
		['mem-open.md#why-it-matters', file('web/rules/mem-open.md', 'why-it-matters')],
		['mem-open.md#', file('web/rules/mem-open.md')],
		['mem-open.md?plain=1#L3', file('web/rules/mem-open.md', 'L3')],
		['../assets/a%20b.png', file('web/assets/a b.png')],
		['../../other/references/x.md', file('other/references/x.md')],
		['..', file('web')],
		['../..', file('')],
		['sub//./x.md', file('web/rules/sub/x.md')],
		['..\\assets\\a.png', file('web/assets/a.png')],
		['%E6%AD%A3.md', file('web/rules/正.md')],
		['100%.md', file('web/rules/100%.md')],
		['a%23b.md', file('web/rules/a#b.md')],
		['#why', { kind: 'anchor', id: 'why' }],
		['#%E6%AD%A3', { kind: 'anchor', id: '正' }],
		['#', { kind: 'anchor', id: '' }],
		['', { kind: 'anchor', id: '' }],
		['?tab=1#why', { kind: 'anchor', id: 'why' }],
		['../../../x.md', { kind: 'outside' }],
		['..%2F..%2F..%2Fx.md', { kind: 'outside' }],
		['%2e%2e/%2e%2e/%2e%2e/x.md', { kind: 'outside' }],
		['../../../web/rules/mem-open.md', { kind: 'outside' }],
		['/docs/intro', { kind: 'rooted' }],
		['//host/x', { kind: 'whole' }],
		['/\\host/x', { kind: 'whole' }],
		['https://example.org/a.md', { kind: 'whole' }],
		['mailto:a@example.org', { kind: 'whole' }],
		['javascript:alert(1)', { kind: 'whole' }],
		['\u0001 java\nscript:alert(1)', { kind: 'whole' }],
	])('%j', (url, target) => {
		expect(resolveLocalLink('web/rules/mem-close.md', url)).toEqual(target);
	});
});

describe('a whole address', () => {
	test.each([
		['https://example.org/a', true],
		['HTTP://example.org', true],
		['//example.org/a', true],
		['mailto:a@example.org', true],
		['https://', false],
		['http://[x', false],
		['file:///C:/a.md', false],
		['C:\\a.md', false],
		['vscode://file/a.md', false],
		['data:text/html,a', false],
		['javascript:alert(1)', false],
		['java\nscript:alert(1)', false],
	])('%j may be a link: %s', (url, may) => {
		expect(resolveLocalLink('a.md', url).kind).toBe('whole');
		expect(isWebAddress(url)).toBe(may);
	});
});

describe('whatever is written', () => {
	const piece = fc.constantFrom('..', '.', '/', '\\', '%2e', '%2F', '%', '#', '?', 'a', 'b.md', ':', ' ', '\0', '正');
	const urls = fc.oneof(
		fc.string({ unit: 'binary' }),
		fc.array(piece).map((pieces) => pieces.join('')),
	);
	const sources = fc
		.array(fc.stringMatching(/^[a-z]+$/), { minLength: 1, maxLength: 4 })
		.map((parts) => parts.join('/'));

	test('the path stays inside the content folder', () => {
		fc.assert(
			fc.property(sources, urls, (from, url) => {
				const target = resolveLocalLink(from, url);
				if (target.kind !== 'file' || target.path === '') return;
				for (const segment of target.path.split('/')) expect(['', '.', '..']).not.toContain(segment);
			}),
		);
	});

	test('a target written as a link from the content folder resolves to itself', () => {
		fc.assert(
			fc.property(sources, urls, (from, url) => {
				const target = resolveLocalLink(from, url);
				if (target.kind !== 'file') return;
				const again = `./${target.path.split('/').map(strictlyEncoded).join('/')}`;
				expect(resolveLocalLink('index.md', again)).toMatchObject({ kind: 'file', path: target.path });
			}),
		);
	});
});

function strictlyEncoded(segment: string): string {
	return encodeURIComponent(segment.toWellFormed());
}
