import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frameHidden, hiddenSigns, spellHidden, splitAtHidden } from '../../src/domain/hidden-signs.ts';

describe('a hidden sign', () => {
	it.each([
		['\u202e', 'U+202E right-to-left override', true],
		['\u2066', 'U+2066 left-to-right isolate', true],
		['\u200f', 'U+200F right-to-left mark', true],
		['\u061c', 'U+061C Arabic letter mark', true],
		['\u200b', 'U+200B zero-width space', false],
		['\u200d', 'U+200D zero-width joiner', false],
		['\u3164', 'U+3164 Hangul filler', false],
		['\u001b', 'U+001B escape', false],
		['\u2028', 'U+2028 line separator', false],
		['\u{e0041}', 'U+E0041 invisible sign', false],
		['\u{e0101}', 'U+E0101 invisible sign', false],
		['\u{e0fff}', 'U+E0FFF invisible sign', false],
		['\u{1bca0}', 'U+1BCA0 invisible sign', false],
		['\u{1d173}', 'U+1D173 invisible sign', false],
	])('%j is %s', (sign, label, turns) => {
		expect(hiddenSigns(`a${sign}b`)).toMatchObject([{ sign, index: 1, label, turns }]);
	});

	it.each([
		['joined pictures', '👩\u200d👩\u200d👧 👩🏽\u200d💻'],
		['how a sign is drawn', '❤\ufe0f ©\ufe0f 1\ufe0f\u20e3 葛\u{e0100}'],
		['a flag of tags', '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}'],
		['Persian and Hindi', 'می\u200cخواهم क्\u200dष'],
		['line ends and tabs', 'a\tb\nc\r\nd'],
		['quotes, dashes, a wide space', '“a” – b\u00a0c'],
	])('is none in %s', (_, text) => {
		expect(hiddenSigns(text)).toEqual([]);
	});

	it('is one where signs that choose a drawing stand in a row, as they do to carry text', () => {
		expect(hiddenSigns('😀\ufe00\ufe01\ufe02')).toHaveLength(3);
	});
});

describe('any text', () => {
	const sign = fc.constantFrom('a', '<', '&', '\u202e', '\u200d', '👩', '\ufe0f', 'م', '\u{e0041}', '\ud800', ' ');
	const text = fc.array(fc.oneof(sign, fc.string({ unit: 'binary' })), { maxLength: 12 }).map((all) => all.join(''));

	it('is its pieces, letter for letter', () => {
		fc.assert(
			fc.property(text, (one) => {
				const pieces = splitAtHidden(one).map((piece) => (typeof piece === 'string' ? piece : piece.sign));
				expect(pieces.join('')).toBe(one);
				expect(pieces).not.toContain('');
			}),
		);
	});

	it('has nothing hidden once its hidden signs are spelled', () => {
		fc.assert(
			fc.property(text, (one) => {
				const turning = hiddenSigns(spellHidden(one)).filter(({ turns }) => turns);
				expect(turning).toEqual([]);
			}),
		);
	});
});

it('is framed by itself, so that it turns nothing else, and stays for whoever copies', () => {
	expect(frameHidden('a\u202eb')).toBe(
		'a<bdi class="sign" data-sign="U+202E" role="img" aria-label="U+202E right-to-left override">\u202e</bdi>b',
	);
});
