import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { packageVersion } from '../../src/cli/package.ts';
import { type Diagnostic, diagnostic } from '../../src/domain/diagnostics.ts';
import { run } from './run.ts';

const HERE = process.cwd();
const PLACE = { line: 2, column: 5 };
const ERROR = diagnostic('title-missing', 'content/p/a.md', PLACE, { empty: true });
const WARNING = diagnostic('tag-empty', 'content/p/b.md', PLACE, {});
const INFO = diagnostic('examples-missing', 'content/p/c.md', PLACE, {});

let folder: string;

beforeEach(async () => {
	folder = await realpath(await mkdtemp(join(tmpdir(), 'cli-')));
	process.chdir(folder);
});

afterEach(async () => {
	process.chdir(HERE);
	await rm(folder, { recursive: true });
});

describe('help and version', () => {
	test('--version', async () => {
		expect(await run(['--version'])).toMatchObject({ code: 0, out: `${packageVersion()}\n`, err: '' });
	});

	test.each([
		[['--help']],
		[['build', '--help']],
		[['dev', '--help']],
		[['preview', '--help']],
		[['check', '-h']],
		[['link', '--help']],
		[['new', '--help']],
		[['help', 'explain']],
	])('%j prints usage and examples', async (argv) => {
		const { code, out, err } = await run(argv);
		expect(code).toBe(0);
		expect(err).toBe('');
		expect(out).toMatch(/^Usage: rulepress/);
		expect(out).toContain('\nExamples:\n  rulepress ');
	});
});

describe('bad usage ends with 2 and one line that says why', () => {
	test.each([
		[['chek'], "unknown command 'chek'\n(Did you mean check?)"],
		[['check', '--formt', 'json'], "unknown option '--formt'\n(Did you mean --format?)"],
		[['check', '--format', 'xml'], 'Allowed choices are text, json, sarif, github.'],
		[['build', '--out'], "option '--out <folder>' argument missing"],
		[['preview', '--port', 'eighty'], 'A port is a number from 0 to 65535.'],
		[['dev', '--port', '65536'], 'A port is a number from 0 to 65535.'],
		[['explain'], "missing required argument 'code'"],
		[['explain', 'titel-missing'], 'Did you mean title-missing?'],
		[['explain', 'x'], 'The codes are:'],
		[['new', 'no-pack'], '"no-pack" is not <pack>/<stem>'],
		[['new', 'a/b/c'], '"a/b/c" is not <pack>/<stem>'],
		[['new', 'a/b.md'], 'write a/b'],
		[['new', 'my pack/a?b'], 'write my-pack/a-b'],
		[['new', 'a/README'], 'README.md is never a rule'],
		[['new', 'a/_b'], '_b.md is never a rule'],
		[['new', 'a/b', '--impact', 'huge'], 'It is one of CRITICAL, HIGH,'],
		[['build', '--site', 'nowhere'], '`--site` is "nowhere"'],
		[['build', '--base', 'https://x'], '`--base` is "https://x"'],
		[['build', '--out', '.'], '`--out` is '],
		[['check', '--config', 'missing.mjs'], 'missing.mjs cannot be used'],
		[['preview'], 'dist holds no built site; run rulepress build first'],
	])('%j', async (argv, message) => {
		const { code, out, err } = await run(argv);
		expect({ code, out }).toEqual({ code: 2, out: '' });
		expect(err).toMatch(/^error: /);
		expect(err).toContain(message);
		expect(err).not.toContain('    at ');
	});

	test('no command: the help, on stderr', async () => {
		expect(await run([])).toMatchObject({ code: 2, out: '', err: expect.stringContaining('Usage: rulepress') });
	});

	test('a config file that does not hold what it should', async () => {
		await writeFile('rulepress.config.mjs', 'export default { titel: 1 };\n');
		const { code, err } = await run(['check']);
		expect(code).toBe(2);
		expect(err).toContain('`titel` is not a key of the configuration');
	});

	test.each(['check', 'build'])('%s of folders that hold no rule', async (command) => {
		const { code, err, builds } = await run([command, 'empty', 'other'], { noRules: true });
		expect({ code, builds }).toEqual({ code: 2, builds: [] });
		expect(err).toMatch(/^error: No rules in empty, other; /);
		const broken = await run([command, 'empty'], { noRules: true, diagnostics: [ERROR] });
		expect(broken.code).toBe(1);
	});

	test('an unexpected failure is one line', async () => {
		const build = () => Promise.reject(new Error('disk on fire\nmore'));
		const { code, err } = await run(['build'], { build });
		expect(code).toBe(2);
		expect(err).toBe('error: unexpected failure: disk on fire (RULEPRESS_DEBUG=1 shows where)\n');
	});
});

