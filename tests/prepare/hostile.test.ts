import { describe, expect, it } from 'vitest';
import { type PreparedRule, prepareRule } from '../../src/prepare/prepare-rule.ts';
import { createHighlighter } from '../../src/render/highlight.ts';

const highlighter = await createHighlighter();

function prepare(body: string): Promise<PreparedRule> {
	const text = `---\ntitle: T\nimpact: HIGH\ntags: a\n---\n\n${body}\n`;
	const source = { file: 'p/a.md', absolute: '/p/a.md', source: 'p/a.md', text, digest: '', fault: null };
	const pack = { name: 'p', absolute: '/p', trusted: false };
	return prepareRule(source, { pack, map: { pages: new Map(), files: new Map() }, highlighter });
}

describe('a file that is nested without end does not end the run', () => {
	it.each([
		['quotes', `${'>'.repeat(6000)} x`],
		['brackets', '['.repeat(3000)],
		['emphasis', '*a '.repeat(3000)],
		['lists', Array.from({ length: 400 }, (_, depth) => `${'  '.repeat(depth)}- x`).join('\n')],
	])('%s', async (_, body) => {
		const { rule, diagnostics } = await prepare(body);
		if (rule === null) {
			expect(diagnostics).toMatchObject([{ code: 'file-unreadable', file: 'p/a.md', place: { line: 1, column: 1 } }]);
		} else {
			expect(rule.html.body).not.toBe('');
		}
	});

	it('is reported when the stack does not suffice', async () => {
		const { rule, diagnostics } = await prepare(`${'>'.repeat(20_000)} x`);
		expect(rule).toBeNull();
		expect(diagnostics.map(({ code }) => code)).toEqual(['file-unreadable']);
	});
});
