import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type PublishedCatalogFile, parseCatalog } from './published.ts';
import { CatalogError } from './types.ts';

/** Far above the catalog of ten thousand rules, and far below what would fill the memory. */
const LARGEST = 256 * 1024 * 1024;
const TIMEOUT_SECONDS = 30;

/** A published catalog, and the text it was read from. */
export interface LoadedCatalog {
	readonly file: PublishedCatalogFile;
	readonly text: string;
}

/**
 * Reads a published catalog: from a `rules.json`, from the folder of a built site, or from the address of either.
 * Throws `CatalogError` when it cannot be reached or is no catalog of this version.
 */
export async function loadCatalog(source: string): Promise<LoadedCatalog> {
	const { name, text } = /^https?:\/\//i.test(source) ? await download(source) : await readCatalog(source);
	return { file: parseCatalog(text, name), text };
}

interface Named {
	readonly name: string;
	readonly text: string;
}

async function readCatalog(source: string): Promise<Named> {
	try {
		const name = (await stat(source)).isDirectory() ? join(source, 'rules.json') : source;
		return { name, text: await readFile(name, 'utf8') };
	} catch (cause) {
		const { code, message } = cause as NodeJS.ErrnoException;
		if (code !== 'ENOENT' && code !== 'ENOTDIR') throw new CatalogError(`${source}: cannot be read: ${message}`);
		throw new CatalogError(`${source}: there is no such catalog. Name the rules.json of a built site, or its folder.`);
	}
}

async function download(source: string): Promise<Named> {
	const url = URL.parse(source);
	if (url === null) throw new CatalogError(`${source}: not an address.`);
	if (!/\.json$/i.test(url.pathname)) url.pathname = `${url.pathname.replace(/(?<!\/)\/+$/, '')}/rules.json`;
	const name = url.href;
	try {
		const response = await fetch(url, {
			signal: AbortSignal.timeout(TIMEOUT_SECONDS * 1000),
			headers: { accept: 'application/json' },
		});
		if (!response.ok) throw new CatalogError(`${name}: the server answers ${response.status}.`);
		return { name, text: await bodyOf(response, name) };
	} catch (cause) {
		if (cause instanceof CatalogError) throw cause;
		throw new CatalogError(`${name}: cannot be reached: ${reason(cause)}.`, { cause });
	}
}

async function bodyOf(response: Response, name: string): Promise<string> {
	const decoder = new TextDecoder();
	let text = '';
	let size = 0;
	for await (const chunk of response.body ?? []) {
		size += chunk.byteLength;
		if (size > LARGEST) throw new CatalogError(`${name}: larger than ${LARGEST / 1024 / 1024} MB.`);
		text += decoder.decode(chunk, { stream: true });
	}
	return text + decoder.decode();
}

/** Why a request failed: `fetch` itself says only that it did, and hangs the reason below. */
function reason(thrown: unknown): string {
	if (!(thrown instanceof Error)) return String(thrown);
	if (thrown.name === 'TimeoutError') return `no answer within ${TIMEOUT_SECONDS} seconds`;
	const { cause } = thrown;
	if (!(cause instanceof Error)) return thrown.message;
	return cause.message === '' ? ((cause as NodeJS.ErrnoException).code ?? thrown.message) : cause.message;
}
