/** Disks take names of 255 bytes; a collection's name, a number and an ending have to fit beside this much. */
const mostBytes = 120;

/**
 * A segment of an address that fits into the name of a file on every disk: a longer one is cut, and ends with a number made of
 * all of it, so that two long names with one beginning stay two.
 */
export function boundedSegment(segment: string): string {
	if (byteLength(segment) <= mostBytes) return segment;
	let [kept, bytes] = ['', 0];
	for (const sign of segment) {
		bytes += byteLength(sign);
		if (bytes > mostBytes - 8) break;
		kept += sign;
	}
	return `${kept.replace(/(?<![-.])[-.]+$/, '')}-${hashOf(segment)}`;
}

function byteLength(text: string): number {
	return new TextEncoder().encode(text).length;
}

/** FNV-1a, 32 bits, in seven letters at most. */
function hashOf(text: string): string {
	let hash = 0x811c9dc5;
	for (let index = 0; index < text.length; index += 1) {
		hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
	}
	return (hash >>> 0).toString(36);
}
