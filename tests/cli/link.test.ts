import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
	chmod,
	lstat,
	mkdir,
	mkdtemp,
	readdir,
	readFile,
	realpath,
	rm,
	stat,
	symlink,
	writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { plain } from '../../src/formats/diagnostics-text.ts';

// Some of these start a process: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 60_000 });

const HERE = process.cwd();
const LAUNCHER = resolve('bin/rulepress.mjs');
const SITE = 'https://rules.example.org/';
const PAGE = `${SITE}rules/p/no-eval/`;
const RULE = { id: 'p/no-eval', title: 'No eval', url: PAGE, linters: { eslint: ['no-eval'], ruff: ['S307'] } };
const CATALOG = JSON.stringify({ version: 1, name: 'Team', url: SITE, rules: [RULE] });

/** SARIF of ESLint with these codes. */
function report(...codes: readonly string[]): string {
	const rules = [...new Set(codes)].map((id) => ({ id }));
	const results = codes.map((ruleId) => ({ ruleId, message: { text: 'm' } }));
	return JSON.stringify({ version: '2.1.0', runs: [{ tool: { driver: { name: 'ESLint', rules } }, results }] });
}

let folder: string;

beforeEach(async () => {
	folder = await realpath(await mkdtemp(join(tmpdir(), 'link-')));
	process.chdir(folder);
	await mkdir('dist');
	await writeFile('dist/rules.json', CATALOG);
});

afterEach(async () => {
	process.chdir(HERE);
	await rm(folder, { recursive: true });
});

async function* bytes(input: string | Uint8Array): AsyncIterable<Uint8Array> {
	yield Buffer.from(input);
}

/** Runs `link`; `input` is what is piped in, null for a terminal. */
async function link(argv: readonly string[], input: string | Uint8Array | null = null) {
	const out: Uint8Array[] = [];
	let err = '';
	const code = await main(['link', ...argv], {
		site: () => Promise.reject(new Error('not needed')),
		terminal: {
			out: (piece) => out.push(Buffer.from(piece)),
			err: (piece) => {
				err += piece;
			},
			paintOut: plain,
			paintErr: plain,
			progressLine: null,
		},
		streams: {
			input: () => (input === null ? null : bytes(input)),
			output: async (chunk) => {
				out.push(chunk);
				return true;
			},
			hyperlinks: async () => false,
		},
	});
	return { code, out: Buffer.concat(out).toString('utf8'), err };
}

describe('where the report goes', () => {
	test('from standard input to standard output', async () => {
		const { code, out, err } = await link([], report('no-eval', 'no-eval', 'eqeqeq', 'no-var'));
		expect(code).toBe(0);
		expect(out).toContain(`"helpUri":"${PAGE}"`);
		expect(err).toBe('2 links to 1 rule; 2 codes have no rule (--unmapped lists them)\n');
		expect((await link(['-'], out)).out).toBe(out);
	});

	test('from a file to another', async () => {
		await writeFile('a.sarif', report('no-eval'));
		expect(await link(['a.sarif', '-o', 'b.sarif'])).toEqual({ code: 0, out: '', err: '1 link to 1 rule\n' });
		expect(await readFile('a.sarif', 'utf8')).toBe(report('no-eval'));
		expect(await readFile('b.sarif', 'utf8')).toBe((await link(['a.sarif'])).out);
		expect(await readdir('.')).toEqual(['a.sarif', 'b.sarif', 'dist']);
	});

	test.skipIf(process.platform === 'win32')(
		'to the file it came from, which keeps its mode and its links',
		async () => {
			await writeFile('a.sarif', report('no-eval'));
			await chmod('a.sarif', 0o640);
			await symlink('a.sarif', 'link.sarif');
			expect((await link(['link.sarif', '-o', 'link.sarif'])).code).toBe(0);
			expect(await readFile('a.sarif', 'utf8')).toContain(PAGE);
			expect((await stat('a.sarif')).mode & 0o777).toBe(0o640);
			expect((await lstat('link.sarif')).isSymbolicLink()).toBe(true);
		},
	);

	test('several, each to its own; one without a change is not written', async () => {
		await writeFile('a.sarif', report('no-eval'));
		await writeFile('b.sarif', report('eqeqeq', 'no-eval'));
		const { code, err } = await link(['a.sarif', 'b.sarif', '--in-place']);
		expect({ code, err }).toEqual({ code: 0, err: '2 links to 1 rule; 1 code has no rule (--unmapped lists them)\n' });
		const before = await stat('b.sarif');
		const again = await link(['a.sarif', 'b.sarif', '--in-place']);
		expect(again.err).toBe('2 links to 1 rule, all there already; 1 code has no rule (--unmapped lists them)\n');
		expect((await stat('b.sarif')).ino).toBe(before.ino);
	});

	test.each([
		['utf16le', [0xff, 0xfe]],
		['utf8', [0xef, 0xbb, 0xbf]],
	] as const)('in the encoding it came in: %s', async (encoding, mark) => {
		await writeFile('a.sarif', Buffer.concat([Uint8Array.from(mark), Buffer.from(report('no-eval'), encoding)]));
		expect((await link(['a.sarif', '--in-place'])).code).toBe(0);
		const linked = await readFile('a.sarif');
		expect([...linked.subarray(0, mark.length)]).toEqual(mark);
		expect(linked.subarray(mark.length).toString(encoding)).toBe((await link([], report('no-eval'))).out);
	});
});

