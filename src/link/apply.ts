import type { Edit, Report } from './types.ts';

/** The report with the edits applied; everything between them byte for byte. Edits come in ascending order, without overlap. */
export async function* applyEdits(report: Pick<Report, 'read'>, edits: AsyncIterable<Edit>): AsyncIterable<Uint8Array> {
	const coming = edits[Symbol.asyncIterator]();
	let edit = await next(coming);
	let offset = 0;
	for await (const chunk of report.read()) {
		const end = offset + chunk.byteLength;
		let at = offset;
		while (edit !== null && edit.start < end) {
			if (edit.start >= offset) {
				yield chunk.subarray(at - offset, edit.start - offset);
				yield Buffer.from(edit.text);
			}
			at = Math.min(edit.end, end);
			// The rest of what it replaces stands in the next chunk.
			if (edit.end > end) break;
			edit = await following(coming, edit);
		}
		yield chunk.subarray(at - offset);
		offset = end;
	}
	for (; edit !== null; edit = await following(coming, edit)) if (edit.start >= offset) yield Buffer.from(edit.text);
}

async function next(edits: AsyncIterator<Edit>): Promise<Edit | null> {
	const result = await edits.next();
	return result.done === true ? null : result.value;
}

async function following(edits: AsyncIterator<Edit>, before: Edit): Promise<Edit | null> {
	const edit = await next(edits);
	if (edit !== null && (edit.start < before.end || edit.end < edit.start)) {
		throw new RangeError(`An edit at ${edit.start} follows one that ends at ${before.end}`);
	}
	return edit;
}
