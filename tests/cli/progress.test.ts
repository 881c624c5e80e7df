import { expect, test } from 'vitest';
import { sizeText, timeSince } from '../../src/cli/figures.ts';
import { progressLine } from '../../src/cli/progress.ts';
import { plain } from '../../src/formats/diagnostics-text.ts';

const silent = { out: () => {}, err: () => {}, paintOut: plain, paintErr: plain };

test('shows a step at most ten times a second and clears the line at the end', () => {
	const shown: string[] = [];
	let now = 0;
	const line = progressLine({ ...silent, progressLine: (text) => shown.push(text) }, () => now);
	for (now = 0; now < 250; now += 10) line.progress('Parsing', now, 250);
	line.progress('Rendering', 7, null);
	now = 400;
	line.progress('Rendering', 0, null);
	line.end();
	expect(shown).toEqual(['Parsing 0/250', 'Parsing 100/250', 'Parsing 200/250', 'Rendering …', '']);
});

test('clears nothing when nothing was shown', () => {
	const shown: string[] = [];
	progressLine({ ...silent, progressLine: (text) => shown.push(text) }).end();
	expect(shown).toEqual([]);
});

test('is silent when nobody watches', () => {
	const line = progressLine({ ...silent, progressLine: null });
	expect(() => {
		line.progress('Parsing', 1, 2);
		line.end();
	}).not.toThrow();
});

test.each([
	[0, '0 bytes'],
	[999, '999 bytes'],
	[1000, '1.0 kB'],
	[3_456_789, '3.5 MB'],
	[12_345_678_901, '12.3 GB'],
])('%i bytes are %s', (bytes, text) => {
	expect(sizeText(bytes)).toBe(text);
});

test.each([
	[0, 449, '0.4 s'],
	[0, 59_900, '59.9 s'],
	[1000, 126_000, '2 min 5 s'],
	[0, 119_900, '2 min 0 s'],
])('from %i to %i is %s', (start, now, text) => {
	expect(timeSince(start, now)).toBe(text);
});
