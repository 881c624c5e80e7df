import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { ENCODING_BYTES, type Encoding, encodingOf, markLength, toUtf8 } from './encoding.ts';
import { makeSpool } from './spool.ts';
import { type Report, ReportError } from './types.ts';

const HEAD_BYTES = 64 * 1024;

/** A report that is ready to be read, until it is closed. */
export interface OpenReport extends Report {
	/** How it was written, and is to be written again. */
	readonly encoding: Encoding;
	readonly close: () => Promise<void>;
}

/**
 * Opens a report on disk. A pipe is read once, into memory or a temporary file. Throws `ReportError` for a file that cannot be
 * read or is no text.
 */
export async function openReportFile(path: string): Promise<OpenReport> {
	try {
		const found = await stat(path);
		if (found.isDirectory()) throw new ReportError(`a folder. Name the file that the linter wrote.`);
		if (!found.isFile()) return await openReportStream(createReadStream(path), path);
		return await openFile(path, found.size);
	} catch (thrown) {
		if (thrown instanceof ReportError) throw thrown;
		const { code, message } = thrown as NodeJS.ErrnoException;
		throw new ReportError(code === 'ENOENT' ? 'there is no such file.' : `cannot be read: ${message}`);
	}
}

/** Reads a report that can be read but once. Throws `ReportError` for what is no text. */
export async function openReportStream(stream: AsyncIterable<Uint8Array>, name: string): Promise<OpenReport> {
	const raw = makeSpool();
	try {
		for await (const chunk of stream) await raw.write(chunk);
		return await open({ name, size: raw.size(), from: (start) => skip(raw.read(), start), close: raw.close });
	} catch (thrown) {
		await raw.close();
		throw thrown;
	}
}

/** Bytes that can be read again from any offset. */
interface Source {
	readonly name: string;
	readonly size: number;
	readonly from: (start: number) => AsyncIterable<Uint8Array>;
	readonly close: () => Promise<void>;
}

function openFile(name: string, size: number): Promise<OpenReport> {
	// What a linter that still runs appends is not read: all passes see the same bytes.
	const from = (start: number) => (start < size ? createReadStream(name, { start, end: size - 1 }) : nothing());
	return open({ name, size, from, close: async () => {} });
}

async function open({ name, size, from, close }: Source): Promise<OpenReport> {
	const encoding = encodingOf(await firstBytes(from(0), ENCODING_BYTES));
	const start = markLength(encoding);
	const text = toUtf8(from(start), encoding);
	if (encoding.name === 'utf-8') {
		for await (const _ of text);
		const head = headOf(await firstBytes(from(start), HEAD_BYTES));
		return { name, encoding, size: size - start, head, read: () => from(start), close };
	}
	const spool = makeSpool();
	try {
		for await (const chunk of text) await spool.write(chunk);
	} catch (thrown) {
		await spool.close();
		throw thrown;
	}
	await close();
	const head = headOf(await firstBytes(spool.read(), HEAD_BYTES));
	return { name, encoding, size: spool.size(), head, read: spool.read, close: spool.close };
}

/** The text of the first bytes; a character that the cut splits is left out. */
function headOf(bytes: Uint8Array): string {
	return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes, { stream: true });
}

async function firstBytes(chunks: AsyncIterable<Uint8Array>, count: number): Promise<Uint8Array> {
	const parts: Uint8Array[] = [];
	let length = 0;
	for await (const chunk of chunks) {
		parts.push(chunk);
		length += chunk.byteLength;
		if (length >= count) break;
	}
	return Buffer.concat(parts).subarray(0, count);
}

async function* skip(chunks: AsyncIterable<Uint8Array>, count: number): AsyncIterable<Uint8Array> {
	let left = count;
	for await (const chunk of chunks) {
		const part = chunk.subarray(left);
		left = Math.max(0, left - chunk.byteLength);
		if (part.byteLength > 0) yield part;
	}
}

async function* nothing(): AsyncIterable<Uint8Array> {}
