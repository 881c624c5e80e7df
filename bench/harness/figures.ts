/** The middle of some numbers; of an even count, the mean of the two in the middle. Throws when there are none. */
export function median(values: readonly number[]): number {
	const sorted = values.toSorted((a, b) => a - b);
	const middle = sorted.length >> 1;
	const [below, above] =
		sorted.length % 2 === 1 ? [sorted[middle], sorted[middle]] : sorted.slice(middle - 1, middle + 1);
	if (below === undefined || above === undefined) throw new Error('A median of no values');
	return (below + above) / 2;
}

/** Three digits that count: `0.0123`, `1.23`, `12.3`, `123`. */
export function digits(value: number): string {
	if (value === 0) return '0';
	const places = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))));
	return value.toFixed(Math.min(places, 6));
}

export function seconds(value: number): string {
	return `${value < 10 ? value.toFixed(2) : value.toFixed(1)} s`;
}

/** Milliseconds. */
export function millis(value: number): string {
	return `${digits(value)} ms`;
}

/** Bytes, in units of 1,000. */
export function size(bytes: number): string {
	const units = ['B', 'kB', 'MB', 'GB'];
	const unit = Math.max(0, Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
	return unit === 0 ? `${bytes} B` : `${digits(bytes / 1000 ** unit)} ${units[unit]}`;
}

export function count(value: number): string {
	return value.toLocaleString('en');
}

/** How `value` stands to what it is compared with: `1/12` when smaller, `1.4×` when not. */
export function ratio(value: number, other: number): string {
	if (value <= 0 || other <= 0) return '–';
	return value < other ? `1/${digits(other / value)}` : `${digits(value / other)}×`;
}
