import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { siteHandler } from '../../serve/handler.ts';
import { isKnownHost } from './hosts.ts';
import { LIVE_SCRIPT, type LiveSite } from './live-site.ts';
import type { Readers } from './readers.ts';

/** Where the script of open pages listens, from the script's own folder. */
const EVENTS = LIVE_SCRIPT.replace(/[^/]*$/, 'events');

export interface RequestOptions {
	readonly site: LiveSite;
	readonly readers: Readers;
	/** The address that the server listens on. */
	readonly host: string;
	/** Resolves when the site can be asked. */
	readonly ready: () => Promise<void>;
}

/** Answers requests for a live site: its own, and those of the script that keeps open pages up to date. */
export async function liveRequests({ site, readers, host, ready }: RequestOptions) {
	const script = await readFile(new URL('live.js', import.meta.url));
	const fromSite = siteHandler(site);
	return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
		if (!isKnownHost(request.headers.host, host)) {
			response.writeHead(403, { 'content-type': 'text/plain; charset=utf-8' });
			response.end('This server answers under localhost, IP addresses and the name given with --host.\n');
			return;
		}
		await ready();
		const base = site.base();
		const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
		if (pathname === base + LIVE_SCRIPT) {
			response.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-cache' });
			response.end(script);
		} else if (pathname === base + EVENTS) {
			await readers.add(response, searchParams.get('page') ?? base, searchParams.get('tag') ?? '');
		} else await fromSite(request, response);
	};
}
