import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

/** Everything that a file needs when it runs: own files, followed, and the names of packages. */
function needs(file: string, found = new Set<string>()): ReadonlySet<string> {
	if (found.has(file)) return found;
	found.add(file);
	const { outputText } = ts.transpileModule(readFileSync(file, 'utf8'), {
		compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ESNext, verbatimModuleSyntax: true },
	});
	for (const { fileName } of ts.preProcessFile(outputText, true, true).importedFiles) {
		if (fileName.startsWith('.')) needs(normalize(join(dirname(file), fileName)), found);
		else found.add(fileName);
	}
	return found;
}

const outside = (entry: string) => [...needs(entry)].filter((name) => !name.startsWith('src'));

test('rulepress/link needs neither Node.js nor a package, so that it runs in browsers', () => {
	expect(outside('src/link/index.ts')).toEqual([]);
});

test('what rulepress/link/node needs would be seen', () => {
	expect(outside('src/link/node.ts')).toContain('node:fs/promises');
});
