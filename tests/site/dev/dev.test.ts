import { mkdir, mkdtemp, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { RunningServer } from '../../../src/domain/commands.ts';
import { loadConfig, type Overrides, withOverrides } from '../../../src/load/config.ts';
import { dev } from '../../../src/site/dev/dev.ts';
import { get as ask, type OpenPage, openPage } from './browser.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

const FILES: Readonly<Record<string, string | Buffer>> = {
	'rulepress.config.mjs': "export default { site: 'https://rules.example.org' };\n",
	'public/robots.txt': 'of the project',
	'content/doors/SKILL.md': '---\nname: doors\ndescription: About doors.\n---\n',
	'content/doors/plan.png': Buffer.from('89504e470d0a1a0a', 'hex'),
	'content/doors/rules/open-door.md': rule('Open the door', '![plan](../plan.png)', 'aliases: open-gate\n'),
	'content/doors/rules/shut-door.md': rule('Shut the door', 'Text.', 'linters: { eslint: no-eval }\n'),
};

let root: string;
let server: RunningServer;
const said: string[] = [];
/** A busy machine takes its time. */
const SLOW = { timeout: 30_000 };
const pages: OpenPage[] = [];

function rule(title: string, body: string, more = ''): string {
	return `---\ntitle: ${title}\nimpact: HIGH\ntags: door\n${more}---\n\n${body}\n`;
}

async function put(path: string, text: string | Buffer): Promise<void> {
	await mkdir(dirname(join(root, path)), { recursive: true });
	await writeFile(join(root, path), text);
}

async function start(overrides: Overrides): Promise<void> {
	root = await realpath(await mkdtemp(join(tmpdir(), 'rulepress-dev-')));
	for (const [path, text] of Object.entries(FILES)) await put(path, text);
	const reconfigure = async () => withOverrides(await loadConfig(root), overrides);
	server = await dev({
		config: await reconfigure(),
		port: 0,
		host: null,
		progress: () => {},
		report: () => {},
		say: (message) => said.push(message),
		reconfigure,
	});
}

async function stop(): Promise<void> {
	await server.stop();
	await rm(root, { recursive: true, force: true });
}

const get = (path: string, headers = {}) => ask(server.url, path, headers);

async function open(path: string): Promise<OpenPage> {
	const page = await openPage(server.url, path);
	pages.push(page);
	return page;
}

afterEach(() => {
	for (const page of pages.splice(0)) page.close();
});

describe('a live site below a base', () => {
	beforeAll(() => start({ base: '/docs/' }));
	afterAll(stop);

	test.each([
		['/docs/', 200, 'text/html; charset=utf-8', 'Open the door'],
		['/docs/rules/doors/open-door/', 200, 'text/html; charset=utf-8', '<h1>Open the door</h1>'],
		['/docs/rules/doors/open-door/index.html', 200, 'text/html; charset=utf-8', '<h1>Open the door</h1>'],
		['/docs/packs/doors/', 200, 'text/html; charset=utf-8', 'About doors.'],
		['/docs/tags/', 200, 'text/html; charset=utf-8', 'Shut the door'],
		['/docs/rules/doors/open-gate/', 200, 'text/html; charset=utf-8', 'url=../open-door/'],
		['/docs/d/eslint/no-eval/', 200, 'text/html; charset=utf-8', 'url=../../../rules/doors/shut-door/'],
		['/docs/rules/doors/open-door.md', 200, 'text/markdown; charset=utf-8', 'title: Open the door'],
		['/docs/pack-files/doors/plan.png', 200, 'image/png', 'PNG'],
		['/docs/rules.json', 200, 'application/json; charset=utf-8', '"doors/open-door"'],
		['/docs/index/rules.json', 200, 'application/json; charset=utf-8', 'open-door'],
		['/docs/index/summaries/0.json', 200, 'application/json; charset=utf-8', '['],
		['/docs/rules.sarif', 200, 'application/sarif+json; charset=utf-8', 'doors/open-door'],
		['/docs/sitemap-1.xml', 200, 'application/xml; charset=utf-8', '/docs/rules/doors/open-door/'],
		['/docs/robots.txt', 200, 'text/plain; charset=utf-8', 'of the project'],
		['/docs/favicon.svg', 200, 'image/svg+xml', '<svg'],
		['/docs/404.html', 200, 'text/html; charset=utf-8', 'Not found'],
		['/docs/nothing/', 404, 'text/html; charset=utf-8', 'Not found'],
		['/docs/rules/doors/', 404, 'text/html; charset=utf-8', 'Not found'],
		['/docs/rules.json/', 404, 'text/html; charset=utf-8', 'Not found'],
		['/docs/%2e%2e/rulepress.config.mjs', 404, 'text/html; charset=utf-8', 'Not found'],
		['/rules/doors/open-door/', 404, 'text/html; charset=utf-8', 'Not found'],
	])('%s', async (path, status, type, words) => {
		const answer = await get(path);
		expect({ status: answer.status, type: answer.headers['content-type'] }).toEqual({ status, type });
		expect(answer.body).toContain(words);
	});

	test.each([
		['/', '/docs/'],
		['/docs', '/docs/'],
		['/docs/rules/doors/open-door?from=lint', '/docs/rules/doors/open-door/?from=lint'],
	])('%s leads to %s', async (path, location) => {
		const answer = await get(path);
		expect({ status: answer.status, location: answer.headers.location }).toEqual({ status: 302, location });
	});

	test('pages have the styles and scripts that they name, and keep their policy', async () => {
		const { body } = await get('/docs/rules/doors/open-door/');
		const named = [...body.matchAll(/(?:src|href)="(\/docs\/(?:_astro|_rulepress)\/[^"]*)"/g)].map(
			([, path]) => path ?? '',
		);
		expect(named.length).toBeGreaterThan(2);
		for (const path of named) expect((await get(path)).status).toBe(200);
		expect(body).toContain("script-src 'self'");
	});

	test('a page is not sent again to who has it', async () => {
		const { headers } = await get('/docs/');
		expect((await get('/docs/', { 'if-none-match': headers.etag })).status).toBe(304);
	});

	test.each([
		['localhost:4321', 200],
		['127.0.0.1', 200],
		['[::1]:80', 200],
		['192.168.1.7:4321', 200],
		['rules.localhost', 200],
		['evil.example', 403],
		['127.0.0.1.evil.example', 403],
	])('asked as %s', async (host, status) => {
		expect((await get('/docs/', { host })).status).toBe(status);
	});

	test('a changed text is told and shown', async () => {
		const page = await open('/docs/rules/doors/shut-door/');
		await put('content/doors/rules/shut-door.md', rule('Shut the door', 'Another text.'));
		await page.next('reload');
		expect((await get('/docs/rules/doors/shut-door/')).body).toContain('Another text.');
	});

	test('a page that does not show the rule hears nothing of it; one that does, does', async () => {
		const [impact, pack] = [await open('/docs/impact/'), await open('/docs/packs/doors/')];
		let heard = false;
		void impact.next('reload').then(() => {
			heard = true;
		});
		await put('content/doors/rules/shut-door.md', rule('Shut all doors', 'Another text.'));
		await pack.next('reload');
		expect((await get('/docs/packs/doors/')).body).toContain('Shut all doors');
		expect(heard).toBe(false);
	});

	test('an editor that writes beside and renames', async () => {
		const page = await open('/docs/rules/doors/open-door/');
		await put('content/doors/rules/.open-door.md.swp', 'of the editor');
		await put('content/doors/rules/open-door.md~', rule('Open the door', 'By renaming.'));
		await rename(join(root, 'content/doors/rules/open-door.md~'), join(root, 'content/doors/rules/open-door.md'));
		await page.next('reload');
		expect((await get('/docs/rules/doors/open-door/')).body).toContain('By renaming.');
	});

	test('an error leaves the page as it was, and is told there with its place', async () => {
		const page = await open('/docs/rules/doors/open-door/');
		await put('content/doors/rules/open-door.md', '---\ntitle: `x`\n---\n');
		const [notice] = JSON.parse(await page.next('notices'));
		expect(notice.place).toMatch(/open-door\.md:2:8$/);
		expect(notice.text).toMatch(/^yaml-invalid: .+; expected .+/);
		expect((await get('/docs/rules/doors/open-door/')).body).toContain('<h1>Open the door</h1>');
		await put('content/doors/rules/open-door.md', rule('Open the door', 'Repaired.'));
		expect(JSON.parse(await page.next('notices'))).toEqual([]);
		expect((await get('/docs/rules/doors/open-door/')).body).toContain('Repaired.');
	});

	test('a new rule in a new folder, renamed, and gone', async () => {
		const missing = await open('/docs/rules/windows/first/');
		await put('content/windows/rules/deep/first.md', rule('First', 'Text.'));
		await missing.next('reload');
		const first = await open('/docs/rules/windows/first/');
		const second = await open('/docs/rules/windows/second/');
		const folder = join(root, 'content/windows/rules/deep');
		await rename(join(folder, 'first.md'), join(folder, 'second.md'));
		await Promise.all([first.next('reload'), second.next('reload')]);
		expect((await get('/docs/rules/windows/first/')).status).toBe(404);
		const page = await open('/docs/rules/windows/second/');
		await put('content/windows/rules/deep/second.md', rule('Second', 'Seen in a folder made later.'));
		await page.next('reload');
		await rm(join(root, 'content/windows'), { recursive: true });
		await page.next('reload');
		expect((await get('/docs/rules/windows/second/')).status).toBe(404);
	});

	test('many files at once', async () => {
		const page = await open('/docs/packs/');
		for (let n = 0; n < 40; n++) await put(`content/many/rules/rule-${n}.md`, rule(`Number ${n}`, 'Text.'));
		await page.next('reload');
		await expect.poll(async () => (await get('/docs/rules/many/rule-39/')).status, SLOW).toBe(200);
		await rm(join(root, 'content/many'), { recursive: true });
		await expect.poll(async () => (await get('/docs/rules/many/rule-39/')).status, SLOW).toBe(404);
	});

	test('a config with an error is told, and the next good one is taken', async () => {
		const page = await open('/docs/');
		await put('rulepress.config.mjs', 'export default { title: 7 };\n');
		expect(await page.next('notices')).toContain('title');
		expect(said.join('\n')).toContain('title');
		expect((await get('/docs/')).body).toContain('<title>Rulepress</title>');
		await put('rulepress.config.mjs', "export default { title: 'House rules', site: 'https://rules.example.org' };\n");
		await page.next('reload');
		expect((await get('/docs/')).body).toContain('<title>House rules</title>');
		await put('rulepress.config.mjs', FILES['rulepress.config.mjs'] ?? '');
		await (await open('/docs/')).next('reload');
	});

	test('a content folder that goes and comes again', async () => {
		const page = await open('/docs/packs/');
		await rename(join(root, 'content'), join(root, 'aside'));
		expect(await page.next('notices')).toContain('content');
		expect((await get('/docs/rules/doors/open-door/')).status).toBe(200);
		await rename(join(root, 'aside'), join(root, 'content'));
		expect(JSON.parse(await page.next('notices'))).toEqual([]);
		const rulePage = await open('/docs/rules/doors/open-door/');
		await put('content/doors/rules/open-door.md', rule('Open the door', 'Back again.'));
		await rulePage.next('reload');
	});

	test('the search index follows, and names rules by their places in the catalog of now', async () => {
		const places = async (): Promise<number> => {
			const { status, body } = await get('/docs/pagefind/order.json');
			return status === 200 ? (JSON.parse(body).ids as string).split(' ').filter((id) => id !== '').length : -1;
		};
		await expect.poll(places, SLOW).toBe(2);
		await put('content/doors/rules/aside-door.md', rule('Another door', 'Text.'));
		await expect.poll(places, SLOW).toBe(3);
		expect((await get('/docs/pagefind/pagefind.js')).status).toBe(200);
	});
});

