import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { RunningServer } from '../domain/commands.ts';

/** Where to listen. */
export interface Listen {
	readonly host: string;
	/** Null: the usual port, or the next free one. */
	readonly port: number | null;
}

/** The address cannot be listened on. The message says why and what to do. */
export class CannotListen extends Error {
	override readonly name = 'CannotListen';
}

/** Reached from this machine alone, and under one name: `localhost` may be another server's in IPv6. */
export const THIS_MACHINE = '127.0.0.1';

const USUAL_PORT = 4321;
const TRIES = 50;

/**
 * Serves a site that lies below `base` until it is stopped.
 * Throws `CannotListen` when the port asked for is taken or the address cannot be listened on.
 */
export async function serve(handler: RequestListener, base: string, listen: Listen): Promise<RunningServer> {
	const server = createServer(handler);
	await open(server, listen);
	const { port } = server.address() as AddressInfo;
	return { url: `http://${urlHost(listen.host)}:${port}${base}`, stop: () => close(server) };
}

async function open(server: Server, { host, port }: Listen): Promise<void> {
	const first = port ?? USUAL_PORT;
	const last = port === null ? USUAL_PORT + TRIES : port;
	for (let candidate = first; candidate <= last; candidate++) {
		try {
			server.listen(candidate, host);
			await once(server, 'listening');
			return;
		} catch (error) {
			const taken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
			if (!taken) throw new CannotListen(`Cannot listen on ${host}:${candidate}: ${(error as Error).message}`);
		}
	}
	if (port !== null) throw new CannotListen(`Port ${port} is taken; leave --port out to use the next free one`);
	throw new CannotListen(`The ports ${first} to ${last} are all taken; name a free one with --port`);
}

async function close(server: Server): Promise<void> {
	const closed = once(server, 'close');
	server.close();
	server.closeAllConnections();
	await closed;
}

/** An IPv6 address stands in brackets; an address that means "all" cannot be opened, this machine's name can. */
function urlHost(host: string): string {
	if (host === '0.0.0.0' || host === '::') return 'localhost';
	return host.includes(':') ? `[${host}]` : host;
}
