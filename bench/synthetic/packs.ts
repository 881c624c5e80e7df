import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Random, randomFrom } from './random.ts';
import { SNIPPETS } from './snippets.ts';
import { capital, coined, identifier, sentence, title } from './words.ts';

const RULES_IN_A_PACK = 40;
const SECTIONS = ['arch', 'perf', 'safe', 'test', 'name'];
const IMPACTS = ['HIGH', 'MEDIUM', 'CRITICAL', 'MEDIUM-HIGH', 'LOW-MEDIUM', 'LOW'];

/** A pack that was made up: its name, its own words, its tags and its languages. */
interface MadePack {
	readonly name: string;
	readonly words: readonly string[];
	readonly tags: readonly string[];
	readonly languages: typeof SNIPPETS;
}

/** A file of a pack, its path below the content folder. */
export interface MadeFile {
	readonly path: string;
	readonly text: string;
}

/**
 * Writes made-up packs with that many rules into a folder. The same number gives the same bytes, and a larger number adds
 * rules to those of a smaller one. In the size of rules, fences, tags and packs they are like the packs that people publish.
 */
export async function writeSyntheticPacks(folder: string, rules: number): Promise<void> {
	for (let first = 0; first < rules; first += RULES_IN_A_PACK) {
		const files = syntheticPack(first / RULES_IN_A_PACK, Math.min(RULES_IN_A_PACK, rules - first));
		const home = files[0]?.path.split('/')[0] ?? '';
		await mkdir(join(folder, home, 'rules'), { recursive: true });
		await Promise.all(files.map(({ path, text }) => writeFile(join(folder, path), text)));
	}
}

/** The files of one pack: what it is, its sections, its first rules. */
export function syntheticPack(number: number, rules: number): readonly MadeFile[] {
	const pack = packOf(number);
	const description = sentence(randomFrom(number), pack.words);
	const sections = SECTIONS.map(
		(prefix, at) =>
			`## ${at + 1}. ${capital(prefix)} (${prefix})\n\n**Impact:** HIGH\n**Description:** ${description}\n`,
	);
	return [
		{ path: `${pack.name}/SKILL.md`, text: `---\nname: ${pack.name}\ndescription: ${description}\n---\n` },
		{ path: `${pack.name}/rules/_sections.md`, text: `# Sections\n\n${sections.join('\n')}` },
		...Array.from({ length: rules }, (_, at) => syntheticRule(pack, number * RULES_IN_A_PACK + at, at)),
	];
}

function packOf(number: number): MadePack {
	const random = randomFrom(1_000_003 + number);
	const words = Array.from({ length: 60 }, () => coined(random));
	const main = random.one(SNIPPETS, 1.6);
	return {
		name: `${words[0]}-${words[1]}-${number}`,
		words,
		tags: words.slice(2, 22),
		languages: [main, main, main, random.one(SNIPPETS)],
	};
}

function syntheticRule(pack: MadePack, number: number, at: number): MadeFile {
	const random = randomFrom(number);
	const { words } = pack;
	const name = title(random, words);
	const tags = [random.one(COMMON_TAGS, 1.5), random.one(pack.tags), random.one(pack.tags), coined(random)];
	const [language, pieces] = random.one(pack.languages);
	const fence = (most: number): string => {
		const code = Array.from({ length: random.between(1, most) }, () => filled(random.one(pieces), random, words));
		return `\`\`\`${language}\n${code.join('\n\n')}\n\`\`\``;
	};
	const prose = (most: number): string =>
		Array.from({ length: random.between(1, most) }, () => sentence(random, words)).join(' ');
	const parts = [
		`## ${name}`,
		prose(4),
		`**Incorrect (${phrase(random, words)}):**`,
		fence(3),
		`**Correct (${phrase(random, words)}):**`,
		fence(4),
		...(random.share() < 0.3 ? [`**Alternative (${phrase(random, words)}):**`, fence(2)] : []),
		...(random.share() < 0.3 ? [`- ${prose(1)}\n- ${prose(1)}\n- **${capital(random.one(words))}:** ${prose(1)}`] : []),
		...(random.share() < 0.13 ? [`| ${random.one(words)} | ${random.one(words)} |\n| --- | --- |\n| 1 | \`2\` |`] : []),
		prose(3),
		`Reference: [${phrase(random, words)}](https://example.org/${random.one(words)}/${number})`,
	];
	const frontmatter = [
		`title: ${name}`,
		`impact: ${random.one(IMPACTS, 1.4)}`,
		`impactDescription: ${phrase(random, words)}`,
		`tags: ${[...new Set(tags)].join(', ')}`,
	];
	const stem = `${SECTIONS[at % SECTIONS.length]}-${name.toLowerCase().replaceAll(' ', '-')}-${at}`;
	return {
		path: `${pack.name}/rules/${stem}.md`,
		text: `---\n${frontmatter.join('\n')}\n---\n\n${parts.join('\n\n')}\n`,
	};
}

const COMMON_TAGS =
	'performance security testing types errors async memory naming api state rendering caching database concurrency architecture accessibility logging validation forms networking'.split(
		' ',
	);

function phrase(random: Random, words: readonly string[]): string {
	return sentence(random, words).replace(/[`.]/g, '').split(' ').slice(0, 6).join(' ').toLowerCase();
}

function filled(piece: string, random: Random, words: readonly string[]): string {
	const [a, b, c] = [0, 1, 2].map(() => identifier(random, words));
	const values: Readonly<Record<string, string | undefined>> = {
		$a: a,
		$b: b,
		$c: c,
		$T: capital(random.one(words)),
		$1: String(random.between(2, 900)),
		$s: phrase(random, words),
	};
	return piece.replace(/\$(?:[abcTs]\b|1)/g, (sign) => values[sign] ?? sign);
}
