/**
 * Measures `rulepress link` on reports of about 200 MB that it makes itself: how long it takes, and how much memory.
 *
 *     npm run bench:link [megabytes]
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdtemp, open, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

const MB = 1024 * 1024;
const size = Number(process.argv[2] ?? 200) * MB;
const LAUNCHER = resolve(import.meta.dirname, '../bin/rulepress.mjs');
const SAY_MEMORY = `data:text/javascript,${encodeURIComponent(
	"import { writeFileSync } from 'node:fs'; process.on('exit', () => writeFileSync(process.env.BENCH_MEMORY, String(process.resourceUsage().maxRSS)));",
)}`;
const CODES = ['no-eval', 'no-var', 'eqeqeq', 'no-debugger', 'no-alert'];
const MESSAGE = 'A message of the length that a linter writes, with a 😀 and a "quote". ';

/** The parts of a report until there are enough bytes of them. */
function* until(part: (index: number) => string): Generator<string> {
	let written = 0;
	for (let index = 0; written < size; index++) {
		const text = part(index);
		written += Buffer.byteLength(text);
		yield text;
	}
}

const code = (index: number) => CODES[index % CODES.length] ?? '';

function* sarif(): Generator<string> {
	yield '{"version":"2.1.0","runs":[{"results":[';
	yield* until((index) => {
		const region = { startLine: index + 1, startColumn: 1, endLine: index + 1, endColumn: 9 };
		const location = { physicalLocation: { artifactLocation: { uri: `src/file-${index % 5000}.js` }, region } };
		const result = { ruleId: code(index), level: 'warning', message: { text: MESSAGE }, locations: [location] };
		return `${index === 0 ? '' : ','}${JSON.stringify(result)}`;
	});
	const rules = CODES.slice(1).map((id) => ({ id, shortDescription: { text: id } }));
	yield `],"tool":{"driver":{"name":"ESLint","rules":${JSON.stringify(rules)}}}}]}\n`;
}

function* lines(): Generator<string> {
	yield* until((index) => {
		const location = { path: `src/file-${index % 5000}.js`, range: { start: { line: index + 1, column: 1 } } };
		const diagnostic = { message: MESSAGE, location, source: { name: 'eslint' }, code: { value: code(index) } };
		return `${JSON.stringify(diagnostic)}\n`;
	});
}

/** ESLint's JSON, whose links end the messages. */
function* eslint(): Generator<string> {
	yield '[';
	yield* until((index) => {
		const message = { ruleId: code(index), severity: 2, message: MESSAGE, line: 1, column: 1 };
		return `${index === 0 ? '' : ','}${JSON.stringify({ filePath: `/src/${index}.js`, messages: [message], source: MESSAGE })}`;
	});
	yield ']';
}

function* text(): Generator<string> {
	yield* until((index) => `/src/file.cpp:${index + 1}:1: warning: ${MESSAGE}[bugprone-branch-clone]\n`);
}

const REPORTS = [
	['SARIF', 'report.sarif', sarif, []],
	['rdjson, one a line', 'report.rdjsonl', lines, []],
	["ESLint's JSON", 'report.json', eslint, []],
	['text of clang-tidy', 'report.txt', text, ['--tool', 'clang-tidy']],
] as const;

const folder = await mkdtemp(join(tmpdir(), 'bench-link-'));
try {
	const catalog = join(folder, 'rules.json');
	const url = 'https://rules.example.org/';
	const rule = { id: 'p/no-eval', title: 'No eval', url: `${url}rules/p/no-eval/` };
	const linters = { eslint: ['no-eval', 'no-var'], 'clang-tidy': ['bugprone-branch-clone'] };
	await writeFile(catalog, JSON.stringify({ version: 1, name: 'Bench', url, rules: [{ ...rule, linters }] }));
	console.log('| Report | Size | From | Time | Most memory |\n| --- | ---: | --- | ---: | ---: |');
	for (const [title, name, make, options] of REPORTS) {
		const file = join(folder, name);
		await pipeline(Readable.from(make()), createWriteStream(file));
		const megabytes = Math.round((await stat(file)).size / MB);
		for (const from of ['file', 'standard input'] as const) {
			const { seconds, memory } = await measure(file, catalog, from, options);
			console.log(`| ${title} | ${megabytes} MB | ${from} | ${seconds.toFixed(1)} s | ${memory} MB |`);
		}
		await rm(file);
	}
} finally {
	await rm(folder, { recursive: true });
}

/** Runs the command in a process of its own, which says at its end how much memory it had at most. */
async function measure(file: string, catalog: string, from: 'file' | 'standard input', options: readonly string[]) {
	const linked = await open(`${file}.linked`, 'w');
	const input = await open(file);
	const memory = `${file}.memory`;
	const begun = performance.now();
	const source = from === 'file' ? [file] : [];
	const child = spawn(
		process.execPath,
		['--import', SAY_MEMORY, LAUNCHER, 'link', '--catalog', catalog, ...options, ...source],
		{ stdio: [input.fd, linked.fd, 'ignore'], env: { ...process.env, BENCH_MEMORY: memory } },
	);
	const [code] = await once(child, 'exit');
	const seconds = (performance.now() - begun) / 1000;
	await Promise.all([linked.close(), input.close()]);
	if (code !== 0) throw new Error(`link ended with ${code}`);
	await rm(`${file}.linked`);
	return { seconds, memory: Math.round(Number(await readFile(memory, 'utf8')) / 1024) };
}
