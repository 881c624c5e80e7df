import { isUtf8 } from 'node:buffer';
import type { SourceFault } from '../domain/source.ts';

const decoder = new TextDecoder();

/** Bytes as text without a byte-order mark. What is not UTF-8 becomes U+FFFD, and the fault says where the first such byte is. */
export function decodeUtf8(bytes: Uint8Array): { readonly text: string; readonly fault: SourceFault | null } {
	const text = decoder.decode(bytes);
	if (isUtf8(bytes)) return { text, fault: null };
	const offset = validLength(bytes);
	const lines = decoder.decode(bytes.subarray(0, offset)).split(/\r\n|\r|\n/);
	const column = (lines.at(-1)?.length ?? 0) + 1;
	return { text, fault: { kind: 'not-utf8', offset, line: lines.length, column } };
}

/** How many bytes from the start are whole UTF-8 letters: the offset of the first byte that is not. */
function validLength(bytes: Uint8Array): number {
	let good = 0;
	let bad = bytes.length + 1;
	while (bad - good > 1) {
		const middle = (good + bad) >> 1;
		if (canContinue(bytes.subarray(0, middle)) && middle <= bytes.length) good = middle;
		else bad = middle;
	}
	// The last letter may have only begun: it ends the valid part where it starts.
	while (!isUtf8(bytes.subarray(0, good))) good--;
	return good;
}

/** True when these bytes are UTF-8 up to a last letter that has begun and could still be completed. */
function canContinue(bytes: Uint8Array): boolean {
	try {
		new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
		return true;
	} catch {
		return false;
	}
}
