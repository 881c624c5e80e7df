import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('../../src/site/styles/tokens.css', import.meta.url), 'utf8');
const colours = new Map(
	[...css.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)].map(([, name = '', light = '', dark = '']) => [
		name,
		{ light, dark },
	]),
);
const tokens = [...colours.keys()].filter((name) => name.startsWith('token-'));

const AA_TEXT = 4.5;
const AA_SIGN = 3;

describe.each(['light', 'dark'] as const)('colours of the %s theme', (theme) => {
	const cases: readonly (readonly [texts: readonly string[], grounds: readonly string[], least: number])[] = [
		[['ink', ...tokens], ['surface', 'mark', 'inserted', 'deleted', 'inserted-word', 'deleted-word'], AA_TEXT],
		[['ink', 'muted', 'accent'], ['surface', 'raised'], AA_TEXT],
		[['bad', 'muted', 'ink'], ['bad-surface'], AA_TEXT],
		[['good', 'muted', 'ink'], ['good-surface'], AA_TEXT],
		[['other', 'muted', 'ink'], ['other-surface'], AA_TEXT],
		[['on-accent'], ['accent'], AA_TEXT],
		[['edge', 'focus'], ['surface', 'raised'], AA_SIGN],
	];
	const pairs = cases.flatMap(([texts, grounds, least]) =>
		texts.flatMap((text) => grounds.map((ground) => [text, ground, least] as const)),
	);

	it.each(pairs)('%s is readable on %s', (text, ground, least) => {
		expect(contrast(colour(text, theme), colour(ground, theme))).toBeGreaterThanOrEqual(least);
	});
});

function colour(name: string, theme: 'light' | 'dark'): string {
	const found = colours.get(name);
	if (found === undefined) throw new Error(`tokens.css has no colour --${name}`);
	return found[theme];
}

/** The contrast ratio of WCAG 2. */
function contrast(a: string, b: string): number {
	const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
	return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
	const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
		const share = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
		return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
