// npm run try-package: packs the package, installs it in an empty project and uses it there as a team would, with every
// Node.js that this machine has. Exit codes: 0 all of it works, 1 something does not, 2 it could not be tried.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve, sep } from 'node:path';

const SITE = 'https://rules.example.org/docs';

/** The files of a team's project. */
const PROJECT: Readonly<Record<string, string>> = {
	'package.json': '{ "name": "team", "private": true, "type": "module" }\n',
	'rulepress.config.mjs': `/** @type {import('rulepress').UserConfig} */
export default { title: 'Team rules', content: ['packs'], site: 'https://rules.example.org', base: '/docs', trusted: ['interactive'] };
`,
	'packs/team/rules/no-dynamic-eval.md': `---
title: Do not run text as code
impact: CRITICAL
tags: [security]
linters:
  eslint: no-eval
---

Text that becomes code may come from anyone.

**Incorrect:**

\`\`\`js
eval(input);
\`\`\`

**Correct:**

\`\`\`js
JSON.parse(input);
\`\`\`
`,
	'packs/interactive/rules/shown.mdx': `---
title: Shown by a component
---

<Correct>{1 + 1}</Correct>
`,
	'report.json': JSON.stringify([
		{
			filePath: '/team/a.js',
			messages: [{ ruleId: 'no-eval', severity: 2, message: 'eval can be harmful.', line: 1, column: 1 }],
			errorCount: 1,
		},
	]),
	'use.mjs': `import { codeUrl, eslintLinks, ruleUrl } from 'rulepress/link';
import { linkText, loadCatalog } from 'rulepress/link/node';
import schema from 'rulepress/schema/catalog-v1.schema.json' with { type: 'json' };
const catalog = await loadCatalog('dist');
const { text } = await linkText('a.js:1:1: eval can be harmful. [Error/no-eval]\\n', catalog, { tool: 'eslint' });
if (!text.includes(ruleUrl(catalog, 'eslint', 'no-eval')) || typeof schema.$schema !== 'string') process.exitCode = 1;
const { rules } = eslintLinks(catalog).plugin('x', { rules: {} });
console.log(codeUrl('${SITE}', 'eslint', 'no-eval'), ruleUrl(catalog, 'eslint', 'no-eval'), JSON.stringify(rules));
`,
	'use.ts': `import type { UserConfig } from 'rulepress';
import { codeUrl, type LinkCatalog, linkDiagnostics, ruleUrl } from 'rulepress/link';
import { type LinkedText, linkText, loadCatalog } from 'rulepress/link/node';
export const config: UserConfig = { title: 'Team rules' };
export const url: string = codeUrl('${SITE}', 'eslint', 'no-eval');
export const catalog: LinkCatalog = await loadCatalog('dist');
export const own: string | null = ruleUrl(catalog, 'eslint', 'no-eval');
export const [first] = linkDiagnostics([{ message: 'x', code: 'no-eval', source: 'eslint' }], catalog);
export const linked: LinkedText = await linkText('', catalog, { tool: 'eslint' });
// @ts-expect-error: a number is no address
codeUrl(1, 'eslint', 'no-eval');
`,
};

const repository = resolve(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'rulepress-package-'));
const failures: string[] = [];

try {
	if (install()) for (const node of nodes()) tryWith(node);
	if (process.exitCode !== 2) {
		expectRun('npx', ['--no-install', 'rulepress', 'link', '--catalog', 'dist', 'report.json'], SITE);
		checkTypes();
	}
} finally {
	rmSync(folder, { recursive: true, force: true });
}
if (failures.length > 0) process.exitCode = 1;
console.log(failures.length === 0 ? 'Done.' : `Failed: ${failures.join('; ')}`);

function install(): boolean {
	const pack = ['pack', '--json', '--pack-destination', folder];
	const packed = execFileSync('npm', pack, { cwd: repository, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
	const [{ filename, size, unpackedSize, entryCount }] = JSON.parse(packed.slice(packed.search(/^\[/m)));
	const kilobytes = (bytes: number) => `${Math.round(bytes / 1024)} kB`;
	console.log(`${filename}: ${kilobytes(size)}, unpacked ${kilobytes(unpackedSize)}, ${entryCount} files`);
	for (const [name, text] of Object.entries(PROJECT)) {
		mkdirSync(join(folder, name, '..'), { recursive: true });
		writeFileSync(join(folder, name), text);
	}
	const add = ['install', '--no-audit', '--no-fund', '--prefer-offline', `./${filename}`];
	const { status, stderr } = spawnSync('npm', add, { cwd: folder, encoding: 'utf8' });
	if (status === 0) return true;
	console.error(`npm install failed:\n${stderr}`);
	process.exitCode = 2;
	return false;
}

/** This Node.js and, on the search path, the ones that do not come from an installed package. */
function nodes(): readonly string[] {
	const folders = (process.env['PATH'] ?? '').split(delimiter).filter((one) => !one.includes(`node_modules${sep}`));
	const found = folders.map((one) => join(one, 'node')).filter((one) => existsSync(one));
	return [...new Set([process.execPath, ...found.slice(0, 1)])];
}

function tryWith(node: string): void {
	console.log(`With Node.js ${execFileSync(node, ['--version'], { encoding: 'utf8' }).trim()}:`);
	rmSync(join(folder, 'dist'), { recursive: true, force: true });
	const program = 'node_modules/rulepress/bin/rulepress.mjs';
	const page = `${SITE}/rules/team/no-dynamic-eval/`;
	expectRun(node, [program, 'check'], '');
	expectRun(node, [program, 'build', 'packs'], '');
	const built = [
		'index.html',
		'rules/team/no-dynamic-eval/index.html',
		'rules/interactive/shown/index.html',
		'pagefind',
	];
	for (const name of built) expect(`the build has ${name}`, existsSync(join(folder, 'dist', name)));
	expectRun(node, [program, 'explain', 'title-missing'], '[title-missing]');
	expectRun(node, [program, 'link', '--catalog', 'dist', 'report.json'], page);
	expectRun(node, ['use.mjs'], `${SITE}/d/eslint/no-eval/ ${page} {}`);
}

function checkTypes(): void {
	const tsc = join(repository, 'node_modules/typescript/bin/tsc');
	for (const [module, resolution] of [
		['nodenext', 'nodenext'],
		['esnext', 'bundler'],
	] as const) {
		const kind = ['--module', module, '--moduleResolution', resolution, '--target', 'es2022'];
		expectRun(process.execPath, [tsc, '--noEmit', '--strict', ...kind, 'use.ts'], '');
	}
}

function expectRun(node: string, args: readonly string[], text: string): void {
	const { status, stdout, stderr } = spawnSync(node, args, { cwd: folder, encoding: 'utf8' });
	const shown = args.map((one) => one.replace(`${repository}${sep}`, '')).join(' ');
	const fine = expect(shown, status === 0 && stdout.includes(text));
	if (!fine) console.log(`exit code ${status}, looked for ${JSON.stringify(text)} in:\n${stdout}${stderr}`);
}

function expect(what: string, holds: boolean): boolean {
	console.log(`  ${holds ? 'ok' : 'FAILED'}  ${what}`);
	if (!holds) failures.push(what);
	return holds;
}
