/**
 * Makes a failing input small: takes out lines, then signs, in halves, quarters and so on, as long as `fails` says that it still
 * fails. Gives up after a number of tries or seconds, with the smallest until then.
 */
export async function minimised(
	bytes: Buffer,
	fails: (bytes: Buffer) => Promise<boolean>,
	{ tries = 300, seconds = 10 }: { readonly tries?: number; readonly seconds?: number } = {},
): Promise<Buffer> {
	const until = performance.now() + seconds * 1000;
	let left = tries;
	let smallest = bytes;
	for (const separator of ['\n', '']) {
		let pieces = smallest.toString('latin1').split(separator);
		for (let size = Math.ceil(pieces.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
			for (let at = 0; at < pieces.length; ) {
				if (left-- <= 0 || performance.now() > until) return smallest;
				const without = [...pieces.slice(0, at), ...pieces.slice(at + size)];
				const tried = Buffer.from(without.join(separator), 'latin1');
				if (tried.length < smallest.length && (await fails(tried))) {
					pieces = without;
					smallest = tried;
				} else {
					at += size;
				}
			}
		}
	}
	return smallest;
}
