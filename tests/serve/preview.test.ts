import { mkdir, mkdtemp, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { createServer, type IncomingHttpHeaders, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RunningServer } from '../../src/domain/commands.ts';
import { siteHandler } from '../../src/serve/handler.ts';
import { CannotListen, type Listen, serve } from '../../src/serve/listen.ts';
import { builtSite } from '../../src/serve/static-files.ts';

const FILES = {
	'site/index.html': 'home',
	'site/404.html': 'not here',
	'site/rules/a pack/(x)/index.html': 'a rule',
	'site/rules.json': '{}',
	'site/规则/index.html': '一条规则',
	'site/_astro/page.123.js': 'export {}',
	'site/_astro/page.123.js.br': 'as brotli',
	'site/_astro/page.123.js.gz': 'as gzip',
	'site/pagefind/wasm.en.pagefind': 'bytes',
	'site/pagefind/fragment/en_1234567.pf_fragment': 'bytes',
	'site/pack-files/a-pack/logo.svg': '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
	'site/empty/readme.txt': 'a folder without a page',
	'secret.txt': 'outside the site',
};
const CHANGED = new Date('2026-01-02T03:04:05.678Z');
const LOCAL = { host: '127.0.0.1', port: 0 };

const preview = (site: string, base: string, listen: Listen) => serve(siteHandler(builtSite(site, base)), base, listen);

let folder: string;
let atRoot: RunningServer;
let atDocs: RunningServer;

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'preview-'));
	for (const [name, content] of Object.entries(FILES)) {
		const file = join(folder, name);
		await mkdir(dirname(file), { recursive: true });
		await writeFile(file, content);
		await utimes(file, CHANGED, CHANGED);
	}
	await symlink(join(folder, 'secret.txt'), join(folder, 'site/link.txt'));
	atRoot = await preview(join(folder, 'site'), '/', LOCAL);
	atDocs = await preview(join(folder, 'site'), '/docs/', LOCAL);
});

afterAll(async () => {
	await Promise.all([atRoot.stop(), atDocs.stop()]);
	await rm(folder, { recursive: true });
});

interface Answer {
	readonly status: number | undefined;
	readonly headers: IncomingHttpHeaders;
	readonly body: string;
}

/** Sends the path as it is written; `fetch` would tidy it first. */
function get(server: RunningServer, path: string, options: { method?: string; headers?: IncomingHttpHeaders } = {}) {
	return new Promise<Answer>((resolve, reject) => {
		const { hostname, port } = new URL(server.url);
		request({ hostname, port, path, ...options }, (response) => {
			text(response).then((body) => resolve({ status: response.statusCode, headers: response.headers, body }), reject);
		})
			.on('error', reject)
			.end();
	});
}

describe('pages and files', () => {
	test.each([
		['/', 'home', 'text/html; charset=utf-8'],
		['/?q=pool', 'home', 'text/html; charset=utf-8'],
		['/rules/a%20pack/(x)/', 'a rule', 'text/html; charset=utf-8'],
		['/%E8%A7%84%E5%88%99/', '一条规则', 'text/html; charset=utf-8'],
		['/rules.json', '{}', 'application/json; charset=utf-8'],
		['/_astro/page.123.js', 'export {}', 'text/javascript; charset=utf-8'],
		['/pagefind/wasm.en.pagefind', 'bytes', 'application/octet-stream'],
	])('%s', async (path, body, type) => {
		const answer = await get(atRoot, path);
		expect(answer).toMatchObject({ status: 200, body });
		expect(answer.headers['content-type']).toBe(type);
	});

	test.each(['/nothing', '/rules.json/', '/empty/', '/empty', '/link.txt'])('%s is the 404 page', async (path) => {
		const answer = await get(atRoot, path);
		expect(answer).toMatchObject({ status: 404, body: 'not here' });
		expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
	});

	test('HEAD sends the headers alone', async () => {
		const answer = await get(atRoot, '/', { method: 'HEAD' });
		expect(answer).toMatchObject({ status: 200, body: '' });
		expect(answer.headers['content-length']).toBe('4');
	});

	test('other methods are refused', async () => {
		const answer = await get(atRoot, '/', { method: 'POST' });
		expect(answer.status).toBe(405);
		expect(answer.headers.allow).toBe('GET, HEAD');
	});
});

