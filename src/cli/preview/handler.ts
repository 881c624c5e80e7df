import { createReadStream } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { mediaType } from './media-types.ts';
import { fileWithin, findTarget, type Target } from './static-files.ts';

type Found = Extract<Target, { kind: 'file' }>;

const ENCODINGS = [
	{ name: 'br', suffix: '.br' },
	{ name: 'gzip', suffix: '.gz' },
] as const;

/** Answers requests with the files of a built site, as a plain web host does. */
export function siteHandler(folder: string, base: string) {
	return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
		try {
			await answer(folder, base, request, response);
		} catch {
			// The reader went away, or the file vanished while it was sent: nothing is left to say on this connection.
			if (response.headersSent) response.destroy();
			else response.writeHead(500).end();
		}
	};
}

async function answer(folder: string, base: string, request: IncomingMessage, response: ServerResponse) {
	if (request.method !== 'GET' && request.method !== 'HEAD') {
		response.writeHead(405, { allow: 'GET, HEAD' }).end();
		return;
	}
	const [path = '/', query] = (request.url ?? '/').split(/\?(.*)/s, 2);
	const target = await findTarget(folder, base, path);
	if (target.kind === 'redirect') {
		response.writeHead(302, { location: target.path + (query === undefined ? '' : `?${query}`) }).end();
	} else if (target.kind === 'file') {
		await send(200, folder, target, request, response, path.startsWith(`${base}_astro/`));
	} else {
		const page = await fileWithin(folder, join(folder, '404.html'));
		if (page.kind === 'file') await send(404, folder, page, request, response, false);
		else response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('Not found\n');
	}
}

async function send(
	status: 200 | 404,
	folder: string,
	plain: Found,
	request: IncomingMessage,
	response: ServerResponse,
	immutable: boolean,
) {
	const { encoding, ...sent } = await precompressed(folder, plain, request.headers['accept-encoding']);
	const tag = `"${sent.size.toString(36)}-${sent.changed.getTime().toString(36)}"`;
	const headers = {
		'content-type': mediaType(plain.file),
		'cache-control': immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
		'last-modified': sent.changed.toUTCString(),
		etag: tag,
		vary: 'accept-encoding',
		'x-content-type-options': 'nosniff',
		...(encoding !== null && { 'content-encoding': encoding }),
	};
	if (status === 200 && isFresh(request, tag, sent.changed)) {
		response.writeHead(304, headers).end();
		return;
	}
	response.writeHead(status, { ...headers, 'content-length': sent.size });
	if (request.method === 'HEAD') response.end();
	else await pipeline(createReadStream(sent.file), response);
}

/** The file as it was compressed at build time, in the best encoding that the reader takes; else the file itself. */
async function precompressed(folder: string, plain: Found, accepted: string | undefined) {
	for (const { name, suffix } of ENCODINGS) {
		if (!takes(accepted, name)) continue;
		const found = await fileWithin(folder, plain.file + suffix);
		if (found.kind === 'file') return { ...found, encoding: name };
	}
	return { ...plain, encoding: null };
}

function takes(accepted: string | undefined, encoding: string): boolean {
	return (accepted ?? '').split(',').some((entry) => {
		const [name, ...parameters] = entry.split(';').map((part) => part.trim().toLowerCase());
		return name === encoding && !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter));
	});
}

/** Whether the reader's copy still holds. A tag is more exact than a time, so it decides when both are sent. */
function isFresh({ headers }: IncomingMessage, tag: string, changed: Date): boolean {
	const tags = headers['if-none-match'];
	if (tags !== undefined) return tags.split(',').some((one) => ['*', tag, `W/${tag}`].includes(one.trim()));
	const since = Date.parse(headers['if-modified-since'] ?? '');
	return Math.floor(changed.getTime() / 1000) * 1000 <= since;
}
