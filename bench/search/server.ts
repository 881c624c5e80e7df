import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

const TYPES: Readonly<Record<string, string>> = {
	'.css': 'text/css; charset=utf-8',
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.json': 'application/json; charset=utf-8',
	'.svg': 'image/svg+xml',
};

export interface Server {
	/** Address with a slash at the end. */
	readonly url: string;
	stop(): void;
}

/**
 * Serves a built site on a free port, its text compressed and all of it cacheable, as web hosts do.
 * Each file is compressed when it is first asked for; from then on it is sent from memory.
 */
export async function serveCompressed(folder: string): Promise<Server> {
	const compressed = new Map<string, Promise<Buffer>>();
	const bytesOf = (file: string, compress: boolean): Promise<Buffer> => {
		const bytes = compressed.get(file) ?? readFile(file).then((raw) => (compress ? gzipSync(raw) : raw));
		compressed.set(file, bytes);
		return bytes;
	};
	const server = createServer(async (request, response) => {
		const { pathname } = new URL(request.url ?? '/', 'http://localhost');
		const path = decodeURIComponent(pathname);
		try {
			const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
			const type = TYPES[extname(file)];
			const bytes = await bytesOf(file, type !== undefined);
			response.writeHead(200, {
				'cache-control': 'max-age=600',
				'content-type': type ?? 'application/octet-stream',
				...(type !== undefined && { 'content-encoding': 'gzip' }),
			});
			response.end(bytes);
		} catch {
			response.writeHead(404).end();
		}
	});
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}/`,
		stop: () => {
			server.close();
			server.closeAllConnections();
		},
	};
}
