import { request } from 'node:http';
import { type Header, headersOf, kindOf } from '../../src/domain/site-policy.ts';

interface Answer {
	readonly status: number;
	readonly headers: Readonly<Record<string, string | undefined>>;
	readonly bytes: number;
}

/** What is looked at of a server, and what is wrong with it; nothing when all is right. */
export interface Checked {
	readonly looked: number;
	readonly faults: readonly string[];
}

/** Asks for a path as it is written; `fetch` would tidy it first. */
export function ask(url: string, path: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
	const { hostname, port } = new URL(url);
	return new Promise((resolve, reject) => {
		request({ hostname, port, path, headers }, (response) => {
			let bytes = 0;
			response.on('data', (chunk: Buffer) => {
				bytes += chunk.length;
			});
			response.on('error', reject);
			response.on('end', () => {
				const named = Object.entries(response.headers).map(([name, value]) => [name, String(value)]);
				resolve({ status: response.statusCode ?? 0, headers: Object.fromEntries(named), bytes });
			});
		})
			.on('error', reject)
			.end();
	});
}

/** Whether a served site answers as it should. `paths` are files of it, below its root, encoded. */
export async function checkServer(url: string, paths: readonly string[]): Promise<Checked> {
	const { pathname: base } = new URL(url);
	const faults: string[] = [];
	let looked = 0;
	const expect = (right: boolean, fault: string): void => {
		looked += 1;
		if (!right) faults.push(fault);
	};
	const expectHeaders = (path: string, { headers }: Answer, wanted: readonly Header[]): void => {
		for (const [name, value] of wanted) {
			const found = headers[name.toLowerCase()];
			expect(found === value, `${path}: ${name} is ${found}, not ${value}`);
		}
	};
	for (const path of paths) {
		const at = base + path;
		const plain = await ask(url, at);
		expect(plain.status === 200, `${at} is answered with ${plain.status}`);
		expectHeaders(at, plain, headersOf(kindOf(path)));
		const { etag } = plain.headers;
		const same = await ask(url, at, { 'if-none-match': etag ?? '' });
		expect(same.status === 304 && same.bytes === 0, `${at} with its tag ${etag} is answered with ${same.status}`);
		expectHeaders(`${at} not changed`, same, headersOf(kindOf(path)));
		if (/\.pf_\w+$/.test(path)) continue;
		const packed = await ask(url, at, { 'accept-encoding': 'gzip' });
		expect(packed.headers['content-encoding'] === 'gzip', `${at} is not compressed`);
		// What is compressed in passing has no length: nobody knows it yet.
		expect(Number(packed.headers['content-length']) === packed.bytes, `${at} is not sent as it was compressed`);
		expect(packed.bytes < plain.bytes, `${at} is no smaller compressed`);
		expect(packed.headers['content-type'] === plain.headers['content-type'], `${at} has two types`);
		expect(/charset=utf-8/.test(packed.headers['content-type'] ?? ''), `${at} names no charset`);
		expect(packed.headers['vary']?.toLowerCase() === 'accept-encoding', `${at} does not vary`);
		expect(packed.headers['etag'] !== etag, `${at} has one tag for two forms`);
	}
	for (const path of ['nothing/here', '_astro/', 'pack-files/../../../etc/passwd', '%2e%2e/%2e%2e/etc/passwd']) {
		const missing = await ask(url, base + path);
		expect([400, 404].includes(missing.status), `${path} is answered with ${missing.status}`);
	}
	const missing = await ask(url, `${base}nothing/here`);
	expectHeaders('the page for what is missing', missing, headersOf('page'));
	expect(missing.bytes > 1000, 'the page for what is missing is not that of the site');
	const folder = await ask(url, base.slice(0, -1));
	expect([301, 302].includes(folder.status), `${base.slice(0, -1)} is answered with ${folder.status}`);
	expect(folder.headers['location'] === base, `${base.slice(0, -1)} leads to ${folder.headers['location']}`);
	return { looked, faults };
}
