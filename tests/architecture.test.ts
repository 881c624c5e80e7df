import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import ts from 'typescript';
import { describe, expect, test, vi } from 'vitest';

// The compiler reads every file of the project: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 60_000 });

/** What files of a folder of `src/` may import from other folders of `src/`; `main` stands for the files directly in `src/`. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
	domain: [],
	load: ['domain'],
	render: ['domain'],
	parse: ['domain', 'render'],
	catalog: ['domain'],
	schema: ['domain'],
	formats: ['domain', 'schema'],
	link: ['domain'],
	prepare: ['domain', 'parse', 'render'],
	serve: ['domain'],
	main: ['domain', 'load', 'prepare', 'parse', 'catalog'],
	site: ['domain', 'load', 'prepare', 'parse', 'render', 'catalog', 'schema', 'formats', 'serve', 'main'],
	cli: ['domain', 'load', 'prepare', 'parse', 'render', 'catalog', 'formats', 'link', 'serve', 'main'],
};

const CODE = '*.{ts,mts,js,mjs,astro}';
const LONGEST_FILE = 400;

const sources = files(`src/**/${CODE}`);
const imports = new Map(sources.map((file) => [file, importsOf(file)]));

function files(pattern: string): readonly string[] {
	return globSync(pattern)
		.map((file) => file.replaceAll('\\', '/'))
		.filter((file) => !file.startsWith('tests/fixtures/'))
		.sort();
}

/** The code of an Astro file: its frontmatter and its scripts. */
function codeOf(file: string): string {
	const text = readFileSync(file, 'utf8');
	if (!file.endsWith('.astro')) return text;
	const frontmatter = /^\s*---\r?\n(.*?)\n---/s.exec(text)?.[1] ?? '';
	const scripts = [...text.matchAll(/<script[^>]*>(.*?)<\/script>/gs)].map(([, script]) => script);
	return [frontmatter, ...scripts].join('\n');
}

/** Everything a file imports, static, dynamic and for its types alone; own files as paths from the repository's root. */
function importsOf(file: string): readonly string[] {
	const { importedFiles } = ts.preProcessFile(codeOf(file), true, true);
	return importedFiles.map(({ fileName }) =>
		fileName.startsWith('.') ? normalize(join(dirname(file), fileName)).replaceAll('\\', '/') : fileName,
	);
}

function folderOf(file: string): string {
	// Astro looks for this one file outside of its own folder.
	if (file === 'src/content.config.ts') return 'site';
	const [, folder, ...rest] = file.split('/');
	return rest.length === 0 ? 'main' : (folder ?? '');
}

test('every folder of src is known here', () => {
	expect([...new Set(sources.map(folderOf))].filter((folder) => !(folder in MAY_IMPORT))).toEqual([]);
});

describe('imports run one way', () => {
	test.each(Object.entries(MAY_IMPORT))('%s imports only from %j', (folder, allowed) => {
		const wrong = sources
			.filter((file) => folderOf(file) === folder)
			.flatMap((file) => (imports.get(file) ?? []).map((target) => ({ file, target })))
			.filter(({ target }) => target.startsWith('src/'))
			.filter(({ target }) => folderOf(target) !== folder && !allowed.includes(folderOf(target)));
		expect(wrong).toEqual([]);
	});

	test('nothing in src imports tests, benchmarks, scripts or the launcher', () => {
		const outside = [...imports].flatMap(([file, targets]) =>
			targets.filter((target) => /^(tests|bench|scripts|bin)\//.test(target)).map((target) => `${file} → ${target}`),
		);
		expect(outside).toEqual([]);
	});

	test('there is no cycle', () => {
		expect(cycle(imports)).toBeNull();
	});

	test('a cycle would be seen', () => {
		const graph = new Map([
			['a', ['b']],
			['b', ['c']],
			['c', ['b']],
		]);
		expect(cycle(graph)).toEqual(['b', 'c', 'b']);
	});
});

/** The first cycle of a graph as a walk that ends where it began; null when there is none. */
function cycle(graph: ReadonlyMap<string, readonly string[]>): readonly string[] | null {
	const done = new Set<string>();
	const visit = (node: string, way: readonly string[]): readonly string[] | null => {
		if (way.includes(node)) return [...way.slice(way.indexOf(node)), node];
		if (done.has(node)) return null;
		for (const next of graph.get(node) ?? []) {
			const found = visit(next, [...way, node]);
			if (found !== null) return found;
		}
		done.add(node);
		return null;
	};
	for (const node of graph.keys()) {
		const found = visit(node, []);
		if (found !== null) return found;
	}
	return null;
}

test('only site imports astro', () => {
	const elsewhere = [...imports]
		.filter(([file]) => folderOf(file) !== 'site')
		.flatMap(([file, targets]) =>
			targets.filter((target) => /^(astro|@astrojs\/)/.test(target)).map((target) => `${file} → ${target}`),
		);
	expect(elsewhere).toEqual([]);
});

test('src imports only packages that every install brings, so that a build needs no development tools', () => {
	const { dependencies }: { dependencies: Record<string, string> } = JSON.parse(readFileSync('package.json', 'utf8'));
	const missing = sources.flatMap((file) =>
		runtimeImports(codeOf(file))
			.filter((target) => !/^(\.|node:|astro:|virtual:)/.test(target))
			.map((target) => target.split('/', target.startsWith('@') ? 2 : 1).join('/'))
			.filter((name) => !Object.hasOwn(dependencies, name))
			.map((name) => `${file} → ${name}`),
	);
	expect(missing).toEqual([]);
});

/** What is left of the imports once the types are erased. */
function runtimeImports(code: string): readonly string[] {
	const compilerOptions = { target: ts.ScriptTarget.ESNext, module: ts.ModuleKind.ESNext, verbatimModuleSyntax: true };
	const { outputText } = ts.transpileModule(code, { compilerOptions });
	return ts.preProcessFile(outputText, true, true).importedFiles.map(({ fileName }) => fileName);
}

test('only cli prints', () => {
	const printing = sources
		.filter((file) => folderOf(file) !== 'cli')
		// A page's own scripts print to the reader's browser, not to a terminal: lint keeps `console` out of them.
		.filter((file) => /\bconsole\s*\.|\bprocess\s*\.\s*(stdout|stderr)\b/.test(withoutComments(codeOf(file))));
	expect(printing).toEqual([]);
});

function withoutComments(code: string): string {
	return code.replace(/\/\*.*?\*\//gs, '').replace(/(^|\s)\/\/.*$/gm, '');
}

test.each(['src', 'tests', 'bench', 'scripts', 'bin'])(
	`no file in %s is longer than ${LONGEST_FILE} lines`,
	(folder) => {
		const long = files(`${folder}/**/*.{ts,mts,js,mjs,astro,css}`)
			.map((file) => ({ file, lines: readFileSync(file, 'utf8').split('\n').length - 1 }))
			.filter(({ lines }) => lines > LONGEST_FILE);
		expect(long).toEqual([]);
	},
);
