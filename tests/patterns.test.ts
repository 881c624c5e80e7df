import { globSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { faultsOf } from './pattern-faults.ts';

interface Pattern {
	readonly source: string;
	readonly flags: string;
	readonly place: string;
}

/** Patterns whose time grows faster than their text, and why no hostile text is long enough to show it. */
const BOUNDED: Readonly<Record<string, string>> = {
	'/[^/]*$/': 'reads a constant',
	'/(?<=^|\\s)(?:(?:[A-Za-z]:)?[\\\\/][^\\s:]*[\\\\/][^\\s:]*\\.\\w+(?::\\d+)*|[^\\s:]+\\.\\w+(?::\\d+)+|\\d+:\\d+):?(?=\\s|$)/g':
		'what is typed is cut at MOST_LETTERS',
	'/^ ?impact ?[:：] ?([A-Z][A-Za-z_-]*(?: (?:high|medium)\\b)?) ?(?:[(（—–-] ?(.*?) ?[)）]?)? ?\\.? ?$/i':
		'longer lines than `longestLine` are not looked at',
	'/(?:\\.mdx?|[_.]?\\*|-)+$/': 'longer pieces than `longestWritten` are not looked at',
	'/[(（][^)）]*[)）]/g': 'longer paragraphs than 80 letters are not looked at',
	'/\\s+\\S*$/': 'the text is cut at a number of letters before',
};

/** The patterns that are written out in a file; the scripts of components begin after their frontmatter, which is a script too. */
function patternsOf(file: string): readonly Pattern[] {
	const text = readFileSync(file, 'utf8').replace(/^---\n([\s\S]*?)\n---\n[\s\S]*$/, '$1');
	const tree = ts.createSourceFile(`${file}.ts`, text, ts.ScriptTarget.Latest, true);
	const found: Pattern[] = [];
	const visit = (node: ts.Node): void => {
		if (ts.isRegularExpressionLiteral(node)) {
			const end = node.text.lastIndexOf('/');
			const place = `${file}:${tree.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
			found.push({ source: node.text.slice(1, end), flags: node.text.slice(end + 1), place });
		}
		ts.forEachChild(node, visit);
	};
	visit(tree);
	return found;
}

const patterns = globSync(['src/**/*.{ts,astro}', 'bin/*.mjs']).sort().flatMap(patternsOf);

test('no pattern takes more than linear time, but those that read short texts', () => {
	expect(patterns.length).toBeGreaterThan(400);
	const slow = patterns.filter((one) => BOUNDED[`/${one.source}/${one.flags}`] === undefined);
	expect(
		slow.flatMap((one) => faultsOf(one).map((fault) => `${one.place} /${one.source}/${one.flags}: ${fault}`)),
	).toEqual([]);
});

test('every exception is a pattern of the program', () => {
	const known = new Set(patterns.map(({ source, flags }) => `/${source}/${flags}`));
	expect(Object.keys(BOUNDED).filter((pattern) => !known.has(pattern))).toEqual([]);
});

test.each(['\\s+$', '(a+)+b', '\\d*\\w+!', '^(?:a|ab?)*a*$'])('the analysis finds what is slow in %s', (source) => {
	expect(faultsOf({ source, flags: '' })).not.toEqual([]);
});
