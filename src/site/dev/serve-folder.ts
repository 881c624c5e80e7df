import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, sep } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
	'.js': 'text/javascript',
	'.json': 'application/json',
	'.wasm': 'application/wasm',
	'.svg': 'image/svg+xml',
	'.png': 'image/png',
	'.jpg': 'image/jpeg',
	'.jpeg': 'image/jpeg',
	'.gif': 'image/gif',
	'.webp': 'image/webp',
	'.avif': 'image/avif',
	'.md': 'text/markdown; charset=utf-8',
	'.sarif': 'application/sarif+json; charset=utf-8',
	'.txt': 'text/plain; charset=utf-8',
	'.xml': 'application/xml; charset=utf-8',
};

/** A middleware that answers with the file of a folder, when there is one. Astro may have cut the base off already. */
export function serveFolder(folder: string, base: string) {
	return async (request: IncomingMessage, response: ServerResponse, next: () => void): Promise<void> => {
		const file = fileFor(request.url ?? '/', folder, base);
		const found = file !== null && (await stat(file).catch(() => null))?.isFile();
		if (file === null || !found) {
			next();
			return;
		}
		response.setHeader('content-type', TYPES[extname(file)] ?? 'application/octet-stream');
		response.setHeader('cache-control', 'no-store');
		createReadStream(file).pipe(response);
	};
}

function fileFor(url: string, folder: string, base: string): string | null {
	const path = url.replace(/[?#].*$/, '');
	const inside = path.startsWith(base) ? path.slice(base.length) : path.replace(/^\//, '');
	try {
		const file = join(folder, decodeURIComponent(inside));
		return file.startsWith(folder + sep) ? file : null;
	} catch {
		return null;
	}
}
