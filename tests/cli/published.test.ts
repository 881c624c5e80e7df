import { mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { diagnostic } from '../../src/domain/diagnostics.ts';
import { catalogJson } from '../../src/formats/catalog-json.ts';
import { SAMPLE_CATALOG } from '../sample-catalog.ts';
import { sarifFaults } from '../sarif-schema.ts';
import { run } from './run.ts';

const HERE = process.cwd();
const PUBLISHED = catalogJson(SAMPLE_CATALOG, { title: 'Sample', site: 'https://rules.example.org', base: '/' });
const LOST = PUBLISHED.replaceAll('web-basics/use-main', 'web-basics/former-name');
const ERROR = diagnostic('title-missing', 'content/p/a.md', { line: 1, column: 1 }, { empty: true });

let folder: string;

beforeEach(async () => {
	folder = await realpath(await mkdtemp(join(tmpdir(), 'published-')));
	process.chdir(folder);
	await writeFile('kept.json', PUBLISHED);
	await writeFile('lost.json', LOST);
});

afterEach(async () => {
	process.chdir(HERE);
	await rm(folder, { recursive: true });
});

describe('check --published', () => {
	test('is fine when every address is kept', async () => {
		expect(await run(['check', '--published', 'kept.json'])).toMatchObject({ code: 0, err: '' });
	});

	test('names what is gone, where, and its successor', async () => {
		const { code, out } = await run(['check', '--published', 'lost.json']);
		expect(code).toBe(1);
		expect(out).toMatch(/^lost\.json:\d+:\d+: error\[id-vanished\] The rule "web-basics\/former-name" was published/);
		expect(out).toContain('Add "former-name" to the aliases of content/web-basics/rules/use-main.md');
	});

	test('reads an address, and names it in SARIF as it is', async () => {
		const { url, server } = await serve(LOST);
		const { code, out } = await run(['check', '--published', url, '--format', 'sarif']);
		server.close();
		expect(code).toBe(1);
		const log = JSON.parse(out);
		expect(sarifFaults(log)).toEqual([]);
		expect(log.runs[0].results[0]).toMatchObject({
			ruleId: 'id-vanished',
			locations: [{ physicalLocation: { artifactLocation: { uri: url } } }],
		});
	});

	test.each([
		['missing.json', null, 'missing.json: there is no such catalog'],
		['bad.json', '{', 'bad.json: not JSON'],
		['other.json', '{"a":1}', 'other.json: not a catalog of rules'],
		['newer.json', '{"version":2}', 'newer.json: version 2 is newer than this program (1). Update it.'],
		['http://127.0.0.1:1/rules.json', null, 'http://127.0.0.1:1/rules.json: cannot be reached'],
	])('%s cannot be compared with', async (source, text, message) => {
		if (text !== null) await writeFile(source, text);
		const { code, out, err } = await run(['check', '--published', source]);
		expect({ code, out }).toEqual({ code: 2, out: '' });
		expect(err).toContain(`error: ${message}`);
	});
});

describe('build --published', () => {
	test('publishes when every address is kept', async () => {
		const { code, builds } = await run(['build', '--published', 'kept.json']);
		expect([code, builds.length]).toEqual([0, 1]);
	});

	test.each([[[]], [['--skip-invalid']]])('with %j stops before a link breaks', async (options) => {
		const { code, err, builds } = await run(['build', '--published', 'lost.json', ...options], { diagnostics: [] });
		expect([code, builds]).toEqual([1, []]);
		expect(err).toContain('error[id-vanished]');
		expect(err).toContain('\nNothing was published: 1 error. Correct them.\n');
	});

	test('still offers to leave out rules with errors of their own', async () => {
		const { err } = await run(['build', '--published', 'lost.json'], { diagnostics: [ERROR] });
		expect(err).toContain('2 errors. Correct them, or leave these rules out with --skip-invalid.');
	});
});

async function serve(text: string): Promise<{ url: string; server: Server }> {
	const server = createServer((_, response) => response.end(text));
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/rules.json`, server };
}
