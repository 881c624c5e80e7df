import type { Edit, Report } from '../../src/link/types.ts';

/** A report in memory that arrives in pieces of `piece` bytes. */
export function reportOf(text: string, name = 'report.json', piece = 64 * 1024): Report {
	const bytes = Buffer.from(text);
	return {
		name,
		size: bytes.length,
		head: bytes.subarray(0, 64 * 1024).toString('utf8'),
		read: async function* () {
			for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece);
		},
	};
}

/** The text with the edits made. Throws for edits that are out of order or overlap. */
export function applied(text: string, edits: readonly Edit[]): string {
	const bytes = Buffer.from(text);
	const parts: Buffer[] = [];
	let done = 0;
	for (const edit of edits) {
		if (edit.start < done || edit.end < edit.start || edit.end > bytes.length) {
			throw new RangeError(`edit ${edit.start}–${edit.end} after ${done} of ${bytes.length}`);
		}
		parts.push(bytes.subarray(done, edit.start), Buffer.from(edit.text));
		done = edit.end;
	}
	return Buffer.concat([...parts, bytes.subarray(done)]).toString('utf8');
}

/** Everything a generator gives. */
export async function all<T>(values: AsyncIterable<T>): Promise<T[]> {
	const found: T[] = [];
	for await (const value of values) found.push(value);
	return found;
}
