import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadCatalog } from '../../src/link/load-catalog.ts';
import { linkCatalog, parseCatalog } from '../../src/link/published.ts';

const RULE = {
	id: 'p/no-eval',
	title: 'No eval',
	url: 'https://r.example.org/rules/p/no-eval/',
	summary: 'Do not.',
	impact: 'HIGH',
	impactDescription: null,
	tags: ['security'],
	aliases: ['p/old'],
	linters: { eslint: ['no-eval'] },
	standards: ['CWE-95'],
};
const FILE = { version: 1, name: 'Team', url: 'https://r.example.org/', rules: [RULE] };
const TEXT = JSON.stringify({ ...FILE, later: true, rules: [{ ...RULE, examples: [] }] });

let folder: string;
let server: Server;
let address: string;

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'catalog-'));
	await writeFile(join(folder, 'rules.json'), TEXT);
	server = createServer((request, response) => {
		if (request.url === '/moved/rules.json') response.writeHead(302, { location: '/docs/rules.json' }).end();
		else if (request.url === '/docs/rules.json') response.end(TEXT);
		else if (request.url === '/page/rules.json') response.end('<!doctype html>');
		else response.writeHead(404).end();
	}).listen(0, '127.0.0.1');
	await once(server, 'listening');
	address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
	server.close();
	await rm(folder, { recursive: true });
});

describe('where a catalog comes from', () => {
	test.each([
		['a file', () => join(folder, 'rules.json')],
		['the folder of a built site', () => folder],
		['the address of a site', () => `${address}/docs`],
		['the address of a site with a slash', () => `${address}/docs/`],
		['the address of the file', () => `${address}/docs/rules.json`],
		['an address that has moved', () => `${address}/moved/rules.json`],
	])('%s', async (_, source) => {
		expect(await loadCatalog(source())).toEqual({ file: FILE, text: TEXT });
	});

	test.each([
		['a file that is not there', () => 'missing/rules.json', 'missing/rules.json: there is no such catalog. Name '],
		['a folder without a site', () => 'src', 'src: there is no such catalog.'],
		['an address without a catalog', () => `${address}/none`, '/none/rules.json: the server answers 404.'],
		['an address that gives a page', () => `${address}/page`, '/page/rules.json: not JSON. It looks like a web page.'],
		['a server that is not there', () => 'http://127.0.0.1:1/', 'http://127.0.0.1:1/rules.json: cannot be reached: '],
		['an address that is none', () => 'https://', 'https://: not an address.'],
	])('%s', async (_, source, message) => {
		await expect(loadCatalog(source())).rejects.toThrow(message);
	});
});

describe('what is no catalog', () => {
	test.each([
		['', 'not JSON.'],
		['[]', 'not a catalog of rules: it is not an object.'],
		['{"version":2,"rules":[]}', 'version 2 is newer than this program (1). Update it.'],
		['{"rules":[]}', 'not a catalog of rules: it has no "version": 1.'],
		['{"version":"1","rules":[]}', 'it has no "version": 1.'],
		['{"version":1}', 'it has no list of "rules".'],
		['{"version":1,"rules":[{"id":"a/b"}]}', 'rule 1 has no "id" or no "url".'],
		['{"version":1,"rules":[null]}', 'rule 1 has no "id" or no "url".'],
	])('%s', (text, message) => {
		expect(() => parseCatalog(text, 'rules.json')).toThrow(/^rules\.json: /);
		expect(() => parseCatalog(text, 'rules.json')).toThrow(message);
	});
});

test('fields that an older site does not write are empty', () => {
	const { rules } = parseCatalog('{"version":1,"url":"/","rules":[{"id":"p/a","url":"/rules/p/a/"}]}', 'rules.json');
	expect(rules).toEqual([
		{
			id: 'p/a',
			url: '/rules/p/a/',
			title: 'p/a',
			summary: '',
			impact: null,
			impactDescription: null,
			tags: [],
			aliases: [],
			linters: {},
			standards: [],
		},
	]);
});

describe('links need whole addresses', () => {
	test.each([
		['/docs/', '/docs/rules/p/a/'],
		['https://r.example.org/', '/rules/p/a/'],
		['https://r.example.org/', 'javascript:alert(1)'],
		['', 'https://r.example.org/rules/p/a/'],
	])('a site at "%s" with a rule at "%s"', (url, rule) => {
		const file = parseCatalog(JSON.stringify({ version: 1, url, rules: [{ id: 'p/a', url: rule }] }), 'rules.json');
		expect(() => linkCatalog(file)).toThrow('Links for linters must be absolute. Set site in the configuration.');
	});

	test('a code leads to the page of its rule', () => {
		const catalog = linkCatalog(parseCatalog(TEXT, 'rules.json'));
		expect(catalog.find({ linter: 'eslint', code: 'no-eval' })?.url).toBe(RULE.url);
	});
});