describe('a trusted pack with MDX', () => {
	beforeAll(async () => {
		await start({});
		await server.stop();
		await put('rulepress.config.mjs', "export default { trusted: ['doors'] };\n");
		await put('content/doors/rules/with-mdx.mdx', rule('With MDX', '{1 + 1} doors'));
		const reconfigure = () => loadConfig(root);
		const quiet = { progress: () => {}, report: () => {}, say: (message: string) => void said.push(message) };
		server = await dev({ config: await reconfigure(), port: 0, host: null, ...quiet, reconfigure });
	});
	afterAll(stop);

	test('is compiled, again when it changes, and keeps its page while it has an error', async () => {
		// A page is also told to load again when relations have been found meanwhile; what it then gets may be as before.
		const answer = async () => {
			const { status, body } = await get('/rules/doors/with-mdx/');
			return `${status} ${body}`;
		};
		expect((await get('/rules/doors/with-mdx/')).body).toContain('2 doors');
		let page = await open('/rules/doors/with-mdx/');
		await put('content/doors/rules/with-mdx.mdx', rule('With MDX', '{2 + 3} doors'));
		await page.next('reload');
		await expect.poll(answer, SLOW).toContain('5 doors');
		page = await open('/rules/doors/with-mdx/');
		await put('content/doors/rules/with-mdx.mdx', rule('With MDX', '{2 + } doors'));
		expect(await page.next('notices')).toContain('mdx-invalid');
		expect((await get('/rules/doors/with-mdx/')).body).toContain('5 doors');
		await put('content/doors/rules/with-mdx.mdx', rule('With MDX', '{nobody} doors'));
		await page.next('reload');
		await expect.poll(answer, SLOW).toMatch(/^500 .*nobody is not defined/s);
		page = await open('/rules/doors/with-mdx/');
		await put('content/doors/rules/with-mdx.mdx', rule('With MDX', '{3 + 3} doors'));
		await page.next('reload');
		await expect.poll(answer, SLOW).toContain('6 doors');
	});
});
