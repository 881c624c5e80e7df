import { globSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { expect, test, vi } from 'vitest';
import { faultsOf } from './pattern-faults.ts';

/** Where the program builds a pattern, and the pattern: what `patterns.test.ts` does not find written out. */
const built: { readonly file: string; readonly place: string; readonly pattern: RegExp }[] = [];
const Plain = RegExp;

class Recorded extends Plain {
	constructor(pattern: string | RegExp, flags?: string) {
		super(pattern, flags);
		const caller = new Error().stack?.split('\n')[2] ?? '';
		const [place, file] = /(src\/[\w/-]+\.ts):\d+:\d+/.exec(caller) ?? [];
		if (file !== undefined && place !== undefined) built.push({ file, place, pattern: new Plain(pattern, flags) });
	}
}

/** How many times a file says `new RegExp`. */
function calls(file: string): number {
	const tree = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
	let count = 0;
	const visit = (node: ts.Node): void => {
		if ((ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === 'RegExp') count++;
		ts.forEachChild(node, visit);
	};
	visit(tree);
	return count;
}

test('no pattern that the program builds takes more than linear time', async () => {
	vi.stubGlobal('RegExp', Recorded);
	const [shape, meta, files, asides] = await Promise.all([
		import('../src/domain/code-shape.ts'),
		import('../src/domain/fence-meta.ts'),
		import('../src/load/rule-files.ts'),
		import('../src/parse/set-code-aside.ts'),
		import('../src/domain/hidden-signs.ts'),
		import('../src/link/text/patterns/list.ts'),
		import('../src/parse/label-words.ts'),
		import('../src/parse/excess.ts'),
		import('../src/schema/frontmatter.ts'),
	]);
	shape.isLinterName('eslint');
	shape.codeFault('no-var');
	meta.readFenceMeta('{1} ins={2} del={3}');
	files.looksOf('---\nname: none\n---\n');
	asides.setCodeAside('Before.\n\n```ts\nconst a = 1;\n```\n\n~~~~ts\nconst b = 2;\n~~~~\n');
	vi.unstubAllGlobals();

	const expected = Object.fromEntries(
		globSync('src/**/*.ts')
			.sort()
			.flatMap((file) => (calls(file) > 0 ? [[file, calls(file)]] : [])),
	);
	const places = Map.groupBy(new Map(built.map((one) => [one.place, one])).values(), ({ file }) => file);
	expect(Object.fromEntries([...places].map(([file, seen]) => [file, seen.length]).sort())).toEqual(expected);

	const faults = built.flatMap(({ place, pattern }) =>
		faultsOf({ source: pattern.source, flags: pattern.flags }).map((fault) => `${place} ${pattern}: ${fault}`),
	);
	expect(faults).toEqual([]);
});
