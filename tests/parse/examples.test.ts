import { describe, expect, it } from 'vitest';
import { parseDocument, type RuleDocument } from '../../src/parse/document.ts';

const header = '---\ntitle: T\nimpact: HIGH\ntags: a\n---\n\n';

function parse(body: string): RuleDocument {
	const source = { file: 'a.md', absolute: '/p/a.md', source: 'a.md', text: header + body, digest: '', fault: null };
	const { document } = parseDocument(source, 'md');
	if (document === null) throw new Error('no document');
	return document;
}

/** `line: kind language (reason)` of every example; lines count from the first line of the body. */
function examples(body: string): string[] {
	const offset = header.split('\n').length - 1;
	return parse(body).examples.map(
		({ kind, language, reason, place }) =>
			`${place.line - offset}: ${kind} ${language ?? '-'}${reason === null ? '' : ` (${reason})`}`,
	);
}

const fence = (code: string, language = 'js'): string => `\`\`\`${language}\n${code}\n\`\`\`\n`;

describe('a label takes the fence that follows it', () => {
	it.each<[string, string, string[]]>([
		[
			'one pair',
			`**Incorrect (slow):**\n\n${fence('a')}\n**Correct (fast):**\n\n${fence('b')}`,
			['3: incorrect js (slow)', '9: correct js (fast)'],
		],
		['no blank line', `**Incorrect:**\n${fence('a')}`, ['2: incorrect js']],
		[
			'correct first',
			`**Correct:**\n\n${fence('a')}\n**Incorrect:**\n\n${fence('b')}`,
			['3: correct js', '9: incorrect js'],
		],
		[
			'several in any order',
			['Incorrect', 'Incorrect', 'Correct', 'Also correct'].map((word) => `**${word}:**\n\n${fence(word)}`).join('\n'),
			['3: incorrect js', '9: incorrect js', '15: correct js', '21: alternative js'],
		],
		[
			'prose in between',
			`**Incorrect:**\n\nThis reads twice.\n\n- and\n- slowly\n\n${fence('a')}`,
			['8: incorrect js'],
		],
		[
			'two fences in a row',
			`**Correct:**\n\n${fence('a', 'ts')}\n${fence('b', 'css')}`,
			['3: correct ts', '7: correct css'],
		],
		[
			'language labels',
			`**Correct:**\n\n**Python** (redis-py):\n\n${fence('a', 'python')}\n**Node.js** (ioredis):\n\n${fence('b', 'js')}`,
			['5: correct python', '11: correct js'],
		],
		['no language', `**Correct:**\n\n\`\`\`\na\n\`\`\``, ['3: correct -']],
		[
			'in a list',
			`1. Do this.\n\n   **Incorrect:**\n\n   ${fence('a').replaceAll('\n', '\n   ')}`,
			['5: incorrect js'],
		],
		['in a quote', `> **Correct:**\n>\n> \`\`\`js\n> a\n> \`\`\``, ['3: correct js']],
		['a heading', `## Incorrect\n\n${fence('a')}\n## Correct\n\n${fence('b')}`, ['3: incorrect js', '9: correct js']],
		[
			'a heading with prose and several fences',
			`## Incorrect\n\nFirst:\n\n${fence('a')}\nThen:\n\n${fence('b')}\nEnd.\n\n## Notes\n\n${fence('c')}`,
			['5: incorrect js', '11: incorrect js'],
		],
		[
			'a heading that opens a part with labels of its own',
			`## Solution\n\n**Incorrect:**\n\n${fence('a')}\nText.\n\n${fence('b')}`,
			['5: incorrect js', '11: correct js'],
		],
		['plain lines', `Wrong:\n\n${fence('a')}\nPreferred:\n\n${fence('b')}`, ['3: incorrect js', '9: correct js']],
		[
			'Chinese',
			`**错误（慢）：**\n\n${fence('a')}\n**正确（快）：**\n\n${fence('b')}`,
			['3: incorrect js (慢)', '9: correct js (快)'],
		],
		[
			'prose instead of code',
			'**Incorrect:** Read it twice.\n\n**Correct:** Read it once.',
			['1: incorrect - (Read it twice.)', '3: correct - (Read it once.)'],
		],
		['two labels in one paragraph', '**Incorrect:** `a`\n**Correct:** `b`', ['1: incorrect - (a)', '1: correct - (b)']],
		['a fence of four backticks', `**Correct:**\n\n\`\`\`\`md\n\`\`\`js\na\n\`\`\`\n\`\`\`\``, ['3: correct md']],
	])('%s', (_, body, expected) => {
		expect(examples(body)).toEqual(expected);
	});
});

describe('what is no example stays where the author put it', () => {
	it.each<[string, string]>([
		['code without a label', fence('a')],
		['code after a note', `**Note:** so\n\n${fence('a')}`],
		['output', `**Output:**\n\n${fence('a', 'text')}`],
	])('%s', (_, body) => {
		expect(examples(body)).toEqual([]);
	});

	it('does not reach past a heading', () => {
		expect(examples(`**Incorrect:**\n\n## Usage\n\n${fence('a')}`)).toEqual(['1: incorrect -']);
	});

	it('does not take the code of an example that begins anew', () => {
		expect(examples(`**Better:**\n\n${fence('a')}\n**React example:**\n\n${fence('b', 'jsx')}`)).toEqual([
			'3: correct js',
		]);
	});

	it('does not take the code of another lead-in', () => {
		expect(examples(`**Correct:**\n\n${fence('a')}\n**Output:**\n\n${fence('b', 'text')}`)).toEqual(['3: correct js']);
	});
});

describe('fence meta', () => {
	it('gives an example its title', () => {
		const [example] = parse(`**Correct:**\n\n\`\`\`ts title="app.ts" {1,3}\na\n\`\`\``).examples;
		expect(example).toMatchObject({ language: 'ts', title: 'app.ts' });
	});
});
