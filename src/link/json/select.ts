import { type LinkWarning, type Report, ReportError } from '../types.ts';
import type { WalkPattern } from './frame.ts';
import { JsonFault, Tokenizer } from './tokenizer.ts';
import { type Selected, Walker } from './walker.ts';

export type { JsonPath, Selected } from './walker.ts';

/**
 * Places of a report: a path from the root with `*` for any key or index, such as `runs.*.results.*`; `''` is the root.
 * `shallow`: only the scalars of that object are built; of the containers in it, and of an array's items, no more than where
 * they are, so that something can be appended to a container of any size.
 */
export type JsonPattern = string | { readonly shallow: string };

/** How much of what follows the value a warning quotes. */
const QUOTED = 60;
const WHITE = new Set([0x20, 0x0a, 0x0d, 0x09]);

/**
 * The places of a JSON report that the patterns ask for, in the order in which they end. Only these are built; memory does not
 * grow with the report. Text after the value (clang writes some) goes to `warn`. Throws ReportError for text that is not JSON.
 */
export async function* selectJson(
	report: Report,
	patterns: readonly JsonPattern[],
	warn: (warning: LinkWarning) => void = () => {},
): AsyncGenerator<Selected> {
	const walker = new Walker(patterns.map(parsePattern), false);
	const tokenizer = new Tokenizer(walker);
	walker.space = () => tokenizer.space;
	let offset = 0;
	const rest = new Rest();
	for await (const chunk of report.read()) {
		let used = 0;
		if (!walker.done) {
			used = await orReportError(report, () => tokenizer.push(chunk));
			yield* walker.found.splice(0);
		}
		if (walker.done) rest.push(chunk.subarray(used), offset + used);
		offset += chunk.length;
	}
	if (!walker.done) {
		await orReportError(report, () => tokenizer.end());
		yield* walker.found.splice(0);
	}
	if (!walker.end()) throw await notJson(report, offset);
	if (rest.quote === null) return;
	warn({ message: `text after the JSON, kept as it is: ${rest.quote}`, line: (await placeOf(report, rest.at)).line });
}

/**
 * The same for a report with one value a line; the first step of a pattern is the index of the value. A line that does not begin
 * like JSON (a linter's summary) is left alone and goes to `warn` once.
 */
export async function* selectJsonLines(
	report: Report,
	patterns: readonly JsonPattern[],
	warn: (warning: LinkWarning) => void = () => {},
): AsyncGenerator<Selected> {
	const walker = new Walker(patterns.map(parsePattern), true);
	let tokenizer = new Tokenizer(walker);
	walker.space = () => tokenizer.space;
	let offset = 0;
	let skipping = false;
	let strangeAt: number | null = null;
	for await (const chunk of report.read()) {
		let at = 0;
		while (at < chunk.length) {
			if (skipping) {
				const lineEnd = chunk.indexOf(0x0a, at);
				if (lineEnd === -1) break;
				skipping = false;
				at = lineEnd;
				tokenizer = new Tokenizer(walker, offset + at);
			}
			try {
				at += tokenizer.push(chunk.subarray(at));
			} catch (error) {
				if (!(error instanceof JsonFault)) throw error;
				if (!walker.betweenValues) throw await notJson(report, error.offset);
				strangeAt ??= error.offset;
				at = Math.max(at, error.offset - offset);
				skipping = true;
			}
			yield* walker.found.splice(0);
		}
		offset += chunk.length;
	}
	try {
		if (!skipping) tokenizer.end();
	} catch (error) {
		if (!(error instanceof JsonFault && walker.betweenValues)) throw await notJson(report, offset);
		strangeAt ??= error.offset;
	}
	yield* walker.found.splice(0);
	if (!walker.end()) throw await notJson(report, offset);
	if (strangeAt === null) return;
	const { line } = await placeOf(report, strangeAt);
	warn({ message: 'this line is not JSON; such lines are kept as they are', line });
}

/** What follows the value: where it begins, and the begin of it. */
class Rest {
	at = 0;
	#bytes = Buffer.alloc(0);

	push(chunk: Uint8Array, offset: number): void {
		let from = 0;
		if (this.#bytes.length === 0) {
			while (WHITE.has(chunk[from] ?? -1)) from += 1;
			this.at = offset + from;
		}
		if (this.#bytes.length > QUOTED * 4) return;
		this.#bytes = Buffer.concat([this.#bytes, chunk.subarray(from, from + QUOTED * 4)]);
	}

	/** Its first line, cut where it is long; null when there is nothing but white space. */
	get quote(): string | null {
		if (this.#bytes.length === 0) return null;
		// A terminal must not obey what a report holds.
		const line = (this.#bytes.toString('utf8').split(/[\r\n]/)[0] ?? '').replace(/\p{Cc}/gu, '');
		return line.length > QUOTED ? `${line.slice(0, QUOTED)}…` : line;
	}
}

function parsePattern(pattern: JsonPattern): WalkPattern {
	const name = typeof pattern === 'string' ? pattern : pattern.shallow;
	return { name, steps: name === '' ? [] : name.split('.'), shallow: typeof pattern !== 'string' };
}

async function orReportError<T>(report: Report, work: () => T): Promise<T> {
	try {
		return work();
	} catch (error) {
		throw error instanceof JsonFault ? await notJson(report, error.offset) : error;
	}
}

async function notJson(report: Report, offset: number): Promise<ReportError> {
	const { line, characters } = await placeOf(report, offset);
	const count = `${characters.toLocaleString('en')} ${characters === 1 ? 'character' : 'characters'}`;
	const where = offset >= report.size ? `it stops after ${count}` : `it goes wrong after ${count}`;
	return new ReportError(`not JSON (${where}). Was the linter stopped, or did it print something else?`, line);
}

/** Line of a byte, from 1, and how many characters stand before it. */
async function placeOf(report: Report, offset: number): Promise<{ line: number; characters: number }> {
	let line = 1;
	let characters = 0;
	let base = 0;
	for await (const chunk of report.read()) {
		const size = Math.min(chunk.length, offset - base);
		for (let at = 0; at < size; at += 1) {
			const code = chunk[at] ?? 0;
			if (code === 0x0a) line += 1;
			// All bytes of a character but the first look like 10xxxxxx.
			if ((code & 0xc0) !== 0x80) characters += 1;
		}
		base += chunk.length;
		if (base >= offset) break;
	}
	return { line, characters };
}
