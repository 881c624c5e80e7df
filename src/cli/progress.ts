import type { Progress } from '../domain/commands.ts';
import { oneLine } from '../formats/one-line.ts';
import type { Terminal } from './terminal.ts';

/** At most ten lines a second: more is flicker. */
const PAUSE = 100;

export interface ProgressLine {
	readonly progress: Progress;
	/** Clears the line, so that what is printed next starts on an empty one. */
	readonly end: () => void;
}

/** One line on the terminal that says how far the work is; silent when nobody watches. */
export function progressLine({ progressLine: show }: Terminal, now: () => number = Date.now): ProgressLine {
	if (show === null) return { progress: () => {}, end: () => {} };
	let last = Number.NEGATIVE_INFINITY;
	return {
		progress: (step, done, total) => {
			if (now() - last < PAUSE) return;
			last = now();
			const text = oneLine(step);
			show(total === null ? `${text} ${done === 0 ? '…' : done}` : `${text} ${done}/${total}`);
		},
		end: () => {
			if (last !== Number.NEGATIVE_INFINITY) show('');
		},
	};
}