describe('check', () => {
	test.each<[string[], Diagnostic[], number]>([
		[[], [], 0],
		[[], [INFO], 0],
		[[], [WARNING], 0],
		[[], [WARNING, ERROR], 1],
		[['--strict'], [INFO], 0],
		[['--strict'], [WARNING], 1],
		[['--strict', '--quiet'], [WARNING], 1],
		[['--format', 'json'], [ERROR], 1],
	])('%j with %j ends with %i', async (options, diagnostics, code) => {
		expect((await run(['check', ...options], { diagnostics })).code).toBe(code);
	});

	test('text: every diagnostic, the codes, the totals', async () => {
		const { out, err } = await run(['check'], { diagnostics: [ERROR, WARNING, INFO, INFO] });
		expect(err).toBe('');
		expect(out).toMatch(/^content\/p\/a\.md:2:5: error\[title-missing\] `title` is empty\n {4}expected /);
		expect(out).toContain('\n  2  info     examples-missing  ');
		expect(out).toMatch(/\n1 error, 1 warning, 2 infos · \d+ rules in 2 packs · \d+\.\d s\n$/);
	});

	test('text: one line when nothing is wrong', async () => {
		expect((await run(['check'])).out).toMatch(/^No problems · \d+ rules in 2 packs · \d+\.\d s\n$/);
	});

	test('--quiet shows errors only and still counts everything', async () => {
		const { out } = await run(['check', '--quiet'], { diagnostics: [ERROR, WARNING, INFO] });
		expect(out).toContain('error[title-missing]');
		expect(out).not.toContain('tag-empty');
		expect(out).toContain('1 error, 1 warning, 1 info ·');
	});

	test.each([
		['json', (out: string) => JSON.parse(out).diagnostics.length],
		['sarif', (out: string) => JSON.parse(out).runs[0].results.length],
		['github', (out: string) => out.split('\n').filter((line) => /^::(error|warning) /.test(line)).length],
	])('--format %s writes nothing else', async (format, count) => {
		const { out, err } = await run(['check', '--format', format], { diagnostics: [ERROR, WARNING] });
		expect(err).toBe('');
		expect(count(out)).toBe(2);
	});

	test('folders are relative to the working folder and replace those of the config', async () => {
		await mkdir('sub');
		await writeFile('sub/other.mjs', "export default { content: ['mine'] };\n");
		const configured = await run(['check', '--config', 'sub/other.mjs']);
		expect(configured.configs[0]?.content).toEqual([join(folder, 'sub/mine')]);
		const given = await run(['check', '--config', 'sub/other.mjs', 'a', '../b']);
		expect(given.configs[0]?.content).toEqual([join(folder, 'a'), join(folder, '../b')]);
	});

	test('does not load the site', async () => {
		expect((await run(['check'])).siteLoaded).toBe(false);
	});
});