describe('redirects', () => {
	test.each([
		['root', '/rules/a%20pack/(x)', '/rules/a%20pack/(x)/'],
		['root', '/rules/a%20pack/(x)?from=lint&b=?', '/rules/a%20pack/(x)/?from=lint&b=?'],
		['docs', '/', '/docs/'],
		['docs', '/docs', '/docs/'],
		['docs', '/docs/rules/a%20pack/(x)?q=1', '/docs/rules/a%20pack/(x)/?q=1'],
	])('%s: %s leads to %s', async (where, path, location) => {
		const answer = await get(where === 'root' ? atRoot : atDocs, path);
		expect(answer.status).toBe(302);
		expect(answer.headers.location).toBe(location);
	});
});

describe('a base', () => {
	test.each([
		['/docs/', 200, 'home'],
		['/docs/rules.json', 200, '{}'],
		['/rules.json', 404, 'not here'],
		['/docsrules.json', 404, 'not here'],
	])('%s', async (path, status, body) => {
		expect(await get(atDocs, path)).toMatchObject({ status, body });
	});
});

describe('nothing outside the site is served', () => {
	test.each([
		'/../secret.txt',
		'/%2e%2e/secret.txt',
		'/..%2fsecret.txt',
		'/rules/..%5c..%5csecret.txt',
		'/rules/../../secret.txt',
		'/rules//../secret.txt',
		'//secret.txt',
		'/secret.txt%00.html',
		'/%zz',
		'//example.org/',
	])('%s', async (path) => {
		expect(await get(atRoot, path)).toMatchObject({ status: 404, body: 'not here' });
	});
});

describe('headers', () => {
	const MORE = "require-trusted-types-for 'script'; trusted-types default; frame-ancestors 'none'";
	const PAGE = new RegExp(`^default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; .*; ${MORE}$`);
	const FOREIGN = /^default-src 'none'; frame-ancestors 'none'; sandbox$/;
	const ANEW = 'no-cache';
	const FOR_GOOD = 'public, max-age=31536000, immutable';

	test.each([
		['GET', '/docs/', 200, PAGE, ANEW],
		['HEAD', '/docs/', 200, PAGE, ANEW],
		['GET', '/docs/nothing', 404, PAGE, ANEW],
		['GET', '/elsewhere/pack-files/', 404, PAGE, ANEW],
		['GET', '/docs', 302, PAGE, ANEW],
		['POST', '/docs/', 405, PAGE, ANEW],
		['GET', '/docs/rules.json', 200, PAGE, ANEW],
		['GET', '/docs/_astro/page.123.js', 200, PAGE, FOR_GOOD],
		['GET', '/docs/pagefind/fragment/en_1234567.pf_fragment', 200, PAGE, FOR_GOOD],
		['GET', '/docs/pagefind/wasm.en.pagefind', 200, PAGE, ANEW],
		['GET', '/docs/pack-files/a-pack/logo.svg', 200, FOREIGN, ANEW],
		['GET', '/docs/%70ack-files/a-pack/logo.svg', 200, FOREIGN, ANEW],
		['GET', '/docs/pack-files/nothing.svg', 404, PAGE, ANEW],
	])('%s %s', async (method, path, status, policy, cache) => {
		const answer = await get(atDocs, path, { method });
		expect(answer.status).toBe(status);
		expect(answer.headers['content-security-policy']).toMatch(policy);
		expect(answer.headers).toMatchObject({
			'cache-control': cache,
			'x-content-type-options': 'nosniff',
			'referrer-policy': 'same-origin',
			'cross-origin-opener-policy': 'same-origin',
			'cross-origin-resource-policy': 'same-origin',
			'permissions-policy': expect.stringContaining('camera=()'),
		});
		expect(answer.headers).not.toHaveProperty('strict-transport-security');
	});

	test('an answer that nothing has changed has them too', async () => {
		const { headers } = await get(atDocs, '/docs/');
		const again = await get(atDocs, '/docs/', { headers: { 'if-none-match': headers.etag } });
		expect(again.status).toBe(304);
		expect(again.headers).toMatchObject({ 'cache-control': ANEW, etag: headers.etag });
		expect(again.headers['content-security-policy']).toMatch(PAGE);
	});
});

