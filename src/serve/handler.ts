import { hash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { mediaType } from '../domain/media-types.ts';
import { headersOf, kindOf, type PathKind } from '../domain/site-policy.ts';
import { sitePath } from './site-path.ts';
import type { SiteSource, Target } from './site-source.ts';
import { fileWithin } from './static-files.ts';

type Found = Extract<Target, { kind: 'file' | 'made' }>;

/** A body, or how to read it, with what the answer says of it. */
interface Sent {
	readonly tag: string;
	readonly size: number;
	readonly changed: Date | null;
	readonly encoding: string | null;
	readonly body: Buffer | FileHandle;
}

/** Without what https alone may ask for: this server speaks http. */
const HEADERS = { page: named('page'), hashed: named('hashed'), foreign: named('foreign') } as const;

const ENCODINGS = [
	{ name: 'br', suffix: '.br' },
	{ name: 'gzip', suffix: '.gz' },
] as const;

const ATTEMPTS = 3;

/** Answers requests with what a site holds, as a plain web host does that has been given the site's headers. */
export function siteHandler(site: SiteSource) {
	return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
		try {
			await whileSwapped(() => answer(site, request, response));
		} catch (error) {
			// The reader went away, or the file vanished while it was sent: nothing is left to say on this connection.
			if (response.headersSent) response.destroy();
			else await fail(site, error, request, response);
		}
	};
}

/** A build may swap the site between the moment in which a file is found and that in which it is opened. */
async function whileSwapped(work: () => Promise<void>): Promise<void> {
	for (let attempt = 1; ; attempt++) {
		try {
			return await work();
		} catch (error) {
			const isGone = (error as NodeJS.ErrnoException).code === 'ENOENT';
			if (!isGone || attempt === ATTEMPTS) throw error;
		}
	}
}

async function answer(site: SiteSource, request: IncomingMessage, response: ServerResponse): Promise<void> {
	if (request.method !== 'GET' && request.method !== 'HEAD') {
		response.writeHead(405, { ...HEADERS.page, allow: 'GET, HEAD' }).end();
		return;
	}
	const [path = '/', query] = (request.url ?? '/').split(/\?(.*)/s, 2);
	const target = await site.find(path);
	if (target.kind === 'redirect') {
		const location = target.path + (query === undefined ? '' : `?${query}`);
		response.writeHead(302, { ...HEADERS.page, location }).end();
	} else if (target.kind !== 'nothing') {
		await send(200, target, request, response, kindAt(site.base(), path));
	} else {
		const page = await site.notFound(path);
		if (page.kind === 'file' || page.kind === 'made') await send(404, page, request, response, 'page');
		else {
			const headers = { ...HEADERS.page, 'content-type': 'text/plain; charset=utf-8' };
			response.writeHead(404, headers).end('Not found\n');
		}
	}
}

async function fail(site: SiteSource, error: unknown, request: IncomingMessage, response: ServerResponse) {
	const page = site.failed?.(error);
	if (page?.kind === 'made') await send(500, page, request, response, 'page');
	else response.writeHead(500, HEADERS.page).end();
}

async function send(
	status: 200 | 404 | 500,
	found: Found,
	request: IncomingMessage,
	response: ServerResponse,
	kind: PathKind,
): Promise<void> {
	const sent = await sentFor(found, request.headers['accept-encoding']);
	try {
		await sendIt(status, found, sent, request, response, kind);
	} finally {
		if (!Buffer.isBuffer(sent.body)) await sent.body.close();
	}
}

async function sendIt(
	status: 200 | 404 | 500,
	found: Found,
	sent: Sent,
	request: IncomingMessage,
	response: ServerResponse,
	kind: PathKind,
): Promise<void> {
	const headers = {
		...HEADERS[kind],
		'content-type': mediaType(found.kind === 'file' ? found.file : found.name),
		...(sent.changed !== null && { 'last-modified': sent.changed.toUTCString() }),
		etag: sent.tag,
		vary: 'accept-encoding',
		...(sent.encoding !== null && { 'content-encoding': sent.encoding }),
	};
	if (status === 200 && isFresh(request, sent)) {
		response.writeHead(304, headers).end();
		return;
	}
	response.writeHead(status, { ...headers, 'content-length': sent.size });
	if (request.method === 'HEAD') response.end();
	else if (Buffer.isBuffer(sent.body)) response.end(sent.body);
	else await pipeline(sent.body.createReadStream({ autoClose: false }), response);
}

function named(kind: PathKind): Readonly<Record<string, string>> {
	return Object.fromEntries(headersOf(kind).map(([name, value]) => [name.toLowerCase(), value]));
}

/** By what the path leads to, not by how it is spelled: `%70ack-Files` may be the folder of strangers' files as well. */
function kindAt(base: string, path: string): PathKind {
	const asked = sitePath(base, path);
	return asked.kind === 'inside' ? kindOf(asked.segments.join('/').toLowerCase()) : 'page';
}

async function sentFor(found: Found, accepted: string | undefined): Promise<Sent> {
	if (found.kind === 'made') {
		const { body } = found;
		const tag = `"${hash('sha256', body, 'base64url').slice(0, 22)}"`;
		return { tag, size: body.length, changed: null, encoding: null, body };
	}
	const { encoding, file } = await precompressed(found, accepted);
	const body = await open(file);
	// Of what is open: by its name, a build may have put another file there already.
	const { size, mtime: changed } = await body.stat();
	const parts = [size.toString(36), changed.getTime().toString(36), ...(encoding === null ? [] : [encoding])];
	const tag = `"${parts.join('-')}"`;
	return { tag, size, changed, encoding, body };
}

/** The file as it was compressed at build time, in the best encoding that the reader takes; else the file itself. */
async function precompressed(plain: Extract<Found, { kind: 'file' }>, accepted: string | undefined) {
	for (const { name, suffix } of ENCODINGS) {
		if (!takes(accepted, name)) continue;
		const found = await fileWithin(plain.folder, plain.file + suffix);
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
function isFresh({ headers }: IncomingMessage, { tag, changed }: Sent): boolean {
	const tags = headers['if-none-match'];
	if (tags !== undefined) return tags.split(',').some((one) => ['*', tag, `W/${tag}`].includes(one.trim()));
	if (changed === null) return false;
	const since = Date.parse(headers['if-modified-since'] ?? '');
	return Math.floor(changed.getTime() / 1000) * 1000 <= since;
}
