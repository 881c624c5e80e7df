import fc from 'fast-check';
import { createHighlighterCore, createOnigurumaEngine } from 'shiki';
import { bundledLanguages } from 'shiki/langs';
import { describe, expect, it } from 'vitest';
import { createHighlighter } from '../../src/render/highlight.ts';
import { lineReader } from '../../src/render/line-memory.ts';
import { tokenElement, tokenTheme } from '../../src/render/theme.ts';

const grammars = ['typescript', 'vue', 'python', 'shellscript', 'markdown', 'cpp', 'ruby'] as const;
const shiki = await createHighlighterCore({
	themes: [tokenTheme],
	langs: grammars.map((name) => bundledLanguages[name]),
	engine: createOnigurumaEngine(import('shiki/wasm')),
});
const remembering = await createHighlighter();
await remembering.load(grammars);

/** Lines that mean something else depending on what is open before them, and some that open something. */
const pieces = [
	...['const a = `', '`;', 'if (a) {', '}', '/*', '*/', '// b', 'f(', ')', '<b>{c}</b>', 'type T = {', 'a: string;'],
	...['"""', "'''", 'def f():', '    return 1', '# c', 'x = f"{a}"'],
	...['cat <<EOF', 'EOF', 'echo "$a', '"', 'case a in', 'esac', 'cat <<-OTHER', '\tOTHER'],
	...['<template>', '</template>', '<script lang="ts">', '</script>', '<style>', '</style>', 'a { color: red }'],
	...[
		'```js',
		'```',
		'> a',
		'- b',
		'    c',
		'',
		'  ',
		'R"x(',
		')x"',
		'#define A \\',
		'b',
		'<<~TEXT',
		'TEXT',
		'%w[',
		']',
		'=begin',
		'=end',
	],
];

describe('lines that came before', () => {
	it('have the tokens that Shiki gives them, in whatever order they come', () => {
		const code = fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 12 }).map((lines) => lines.join('\n'));
		fc.assert(
			fc.property(code, fc.constantFrom(...grammars), (text, lang) => {
				const tokens = shiki.codeToTokensBase(text, { lang, theme: tokenTheme.name, tokenizeTimeLimit: 0 });
				const lines = tokens.map((line) =>
					line.map(({ content, color }) => ({ text: content, element: tokenElement(color) })),
				);
				expect(remembering.lines(text, lang)).toEqual(lines);
			}),
			{ numRuns: 1500 },
		);
	});

	const counted = () => {
		const read: string[] = [];
		const reader = lineReader((line) => {
			read.push(line);
			return line.length;
		});
		return { read, reader, grammar: shiki.getLanguage('typescript') };
	};

	it('are not tokenized again where the same is open', () => {
		const { read, reader, grammar } = counted();
		const lines = ['if (a) {', 'b();', '}', 'if (a) {', 'b();', '}'];
		expect(reader.lines(grammar, lines)).toEqual(lines.map(({ length }) => length));
		// The first line of a text is in a state of its own.
		expect(read).toEqual(['if (a) {', 'b();', '}', 'if (a) {']);
		reader.lines(grammar, lines);
		expect(read).toHaveLength(4);
	});

	it('are tokenized again where something else is open', () => {
		const { read, reader, grammar } = counted();
		reader.lines(grammar, ['a;', 'b;', '/*', 'b;', '*/', '`', 'b;']);
		expect(read.filter((line) => line === 'b;')).toHaveLength(3);
	});

	it('are tokenized again in another language, and once all is forgotten', () => {
		const { read, reader, grammar } = counted();
		reader.lines(grammar, ['a']);
		reader.lines(shiki.getLanguage('python'), ['a']);
		expect(read).toHaveLength(2);
		reader.forget();
		reader.lines(grammar, ['a']);
		expect(read).toHaveLength(3);
	});
});