describe('a report that cannot be linked leaves everything as it was', () => {
	test.each([
		[
			'',
			'No input. The linter wrote nothing to standard output. stylelint writes to standard error; use --output-file or 2>&1.',
		],
		[
			'{"version":"2.0.0","runs":[]}',
			'SARIF version 2.0.0 is not supported, only 2.1.0. sarif-multitool can update it.',
		],
		[report('no-eval').slice(0, -3), 'not JSON (it stops after '],
		['hello', 'cannot tell which linter wrote this. Pass --from (one of sarif, '],
		[Uint8Array.of(0x7b, 0xff), 'not UTF-8 (byte 2 cannot be read). '],
	])('%j', async (input, message) => {
		const piped = await link([], input);
		expect(piped).toMatchObject({ code: 2, out: '' });
		expect(piped.err).toMatch(/^error: standard input(:1)?: /);
		expect(piped.err).toContain(message);

		await writeFile('a.log', input);
		await writeFile('b.log', 'old');
		for (const argv of [
			['a.log', '--in-place'],
			['a.log', '-o', 'b.log'],
		])
			expect((await link(argv)).code).toBe(2);
		expect(await readFile('a.log')).toEqual(Buffer.from(input));
		expect(await readFile('b.log', 'utf8')).toBe('old');
		expect(await readdir('.')).toEqual(['a.log', 'b.log', 'dist']);
	});

	test('and does not keep the others from being linked', async () => {
		await writeFile('a.sarif', report('no-eval'));
		const { code, err } = await link(['missing.sarif', 'a.sarif', '--in-place']);
		expect({ code, err }).toEqual({
			code: 2,
			err: 'error: missing.sarif: there is no such file.\n1 link to 1 rule\n',
		});
		expect(await readFile('a.sarif', 'utf8')).toContain(PAGE);
	});

	test('a folder that cannot be written to', async () => {
		await writeFile('a.sarif', report('no-eval'));
		const { code, err } = await link(['a.sarif', '-o', 'none/b.sarif']);
		expect(code).toBe(2);
		expect(err).toMatch(/^error: none\/b\.sarif: cannot be written: ENOENT/);
	});
});

describe('--unmapped', () => {
	const codes = ['no-var', 'eqeqeq', 'no-eval', 'no-var', 'no-alert'];

	test('prints what has no rule, most frequent first, and no report', async () => {
		const { code, out, err } = await link(['--unmapped'], report(...codes));
		expect({ code, err }).toEqual({ code: 0, err: '' });
		expect(out).toBe('2  eslint  no-var\n1  eslint  eqeqeq\n1  eslint  no-alert\n');
	});

	test('of several reports together', async () => {
		await writeFile('a.sarif', report('no-var', 'eqeqeq'));
		await writeFile('b.sarif', report('eqeqeq'));
		const { out } = await link(['--unmapped', '--format', 'json', 'a.sarif', 'b.sarif']);
		expect(JSON.parse(out)).toEqual([
			{ linter: 'eslint', code: 'eqeqeq', count: 2 },
			{ linter: 'eslint', code: 'no-var', count: 1 },
		]);
	});

	test('never prints what moves the cursor', async () => {
		expect((await link(['--unmapped'], report('a\u001b[2Jb'))).out).toBe('1  eslint  a�[2Jb\n');
	});

	test.each([
		[['--fail-unmapped'], ['no-eval'], 0],
		[['--fail-unmapped'], codes, 1],
		[['--fail-unmapped', '--unmapped'], codes, 1],
		[['--unmapped'], codes, 0],
		[[], codes, 0],
	])('%j with %j exits with %i', async (argv, found, code) => {
		expect((await link(argv, report(...found))).code).toBe(code);
	});
});

