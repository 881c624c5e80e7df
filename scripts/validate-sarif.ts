// npm run validate:sarif -- <file…>
//
// Validates SARIF files as GitHub's code scanning does: Microsoft's sarif-multitool, its SARIF rules and its GitHub rules.
// The tool is a native program of some 100 MB, so it is no dependency: the first run installs it to node_modules/.cache/.
// Exit codes: 0 no errors and no warnings, 1 some, 2 could not run.
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Log, Result, Run } from 'sarif';

const VERSION = '5.7.0';
const HOME = join(import.meta.dirname, '../node_modules/.cache/sarif-multitool');
const LEVELS = ['error', 'warning', 'note'] as const;

/** The tool cannot be had or cannot read a file. */
class CannotRun extends Error {}

/** The tool's program, installed if it is not there yet. */
function multitool(): string {
	const manifest = join(HOME, 'node_modules/@microsoft/sarif-multitool/package.json');
	if (!existsSync(manifest) || JSON.parse(readFileSync(manifest, 'utf8')).version !== VERSION) install();
	const program: unknown = createRequire(manifest)('@microsoft/sarif-multitool');
	if (typeof program !== 'string') throw new CannotRun(`sarif-multitool ${VERSION} does not say where its program is`);
	if (process.platform !== 'win32') chmodSync(program, 0o755);
	return program;
}

function install(): void {
	console.error(`Installing sarif-multitool ${VERSION} to ${HOME}`);
	mkdirSync(HOME, { recursive: true });
	writeFileSync(join(HOME, 'package.json'), '{ "private": true }\n');
	const wanted = ['install', '--no-audit', '--no-fund', `@microsoft/sarif-multitool@${VERSION}`];
	const shell = process.platform === 'win32';
	const { status, stderr } = spawnSync('npm', wanted, { cwd: HOME, encoding: 'utf8', shell });
	if (status !== 0) throw new CannotRun(`sarif-multitool ${VERSION} cannot be installed: ${stderr.trim()}`);
}

/** What the tool finds in a file. It passes over files that are missing or too large without failing, so that is looked at. */
function findingsIn(file: string, program: string): Run {
	if (!existsSync(file)) throw new CannotRun(`${file}: there is no such file`);
	const folder = mkdtempSync(join(tmpdir(), 'validate-sarif-'));
	try {
		const report = join(folder, 'report.sarif');
		const all = ['--level', 'Error;Warning;Note', '--max-file-size-in-kb', '2000000'];
		const { stdout } = spawnSync(program, ['validate', file, '--rule-kind', 'Sarif;Ghas', ...all, '-o', report], {
			encoding: 'utf8',
			maxBuffer: 2 ** 30,
		});
		if (!existsSync(report)) throw new CannotRun(`${file}: sarif-multitool wrote no report\n${stdout}`);
		const log: Log = JSON.parse(readFileSync(report, 'utf8').replace(/^\uFEFF/, ''));
		const [run] = log.runs;
		const scanned = /(\d+) files? scanned/.exec(stdout)?.[1];
		if (run === undefined || scanned !== '1')
			throw new CannotRun(`${file}: sarif-multitool did not read it\n${stdout}`);
		return run;
	} finally {
		rmSync(folder, { recursive: true });
	}
}

/** The words of a finding, which the report keeps apart from their arguments. */
function messageOf({ message, ruleIndex, rule }: Result, { tool }: Run): string {
	const descriptor = tool.driver.rules?.[ruleIndex ?? rule?.index ?? -1];
	const text = message.text ?? descriptor?.messageStrings?.[message.id ?? '']?.text ?? '';
	return text.replace(/\{(\d+)\}/g, (whole, index: string) => message.arguments?.[Number(index)] ?? whole);
}

function print(file: string, run: Run): number {
	const results = run.results ?? [];
	const byLevel = Map.groupBy(results, ({ level = 'warning' }) => level);
	console.log(`${file}: ${LEVELS.map((level) => `${byLevel.get(level)?.length ?? 0} ${level}s`).join(', ')}`);
	for (const level of LEVELS) {
		for (const [id, found] of Map.groupBy(byLevel.get(level) ?? [], ({ ruleId }) => ruleId)) {
			const [first] = found;
			const line = first?.locations?.[0]?.physicalLocation?.region?.startLine;
			const words = first === undefined ? '' : messageOf(first, run).split('\n', 1)[0];
			console.log(`  ${level} ${id} × ${found.length}, first in line ${line ?? '?'}: ${words}`);
		}
	}
	return (byLevel.get('error')?.length ?? 0) + (byLevel.get('warning')?.length ?? 0);
}

function main(files: readonly string[]): number {
	if (files.length === 0) throw new CannotRun('Name the SARIF files: npm run validate:sarif -- dist/rules.sarif');
	const program = multitool();
	const faults = files.map((file) => print(file, findingsIn(file, program)));
	return faults.some((count) => count > 0) ? 1 : 0;
}

try {
	process.exitCode = main(process.argv.slice(2));
} catch (thrown) {
	if (!(thrown instanceof CannotRun)) throw thrown;
	console.error(`error: ${thrown.message}`);
	process.exitCode = 2;
}
