const UNITS = ['bytes', 'kB', 'MB', 'GB'] as const;

/** A size for a person: `812 bytes`, `3.4 MB`. */
export function sizeText(bytes: number): string {
	const step = bytes < 1000 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(bytes) / 3));
	return `${step === 0 ? bytes : (bytes / 1000 ** step).toFixed(1)} ${UNITS[step]}`;
}

/** The time since `start` (of `performance.now()`) for a person: `0.4 s`, `2 min 5 s`. */
export function timeSince(start: number, now = performance.now()): string {
	const seconds = (now - start) / 1000;
	if (seconds < 59.95) return `${seconds.toFixed(1)} s`;
	const whole = Math.round(seconds);
	return `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