describe('bad usage', () => {
	test.each([
		[[], null, 'No report. Name its file, or pipe a linter into this command'],
		[['a', 'b'], '', 'Several reports do not make one. Use --in-place'],
		[['a', '-o', 'b', '--in-place'], '', 'Use either --output or --in-place'],
		[['--in-place'], '', 'standard input cannot be written to'],
		[['--unmapped', '-o', 'x'], '', '--unmapped writes no report'],
		[['--from', 'serif'], '{}', '"serif" is not a format that can be linked. Did you mean sarif?'],
		[['--from', 'qqqqqqqq'], '{}', 'It is one of sarif, '],
		[['--format', 'xml'], '', 'Allowed choices are text, json.'],
		[['--catalog', 'none.json'], '{}', 'none.json: there is no such catalog.'],
		[['--config', 'none.mjs'], '{}', 'none.mjs cannot be used'],
	])('%j', async (argv, input, message) => {
		const { code, out, err } = await link(argv, input);
		expect({ code, out }).toEqual({ code: 2, out: '' });
		expect(err).toMatch(/^error: /);
		expect(err).toContain(message);
	});

	test('a linter that is not known is used as it is, with a hint', async () => {
		const { code, err } = await link(['--tool', 'es-lint'], report('no-eval'));
		expect(code).toBe(0);
		expect(err).toContain('warning: "es-lint" is not a linter this version knows. Did you mean "eslint"?\n');
	});
});

describe('the catalog', () => {
	test.each([
		['{"version":2,"rules":[]}', 'rules.json: version 2 is newer than this program (1). Update it.'],
		['{"version":1,"url":"/","rules":[]}', 'Links for linters must be absolute. Set site in the configuration.'],
		['<html>', 'rules.json: not JSON. It looks like a web page.'],
	])('%s', async (content, message) => {
		await writeFile('dist/rules.json', content);
		const { code, out, err } = await link([], report('no-eval'));
		expect({ code, out }).toEqual({ code: 2, out: '' });
		expect(err).toContain(message);
	});

	test('is that of the built site, and says so when there is none', async () => {
		await rm('dist/rules.json');
		const { code, err } = await link([], report('no-eval'));
		expect(code).toBe(2);
		expect(err).toBe(
			`error: ${join('dist', 'rules.json')} is not there yet: run rulepress build first, or name a published catalog: --catalog https://rules.example.org/\n`,
		);
	});
});

describe.skipIf(process.platform === 'win32')('as a process', () => {
	test('stopped by a signal while it reads: no file is left, the old one is whole', async () => {
		await writeFile('b.sarif', 'old');
		await mkdir('temporary');
		const child = spawn(process.execPath, [LAUNCHER, 'link', '-o', 'b.sarif'], {
			env: { ...process.env, TMPDIR: join(folder, 'temporary') },
			stdio: ['pipe', 'ignore', 'pipe'],
		});
		child.stdin.on('error', () => {});
		child.stdin.write(`${report('no-eval').slice(0, -1)},"x":"`);
		// More than is held in memory.
		child.stdin.write('x'.repeat(12 * 1024 * 1024));
		await vi.waitFor(async () => expect(await readdir('temporary')).not.toEqual([]), { timeout: 30_000 });
		child.kill('SIGTERM');
		const [code, signal] = await once(child, 'exit');
		expect({ code, signal }).toEqual({ code: null, signal: 'SIGTERM' });
		expect(await readdir('temporary')).toEqual([]);
		expect(await readdir('.')).toEqual(['b.sarif', 'dist', 'temporary']);
		expect(await readFile('b.sarif', 'utf8')).toBe('old');
	});

	test('a reader that goes away is no failure', async () => {
		const long = report(...Array.from({ length: 20_000 }, (_, at) => `no-eval/${at}`));
		const child = spawn(process.execPath, [LAUNCHER, 'link'], { stdio: ['pipe', 'pipe', 'pipe'] });
		child.stdout.destroy();
		child.stdin.end(long);
		const [err, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
		expect({ code, err }).toEqual({ code: 0, err: '20,000 links to 1 rule\n' });
	});
});
