import type { Random } from '../synthetic/random.ts';
import { PIECES, REPORT_PIECES } from './dictionary.ts';
import { BODY_STRUCTURES, REPORT_STRUCTURES, YAML_STRUCTURES } from './structures.ts';

/** What an input is made from. */
export interface Material {
	readonly kind: 'rule' | 'report';
	readonly base: Buffer;
	/** Another one of the same corpus. */
	readonly other: Buffer;
	readonly random: Random;
}

type Mutator = (material: Material) => Buffer;

const sizes = [3, 20, 200, 800, 2000] as const;

function text(change: (text: string, material: Material) => string): Mutator {
	return (material) => Buffer.from(change(material.base.toString('utf8'), material));
}

function lines(change: (lines: string[], random: Random) => readonly string[]): Mutator {
	return text((whole, { random }) => change(whole.split('\n'), random).join('\n'));
}

function cut(bytes: Buffer, random: Random): [Buffer, Buffer] {
	const at = random.between(0, bytes.length);
	return [bytes.subarray(0, at), bytes.subarray(at)];
}

function inserted(whole: string, piece: string, random: Random): string {
	const at = random.between(0, whole.length);
	return whole.slice(0, at) + piece + whole.slice(at);
}

/** Where the body of a rule begins; 0 for a text that has no frontmatter. */
function bodyStart(whole: string): number {
	const match = /^---\r?\n[\s\S]*?\n---\r?\n/.exec(whole);
	return match?.[0].length ?? 0;
}

function structured({ base, random, kind }: Material): Buffer {
	const whole = base.toString('utf8');
	const count = random.one(sizes);
	if (kind === 'report') return Buffer.from(inserted(whole, random.one(REPORT_STRUCTURES)(random, count), random));
	const body = bodyStart(whole);
	if (body > 0 && random.share() < 0.25) {
		const made = random.one(YAML_STRUCTURES)(random, count);
		return Buffer.from(`---\n${random.share() < 0.5 ? 'title: A\n' : ''}${made}\n${whole.slice(4)}`);
	}
	const made = random.one(BODY_STRUCTURES)(random, count);
	const rest = whole.slice(body);
	const place = random.share();
	if (place < 0.3) return Buffer.from(`${whole.slice(0, body)}${made}\n\n${rest}`);
	return Buffer.from(whole.slice(0, body) + (place < 0.6 ? inserted(rest, made, random) : `${rest}\n\n${made}`));
}

/** Ways to make a hostile input of a good one. Each is a function of its material alone, so a seed repeats it. */
export const MUTATORS: Readonly<Record<string, Mutator>> = {
	none: ({ base }) => base,
	'bit flips': ({ base, random }) => {
		const bytes = Buffer.from(base);
		for (let left = random.between(1, 12); left > 0 && bytes.length > 0; left--) {
			const at = random.between(0, bytes.length - 1);
			bytes[at] = (bytes[at] ?? 0) ^ (1 << random.between(0, 7));
		}
		return bytes;
	},
	'bytes taken out': ({ base, random }) => {
		const [before, after] = cut(base, random);
		return Buffer.concat([before, after.subarray(random.between(1, 40))]);
	},
	'bytes repeated': ({ base, random }) => {
		const [before, after] = cut(base, random);
		const piece = after.subarray(0, random.between(1, 60));
		return Buffer.concat([before, ...Array.from({ length: random.between(1, 20) }, () => piece), after]);
	},
	'signs changed': text((whole, { random }) => {
		const signs = [...whole];
		const marks = '`~*_[]()<>{}#-:|&\\"\'!\n \t';
		for (let left = random.between(1, 20); left > 0; left--) {
			signs[random.between(0, signs.length - 1)] = marks[random.between(0, marks.length - 1)] ?? '';
		}
		return signs.join('');
	}),
	truncated: ({ base, random }) => cut(base, random)[random.share() < 0.8 ? 0 : 1],
	spliced: ({ base, other, random }) => Buffer.concat([cut(base, random)[0], cut(other, random)[1]]),
	'lines shuffled': lines((all, random) => {
		const from = random.between(0, all.length - 1);
		const taken = all.splice(from, random.between(1, 12)).sort(() => random.share() - 0.5);
		all.splice(random.share() < 0.5 ? from : random.between(0, all.length), 0, ...taken);
		return all;
	}),
	'lines dropped or repeated': lines((all, random) =>
		all.flatMap((line) => (random.share() < 0.05 ? [] : random.share() < 0.05 ? [line, line] : [line])),
	),
	indented: lines((all, random) => {
		const piece = random.one(['> ', '- ', '  ', '    ', '\t', '1. ', '   ', '>', '> > ', '* > ']);
		const from = random.between(0, all.length - 1);
		const to = random.between(from, all.length);
		return all.map((line, index) => (index >= from && index < to && random.share() < 0.9 ? piece + line : line));
	}),
	'line ends': text((whole, { random }) => {
		const ends =
			random.share() < 0.4 ? ['\r\n'] : random.share() < 0.3 ? ['\r'] : ['\n', '\r\n', '\r', '\u2028', '\u0085'];
		return whole.replace(/\n/g, () => random.one(ends));
	}),
	encodings: ({ base, random }) => {
		const whole = base.toString('utf8');
		const wide = Buffer.from(whole, 'utf16le');
		return random.one([
			() => wide,
			() => Buffer.concat([Buffer.from([0xff, 0xfe]), wide]),
			() => Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(wide.subarray(0, wide.length & ~1)).swap16()]),
			() => Buffer.from(whole, 'latin1'),
			() => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), base]),
			() => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf, 0xef, 0xbb, 0xbf]), base]),
		])();
	},
	'bad bytes': ({ base, random }) => {
		const bad = random.one([[0xed, 0xa0, 0x80], [0xff], [0xc0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0xe2, 0x82], [0]]);
		const [before, after] = cut(base, random);
		return Buffer.concat([before, Buffer.from(bad), after]);
	},
	dictionary: text((whole, { random, kind }) => {
		let changed = whole;
		for (let left = random.between(1, 8); left > 0; left--) {
			changed = inserted(changed, random.one(kind === 'rule' ? PIECES : REPORT_PIECES), random);
		}
		return changed;
	}),
	'dictionary alone': ({ random, kind }) => {
		const made = Array.from({ length: random.between(1, 60) }, () =>
			random.one(kind === 'rule' ? PIECES : REPORT_PIECES),
		);
		return Buffer.from((kind === 'rule' && random.share() < 0.9 ? '---\ntitle: A\n---\n\n' : '') + made.join(''));
	},
	'words replaced': text((whole, { random, kind }) =>
		whole.replace(/[\w-]+/g, (word) =>
			random.share() < 0.02 ? random.one(kind === 'rule' ? PIECES : REPORT_PIECES) : word,
		),
	),
	'deep, long or many': structured,
};

/** Several mutations in a row, as their names. */
export function chosenMutators(random: Random): readonly string[] {
	const names = Object.keys(MUTATORS).slice(1);
	if (random.share() < 0.01) return ['none'];
	const first = random.one(names);
	return random.share() < 0.35 ? [first, random.one(names.filter((name) => name !== 'deep, long or many'))] : [first];
}
