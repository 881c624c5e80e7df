/** A line of a report, a character per byte of UTF-8, so that offsets are bytes. Codes are ASCII, and need no more. */
export interface ReportLine {
	/** Without its end; empty for a line that is too long to be a result. */
	readonly text: string;
	/** The first byte of the line. */
	readonly start: number;
	/** `\n`, `\r\n`, or nothing for the last line. */
	readonly end: string;
}

/** No linter writes a result as long; source code that it shows may be. */
const LONGEST = 64 * 1024;

/** The lines of a text that comes in pieces. Holds one line at most, and no more of it than a result can have. */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncIterable<readonly ReportLine[]> {
	let held = '';
	let tooLong = false;
	let start = 0;
	let at = 0;
	const lineOf = (rest: string, newline: boolean): ReportLine => {
		const whole = tooLong ? rest : held + rest;
		const returned = newline && whole.endsWith('\r');
		const text = returned ? whole.slice(0, -1) : whole;
		const end = newline ? (returned ? '\r\n' : '\n') : '';
		return { text: tooLong || text.length > LONGEST ? '' : text, start, end };
	};
	for await (const chunk of chunks) {
		const text = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength).toString('latin1');
		const lines: ReportLine[] = [];
		let from = 0;
		for (let to = text.indexOf('\n'); to !== -1; to = text.indexOf('\n', from)) {
			lines.push(lineOf(text.slice(from, to), true));
			held = '';
			tooLong = false;
			from = to + 1;
			start = at + from;
		}
		held += text.slice(from);
		if (held.length > LONGEST) {
			held = '';
			tooLong = true;
		}
		at += text.length;
		yield lines;
	}
	if (start < at) yield [lineOf('', false)];
}
