import { Buffer } from 'node:buffer';
import type { RegexEngine } from 'shiki';

type Search = ReturnType<RegexEngine['createScanner']>['findNextMatchSync'];

/** A text of more bytes Oniguruma searches whole for each pattern, without an end in sight: a hard one takes a minute in one call. */
const LONGEST = 999;
/** Milliseconds from which one search is worth a look at the clock. */
const SLOW = 10;
/** How many searches go by without one. */
const UNSEEN = 256;

/** What highlighting may cost: half a second, and ten times what a character takes on the average. Microseconds of CPU. */
const LEAST = 500_000;
const PER_CHARACTER = 10;

export interface BoundedScanners {
	readonly engine: RegexEngine;
	/**
	 * What `run` gives, which highlights a text of so many characters; null when that took hundreds of times as long as it usually does.
	 * Time alone decides, and so that no busy machine is in it, time of the own thread: code that people write is far from the bound.
	 */
	readonly within: <T>(characters: number, run: () => T) => T | null;
}

/**
 * The same engine, whose scanners find nothing more once a text has used up what it may cost. Grammars are written for code;
 * a text made to be hard keeps them busy for hours (a hundred lines of 2,000 characters in C#), and Oniguruma cannot be interrupted.
 */
export function boundScanners(engine: RegexEngine): BoundedScanners {
	let end = Number.POSITIVE_INFINITY;
	let searches = 0;
	let isSpent = false;
	let last: Parameters<Search>[0] | null = null;
	let isTooLong = false;
	/** Measures a text once for all searches in it. */
	const isLong = (text: Parameters<Search>[0]): boolean => {
		if (text !== last) {
			last = text;
			isTooLong = Buffer.byteLength(typeof text === 'string' ? text : text.content) > LONGEST;
		}
		return isTooLong;
	};
	const look = (): void => {
		searches = 0;
		isSpent ||= usedTime() > end;
	};
	return {
		engine: {
			createString: (text) => engine.createString(text),
			createScanner: (patterns) => {
				const scanner = engine.createScanner(patterns);
				return {
					findNextMatchSync: (text, start, options) => {
						if (isSpent || isLong(text)) return null;
						const began = performance.now();
						const found = scanner.findNextMatchSync(text, start, options);
						searches += 1;
						if (searches === UNSEEN || performance.now() - began > SLOW) look();
						return found;
					},
					dispose: () => scanner.dispose?.(),
				};
			},
		},
		within: (characters, run) => {
			end = usedTime() + LEAST + PER_CHARACTER * characters;
			isSpent = false;
			searches = 0;
			const made = run();
			return isSpent ? null : made;
		},
	};
}

/** Of this thread where Node.js tells it (from version 23.9 on), else of all. */
const cpuUsage: () => NodeJS.CpuUsage = process.threadCpuUsage ?? process.cpuUsage;

/** Microseconds of CPU. */
function usedTime(): number {
	const { user, system } = cpuUsage();
	return user + system;
}
