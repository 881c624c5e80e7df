import { describe, expect, it } from 'vitest';
import { setCodeAside } from '../../src/parse/set-code-aside.ts';
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
		['brackets', '['.repeat(1000)],
		['emphasis', '*a '.repeat(1000)],
		['lists', Array.from({ length: 200 }, (_, depth) => `${'  '.repeat(depth)}- x`).join('\n')],
	])('%s', async (_, body) => {
		const { rule, diagnostics } = await prepare(body);
		if (rule === null) {
			expect(diagnostics).toMatchObject([{ code: 'file-excessive', file: 'p/a.md' }]);
		} else {
			expect(rule.html.body).not.toBe('');
		}
	});

	it('is reported when the stack does not suffice', async () => {
		const { rule, diagnostics } = await prepare(`${'>'.repeat(20_000)} x`);
		expect(rule).toBeNull();
		expect(diagnostics.map(({ code }) => code)).toEqual(['file-excessive']);
	});
});

describe('a file that is large without end', () => {
	const spaces = ' '.repeat(100_000);
	const fence = (line: string): string => `\`\`\`js\n${line}\n\`\`\`\n\n`;

	// What takes the square of these lengths takes minutes, the cube takes years.
	it.each([
		[
			'white space in a label',
			`**Incorrect (a${spaces}b):** c${spaces}d\n\n${fence('a')}**Correct:**\n\n${fence('b')}`,
			2,
		],
		['white space in bold that is never closed', `**a*${spaces}**${spaces}b`, 0],
		['white space in a line of the impact', `**Impact: HIGH${spaces}x**`, 0],
		['white space in a heading', `## Correct${spaces}x`, 0],
		[
			'one line',
			`**Incorrect:**\n\n${fence('x = 1; '.repeat(100_000))}**Correct:**\n\n${fence('y'.repeat(1_000_000))}`,
			2,
		],
		['fences', `**Incorrect:**\n\n${fence('a')}`.repeat(1000), 1000],
	])('is done with in time: %s', async (_, body, examples) => {
		const { rule } = await prepare(body);
		expect(rule?.examples).toHaveLength(examples);
	});

	it('has its code set aside in one go', () => {
		const text = `${fence('a')}~~~\n`.repeat(20_000);
		expect(setCodeAside(text)?.asides).toHaveLength(20_000);
	});
});
