import { styleText } from 'node:util';
import type { Ink, Paint } from '../formats/diagnostics-text.ts';
import { plain } from '../formats/diagnostics-text.ts';
import { EXIT } from './failure.ts';

/** Where a command writes: results to `out`, everything about the run itself to `err`. */
export interface Terminal {
	readonly out: (text: string) => void;
	readonly err: (text: string) => void;
	/** Colours for `out` and `err`; leaves the text alone where none are wanted. */
	readonly paintOut: Paint;
	readonly paintErr: Paint;
	/** Replaces the line of progress; null when nobody watches. */
	readonly progressLine: ((text: string) => void) | null;
}

/** What of a stream is needed here. */
type Stream = NodeJS.WriteStream;

const STYLES = {
	error: ['bold', 'red'],
	warning: 'yellow',
	info: 'cyan',
	place: 'bold',
	faint: 'dim',
	strong: 'bold',
} as const satisfies Record<Ink, Parameters<typeof styleText>[0]>;

/** The terminal of this process. A reader that goes away (`| head`) is no failure: the rest is simply not written. */
export function processTerminal(): Terminal {
	const { stdout, stderr } = process;
	return {
		out: writer(stdout),
		err: writer(stderr),
		paintOut: painter(stdout),
		paintErr: painter(stderr),
		progressLine: stderr.isTTY ? (text) => stderr.write(`\r\u001b[K${text.slice(0, stderr.columns - 1)}`) : null,
	};
}

function writer(stream: Stream): (text: string) => void {
	let open = true;
	stream.on('error', (error: NodeJS.ErrnoException) => {
		open = false;
		if (error.code === 'EPIPE') return;
		// A full disk behind `>`: what has been printed is cut off, so nothing that follows may look like success.
		if (stream === process.stdout) process.stderr.write(`error: standard output cannot be written: ${error.message}\n`);
		process.exit(EXIT.cannotRun);
	});
	return (text) => {
		if (open && text !== '') stream.write(text);
	};
}

/** Asks once whether the stream takes colours (a terminal, NO_COLOR, FORCE_COLOR), then paints without asking again. */
function painter(stream: Stream): Paint {
	if (styleText('bold', 'x', { stream }) === 'x') return plain;
	return (ink, text) => styleText(STYLES[ink], text, { validateStream: false });
}
