import type { Heading, Paragraph } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { describe, expect, it } from 'vitest';
import { readLabel } from '../../src/parse/labels.ts';
import { parseMarkdown } from '../../src/parse/markdown.ts';

/** `kind | word | reason | prose after the label`, or null. */
function label(markdown: string): string | null {
	const [node] = parseMarkdown(markdown, 'md').children;
	const found = readLabel(node as Paragraph | Heading, markdown);
	if (found === null) return null;
	const text = (nodes: typeof found.rest): string => plainText({ type: 'paragraph', children: [...nodes] });
	return [found.kind, found.word, text(found.reason), text(found.rest)].join(' | ').replace(/(?: \| )+$/, '');
}

it.each(['', 'good', '1', ' :'])('blanks without end after "example" and %j cost no time', (words) => {
	const blanks = ' '.repeat(20_000);
	expect(label(`**example${blanks}${words}${blanks}x**`)).toBeNull();
});

describe('a paragraph or heading is a label', () => {
	it.each([
		['**Incorrect (leaks a descriptor):**', 'incorrect | Incorrect | leaks a descriptor'],
		['**Correct (closed by the pool):**', 'correct | Correct | closed by the pool'],
		['**Incorrect:**', 'incorrect | Incorrect'],
		['**Correct**', 'correct | Correct'],
		['**Correct**:', 'correct | Correct'],
		['**Correct** (why not):', 'correct | Correct | why not'],
		['**Correct - shorter:**', 'correct | Correct | shorter'],
		['**Incorrect — too long**', 'incorrect | Incorrect | too long'],
		['**Incorrect (f(x) calls g(h())):**', 'incorrect | Incorrect | f(x) calls g(h())'],
		['**Incorrect (uses `a(b` here):**', 'incorrect | Incorrect | uses a(b here'],
		['**Correct (`<script setup>` and {{fn}}):**', 'correct | Correct | <script setup> and {{fn}}'],
		['**Incorrect (p-* with margins):**', 'incorrect | Incorrect | p-* with margins'],
		['**Incorrect (`a-*` and b-*):**', 'incorrect | Incorrect | a-* and b-*'],
		['**Also correct (another way):**', 'alternative | Also correct | another way'],
		['**Also incorrect:**', 'incorrect | Also incorrect'],
		['**Alternative (with a set):**', 'alternative | Alternative | with a set'],
		['**Even better — one query**', 'alternative | Even better | one query'],
		['**GOOD:**', 'correct | GOOD'],
		['**BAD:**', 'incorrect | BAD'],
		['**Not recommended:**', 'incorrect | Not recommended'],
		["**Don't:**", "incorrect | Don't"],
		['**Do:**', 'correct | Do'],
		['**Before (callbacks):**', 'incorrect | Before | callbacks'],
		['**After (promises):**', 'correct | After | promises'],
		['**Anti-pattern:**', 'incorrect | Anti-pattern'],
		['**❌ Bad:**', 'incorrect | Bad'],
		['✅ **Good** (fast):', 'correct | Good | fast'],
		['**❌ Reading twice**', 'incorrect | Incorrect | Reading twice'],
		['**✅ Avoid:**', 'incorrect | Avoid'],
		['**错误（顺序执行）：**', 'incorrect | 错误 | 顺序执行'],
		['**正确（并行执行）：**', 'correct | 正确 | 并行执行'],
		['**错误示例：**', 'incorrect | 错误示例'],
		['**不正确：**', 'incorrect | 不正确'],
		['**Incorrect:** It reads the file twice.', 'incorrect | Incorrect | It reads the file twice.'],
		['**Correct (once):** Read it once.', 'correct | Correct | once | Read it once.'],
		['Wrong:', 'incorrect | Wrong'],
		['Preferred:', 'correct | Preferred'],
		['Good (short):', 'correct | Good | short'],
		['## Incorrect', 'incorrect | Incorrect'],
		['## Good Example', 'correct | Good Example'],
		['## Bad Example — nested', 'incorrect | Bad Example | nested'],
		['### Incorrect Configuration', 'incorrect | Incorrect Configuration'],
		['### Good — small', 'correct | Good | small'],
		['## ❌ Query in a loop', 'incorrect | Incorrect | Query in a loop'],
		['## ✅ Correct: one query', 'correct | Correct | one query'],
		['## The Problem', 'incorrect | The Problem'],
		['## Solution', 'correct | Solution'],
		['## Solution 2: Use a set', 'correct | Solution 2 | Use a set'],
		['## Problem 1', 'incorrect | Problem 1'],
	])('%s', (markdown, expected) => {
		expect(label(markdown)).toBe(expected);
	});
});

describe('prose is no label', () => {
	it.each([
		'**Note:** Correct code is short.',
		'**Correctness:** matters.',
		'**Incorrectly sized** images shift the page.',
		'**After installing**, run the tests:',
		'**Before you begin:**',
		'**Best practices:**',
		'**Goodbye:**',
		'**Validation:**',
		'## Correct vs Incorrect',
		'## Before you start',
		'Good names help the reader.',
		'The correct way:',
		'**Avoiding waterfalls** is worth it.',
		'**Output:**',
		'**Example:**',
	])('%s', (markdown) => {
		expect(label(markdown)).toBeNull();
	});
});