describe('caching', () => {
	test('a file of another size or time has another tag, and so has the compressed one', async () => {
		const tag = async (path: string, headers = {}) => (await get(atRoot, path, { headers })).headers.etag;
		const script = '/_astro/page.123.js';
		const tags = [await tag('/'), await tag('/rules.json'), await tag(script)];
		expect(new Set([...tags, await tag(script, { 'accept-encoding': 'br' })]).size).toBe(4);
	});

	test.each([
		['the tag', (h: IncomingHttpHeaders) => ({ 'if-none-match': h.etag }), 304],
		['a list with the tag', (h: IncomingHttpHeaders) => ({ 'if-none-match': `"x", W/${h.etag}` }), 304],
		['another tag', () => ({ 'if-none-match': '"x"' }), 200],
		['the time', (h: IncomingHttpHeaders) => ({ 'if-modified-since': h['last-modified'] }), 304],
		['an earlier time', () => ({ 'if-modified-since': 'Thu, 01 Jan 2026 00:00:00 GMT' }), 200],
		[
			'another tag and the time',
			(h: IncomingHttpHeaders) => ({ 'if-none-match': '"x"', 'if-modified-since': h['last-modified'] }),
			200,
		],
	])('%s', async (_, ask, status) => {
		const first = await get(atRoot, '/');
		const again = await get(atRoot, '/', { headers: ask(first.headers) as IncomingHttpHeaders });
		expect(again).toMatchObject({ status, body: status === 304 ? '' : 'home' });
	});
});

describe('compression at build time', () => {
	test.each([
		['br, gzip', 'br', 'as brotli'],
		['gzip', 'gzip', 'as gzip'],
		['br;q=0, gzip;q=0.5', 'gzip', 'as gzip'],
		['identity', undefined, 'export {}'],
	])('%s', async (accepted, encoding, body) => {
		const answer = await get(atRoot, '/_astro/page.123.js', { headers: { 'accept-encoding': accepted } });
		expect(answer.body).toBe(body);
		expect(answer.headers['content-encoding']).toBe(encoding);
		expect(answer.headers['content-type']).toBe('text/javascript; charset=utf-8');
		expect(answer.headers.vary).toBe('accept-encoding');
	});
});

describe('ports', () => {
	let other: Server;
	let taken: number;
	beforeAll(async () => {
		other = createServer().listen(0, '127.0.0.1');
		await new Promise((resolve) => other.once('listening', resolve));
		taken = (other.address() as AddressInfo).port;
	});
	afterAll(() => other.close());

	test('a port that was asked for and is taken is an error', async () => {
		const attempt = preview(folder, '/', { host: '127.0.0.1', port: taken });
		await expect(attempt).rejects.toThrow(CannotListen);
		await expect(attempt).rejects.toThrow(`Port ${taken} is taken`);
	});

	test('two servers without a port get two', async () => {
		const one = await preview(folder, '/', { host: '127.0.0.1', port: null });
		const two = await preview(folder, '/', { host: '127.0.0.1', port: null });
		expect(one.url).not.toBe(two.url);
		await Promise.all([one.stop(), two.stop()]);
	});
});
