import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DIAGNOSTIC_CODES, severityOf } from '../src/domain/diagnostics.ts';
import { run } from './cli/run.ts';

const DOCS = ['README.md', 'CONTRIBUTING.md', 'docs/performance.md', 'docs/hosting.md', 'docs/security.md'];
const manifest: {
	scripts: Record<string, string>;
	dependencies: Record<string, string>;
	devDependencies: Record<string, string>;
	optionalDependencies: Record<string, string>;
} = JSON.parse(readFileSync('package.json', 'utf8'));
const topFolders = readdirSync('.', { withFileTypes: true })
	.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
	.map((entry) => entry.name);

const text = (file: string) => readFileSync(file, 'utf8');

/** Paths of this repository that a document names: link targets, and code that begins with one of its folders. */
function namedPaths(file: string): readonly string[] {
	const links = [...text(file).matchAll(/\]\(([^)#\s]+)/g)].map(([, url = '']) => url);
	const code = [...text(file).matchAll(/`([^`\n]+)`/g)].map(([, inner = '']) => inner);
	const paths = code.filter(
		(inner) => topFolders.some((folder) => inner.startsWith(`${folder}/`)) && !/[<*…\s]/.test(inner),
	);
	const files = code.filter((inner) => /^[\w.-]+\.(?:mjs|json|md)$/.test(inner) && !OF_A_PACK.includes(inner));
	const near = links.filter((url) => !/^[a-z]+:/.test(url)).map((url) => join(dirname(file), url));
	return [...near, ...paths, ...files];
}

/** Files that the documents name because a pack may hold them. */
const OF_A_PACK = ['SKILL.md', 'metadata.json', '_sections.md'];

describe.each(DOCS)('%s', (file) => {
	test('names at least three paths, and every one exists', () => {
		const paths = namedPaths(file);
		expect(paths.length).toBeGreaterThanOrEqual(3);
		expect(paths.filter((path) => !existsSync(path))).toEqual([]);
	});

	test('every npm script it names exists', () => {
		const named = [...text(file).matchAll(/npm (?:run ([\w:-]+)|(start|test)\b)/g)].map(
			([, name, short]) => name ?? short,
		);
		expect(named.filter((name) => !Object.hasOwn(manifest.scripts, String(name)))).toEqual([]);
	});
});

describe('the commands of README.md', () => {
	const lines = text('README.md').split('\n');
	const table = lines.filter((line) => line.startsWith('| `rulepress '));

	test('the table lists every command', async () => {
		const { out } = await run(['--help']);
		const commands = [...out.matchAll(/^ {2}([a-z]+) (?:\[|<)/gm)]
			.map(([, name]) => name)
			.filter((name) => name !== 'help');
		const listed = table.map((line) => /^\| `rulepress ([a-z]+)/.exec(line)?.[1]);
		expect(listed.toSorted()).toEqual(commands.toSorted());
	});

	test.each(table)('%s', async (line) => {
		const command = /^\| `rulepress ([a-z]+)/.exec(line)?.[1] ?? '';
		const { out } = await run([command, '--help']);
		const known = [...out.matchAll(/^ {2}(?:-\w, )?(--[a-z-]+)/gm)].map(([, option]) => option);
		const listed = [...line.matchAll(/--[a-z-]+/g)].map(([option]) => option);
		const common = ['--help', ...(command === 'explain' ? [] : ['--config'])];
		expect([...listed, ...common].toSorted()).toEqual(known.toSorted());
	});

	test.each(lines.filter((line) => line.startsWith('npx rulepress ')))('%s', async (line) => {
		const [, , command = '', ...rest] = line.split(' ');
		const { out } = await run([command, '--help']);
		const options = rest.filter((word) => word.startsWith('--'));
		expect(options.filter((option) => !out.includes(`${option} `))).toEqual([]);
	});
});

test('README.md lists every diagnostic code under its severity', () => {
	for (const [heading, severity] of [
		['Errors', 'error'],
		['Warnings', 'warning'],
		['Infos', 'info'],
	]) {
		const list =
			new RegExp(`- \\*\\*${heading}:\\*\\*([^*]*?)(?=\\n- \\*\\*|\\n\\n)`).exec(text('README.md'))?.[1] ?? '';
		const codes = [...list.matchAll(/`([a-z-]+)`/g)].map(([, code]) => code);
		expect(codes).toEqual(DIAGNOSTIC_CODES.filter((code) => severityOf(code) === severity));
	}
});

test('README.md lists every key of the config', () => {
	const keys = [...text('src/load/user-config.ts').matchAll(/^\t(\w+)\?:/gm)].map(([, key]) => key);
	const listed = [...text('README.md').matchAll(/^\| `(\w+)` +\|/gm)].map(([, key]) => key);
	expect(listed).toEqual(keys);
});

test('CONTRIBUTING.md says of every dependency why it is there, and of no other', () => {
	const table = text('CONTRIBUTING.md').split(/\| package +\| why +\|/)[1] ?? '';
	const packages = table
		.split('\n')
		.map((row) => row.split('|')[1] ?? '')
		.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name));
	const { dependencies, devDependencies, optionalDependencies } = manifest;
	const declared = Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies });
	expect(packages.toSorted()).toEqual(declared.toSorted());
});
