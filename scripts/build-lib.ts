// Makes lib/ from src/, for the published package: Node runs no TypeScript that lies in node_modules. `npm pack` calls it.
// lib/ has the files of src/ under the same names: TypeScript as JavaScript, everything else as it is. Declarations are
// written for what others import, and for what those files import.
import { cpSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, extname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** What package.json exports. */
const ENTRIES = ['link/index.ts', 'link/node.ts', 'load/user-config.ts'];

const root = fileURLToPath(new URL('..', import.meta.url));
const [from, to] = [join(root, 'src'), join(root, 'lib')];

rmSync(to, { recursive: true, force: true });
const files = globSync('**/*.*', { cwd: from }).sort();
for (const file of files) writeBuilt(file);
const complaints = writeDeclarations();
if (complaints === '') console.log(`lib: ${files.length} files`);
else {
	console.error(complaints);
	process.exitCode = 1;
}

function writeBuilt(file: string): void {
	const source = join(from, file);
	const ending = extname(file);
	if (ending === '.ts') write(join(to, file.replace(/ts$/, 'js')), toJavaScript(readFileSync(source, 'utf8')));
	else if (ending === '.astro') write(join(to, file), withBuiltImports(readFileSync(source, 'utf8')));
	else {
		mkdirSync(dirname(join(to, file)), { recursive: true });
		cpSync(source, join(to, file));
	}
}

function toJavaScript(code: string): string {
	const { outputText } = ts.transpileModule(code, {
		compilerOptions: {
			module: ts.ModuleKind.ESNext,
			target: ts.ScriptTarget.ES2023,
			verbatimModuleSyntax: true,
		},
	});
	return withBuiltImports(outputText);
}

/** `from './x.ts'`, `import './x.ts'` and `import('./x.ts')` name the built file. */
function withBuiltImports(code: string): string {
	return code.replace(/(\bfrom\s+|\bimport\s*\(?\s*)(["'])(\.{1,2}\/[^"'\n]+)\.ts\2/g, '$1$2$3.js$2');
}

/** Writes the declarations of the entries; the answer is what the compiler finds wrong with them, '' for nothing. */
function writeDeclarations(): string {
	const host: ts.FormatDiagnosticsHost = {
		getCurrentDirectory: () => root,
		getCanonicalFileName: (name) => name,
		getNewLine: () => '\n',
	};
	const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
	const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
	const program = ts.createProgram(
		ENTRIES.map((file) => join(from, file)),
		{ ...options, noEmit: false, declaration: true, emitDeclarationOnly: true, rootDir: from, outDir: to },
	);
	const { diagnostics } = program.emit(undefined, (name, text) => write(name, withBuiltImports(text)));
	const all = [...ts.getPreEmitDiagnostics(program), ...diagnostics].map((one) => ({ ...one }));
	return ts.formatDiagnostics(all, host);
}

function write(file: string, text: string): void {
	if (relative(to, file).startsWith('..')) throw new Error(`${file} would be written outside of lib/`);
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, text);
}
