import { spawn } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, normalize } from 'node:path';
import { mediaType } from '../../src/domain/media-types.ts';
import { ROOT } from '../harness/project.ts';

/** Builds the packs below `folder/packs` into `folder/out`, with all that a site can have. Rejects when the build fails. */
export async function buildSite(folder: string, title: string): Promise<string> {
	await mkdir(folder, { recursive: true });
	const config = { title, content: ['packs'], out: 'out', site: 'https://rules.example.org' };
	await writeFile(join(folder, 'rulepress.config.mjs'), `export default ${JSON.stringify(config)};\n`);
	const launcher = join(ROOT, 'bin/rulepress.mjs');
	await new Promise<void>((done, fail) => {
		const child = spawn(process.execPath, [launcher, 'build', '--skip-invalid'], { cwd: folder });
		const said: string[] = [];
		for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => said.push(String(data)));
		child.on('exit', (code) => (code === 0 ? done() : fail(new Error(`${code}: ${said.join('').slice(-4000)}`))));
	});
	return join(folder, 'out');
}

/** A page of the site that only leads to another: held for a while, so that it can be looked at like any other. */
const LEADS_ON = /(<meta http-equiv="refresh" content=")0(?=; url=\.{1,2}\/)/;
const HELD_S = 600;

export interface Served {
	readonly origin: string;
	readonly stop: () => void;
}

/**
 * Serves a site as a host without any headers of its own would; without the policy in its pages when `bare`. `others` are pages
 * beside it, by path.
 */
export async function serve(
	out: string,
	bare: boolean,
	others: ReadonlyMap<string, string> = new Map(),
): Promise<Served> {
	const server: Server = createServer(async (request, response) => {
		const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname));
		const other = others.get(path);
		if (other !== undefined) {
			response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(other);
			return;
		}
		const wanted = join(out, path.endsWith('/') ? `${path}index.html` : path);
		const found = await stat(wanted).catch(() => null);
		const file = found?.isFile() ? wanted : join(out, '404.html');
		response.writeHead(file === wanted ? 200 : 404, { 'content-type': mediaType(file) });
		if (!file.endsWith('.html')) createReadStream(file).pipe(response);
		else {
			const html = await readFile(file, 'utf8');
			const held = html.replace(LEADS_ON, `$1${HELD_S}`);
			response.end(bare ? held.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '') : held);
		}
	});
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	const { port } = server.address() as AddressInfo;
	return { origin: `http://127.0.0.1:${port}`, stop: () => server.close() };
}