describe('build', () => {
	test('says what it built and where', async () => {
		const { code, out, err, builds } = await run([
			'build',
			'--out',
			'www',
			'--site',
			'https://x.org',
			'--base',
			'docs',
		]);
		expect({ code, err }).toEqual({ code: 0, err: '' });
		expect(out).toMatch(/^Built 12 pages for \d+ rules in 2 packs \(3\.5 MB\) in \d+\.\d s: www\n$/);
		expect(builds[0]?.config).toMatchObject({ out: join(folder, 'www'), site: 'https://x.org', base: '/docs/' });
	});

	test('stops before publishing when there is an error', async () => {
		const { code, out, err, builds } = await run(['build'], { diagnostics: [ERROR, WARNING] });
		expect({ code, out, builds }).toEqual({ code: 1, out: '', builds: [] });
		expect(err).toContain('content/p/a.md:2:5: error[title-missing]');
		expect(err).toContain('Nothing was published: 1 error.');
		expect(err).toContain('--skip-invalid');
	});

	test('warnings and infos are counts with a hint', async () => {
		const { code, err, builds } = await run(['build'], { diagnostics: [WARNING, WARNING, INFO] });
		expect(code).toBe(0);
		expect(builds).toHaveLength(1);
		expect(err).toContain('2 warnings, 1 info (rulepress check shows them):\n  2  warning  tag-empty');
		expect(err).not.toContain('content/p/b.md');
	});

	test('says again what the last build said when nothing has changed, and builds nothing', async () => {
		const diagnostics = [ERROR, WARNING, WARNING, INFO];
		const first = await run(['build', '--skip-invalid'], { diagnostics });
		const report: unknown = JSON.parse(JSON.stringify(first.builds[0]?.occasion?.report));
		const result = { out: join(folder, 'dist'), pages: 12, bytes: 3_456_789 };
		const second = await run(['build', '--skip-invalid'], { standing: { result, report } });
		expect(second.builds).toEqual([]);
		expect(second.configs).toEqual([]);
		expect({ code: second.code, err: second.err }).toEqual({ code: first.code, err: first.err });
		expect(second.out.replace(/^Nothing has changed since the last build: /, 'Built ')).toMatch(
			/^Built 12 pages for \d+ rules in 2 packs \(3\.5 MB\) in \d+\.\d s: dist\n$/,
		);
	});

	test('--skip-invalid publishes the rest and names each file with its codes', async () => {
		const second = diagnostic('yaml-invalid', 'content/p/a.md', PLACE, { reason: 'x', hint: null });
		const { code, err, builds } = await run(['build', '--skip-invalid'], { diagnostics: [ERROR, second] });
		expect(code).toBe(0);
		expect(builds).toHaveLength(1);
		expect(err).toBe('1 rule left out:\n  content/p/a.md: title-missing, yaml-invalid\n');
	});

	test.each([
		['\u001b[2J\u001b]0;title\u0007.md', '�[2J�]0;title�.md'],
		['a\nBuilt 9 pages.md', 'a Built 9 pages.md'],
		['\u202egnp.md', '[U+202E]gnp.md'],
	])('names a file that is called %j on one line, without driving the terminal', async (name, shown) => {
		const diagnostics = [diagnostic('title-missing', `content/p/${name}`, PLACE, { empty: true })];
		const { err } = await run(['build', '--skip-invalid'], { diagnostics });
		expect(err).toBe(`1 rule left out:\n  content/p/${shown}: title-missing\n`);
	});
});

describe('dev', () => {
	test('serves until it is stopped and reports every reading', async () => {
		const argv = ['dev', 'packs', '--port', '8080', '--host', '0.0.0.0', '--base', '/d/'];
		const { code, out, err, devs, stopped } = await run(argv, { diagnostics: [ERROR, WARNING] });
		expect({ code, stopped }).toEqual({ code: 0, stopped: true });
		expect(out).toBe('Serving http://127.0.0.1:4321/ (Ctrl-C stops it)\n');
		expect(devs[0]).toMatchObject({
			port: 8080,
			host: '0.0.0.0',
			config: { base: '/d/', content: [join(folder, 'packs')] },
		});
		expect(err).toContain('error[title-missing]');
		expect(err).toContain('7 rules loaded: 1 error, 1 warning (rulepress check shows them)');
	});
});

test('dev ends when it is stopped before it serves', async () => {
	const { code, out, devs } = await run(['dev'], { neverReady: true });
	expect({ code, out, devs: devs.length }).toEqual({ code: 0, out: '', devs: 1 });
});

describe('preview', () => {
	test('prints the address and stops when asked to', async () => {
		await mkdir('www');
		await writeFile('www/index.html', 'home');
		const { code, out } = await run(['preview', 'www', '--port', '0', '--base', 'docs']);
		expect(code).toBe(0);
		expect(out).toMatch(/^Serving www at http:\/\/127\.0\.0\.1:\d+\/docs\/ \(Ctrl-C stops it\)\n$/);
	});
});
