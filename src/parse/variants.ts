import type { Paragraph, RootContent } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import type { ExampleNode } from '../domain/tree.ts';
import { readLabel } from './labels.ts';
import { grammarOf } from './languages.ts';

/** Right after a label, any short bold or colon-ended line that stands directly over a fence names a variant. */
export function namesVariant(node: Paragraph, next: RootContent | undefined, text: string): boolean {
	return next?.type === 'code' && readLabel(node, text) === null && (namesLanguage(node) || isShortLine(node));
}

/** `**Python** (redis-py):`, `TypeScript:`, `**Node.js:**` — a name and nothing else: "React example:" begins something new. */
export function namesLanguage(node: Paragraph): boolean {
	const text = plainText(node);
	const [first] = node.children;
	if (text.length > 80 || text.includes('\n')) return false;
	if (first?.type !== 'strong' && !/[:：]\s*$/.test(text)) return false;
	const names = text
		.replace(/[(（][^)）]*[)）]/g, ' ')
		.split(/[\s/,&:：]+/)
		.filter((word) => word !== '' && !/^v?\d[\d.+]*$/.test(word));
	return names.length > 0 && names.length <= 3 && names.every(isLanguageName);
}

function isLanguageName(word: string): boolean {
	return grammarOf(word) !== null || moreLanguageNames.has(word.toLowerCase());
}

/** Names of languages and platforms as people write them, where Shiki has another name. */
const moreLanguageNames = new Set(
	'c++ c# f# golang node node.js react vue svelte angular next.js nuxt deno bun objective-c shell postgres postgresql mysql sqlite yaml pip npm yarn pnpm cargo gradle maven redis-py jedis lettuce nredisstack ioredis node-redis go-redis'.split(
		' ',
	),
);

function isShortLine(node: Paragraph): boolean {
	const text = plainText(node);
	return text.length <= 80 && !text.includes('\n') && /[:：]\s*$/.test(text);
}

/** Marks the paragraphs of an example that name the variant which the next fence shows; returns the children. */
export function markVariants(children: ExampleNode['children']): ExampleNode['children'] {
	for (const [index, child] of children.entries()) {
		if (child.type !== 'paragraph' || children[index + 1]?.type !== 'code') continue;
		const names = namesLanguage(child) || (child.children[0]?.type === 'strong' && isShortLine(child));
		if (names) child.data = { ...child.data, variant: true };
	}
	return children;
}
