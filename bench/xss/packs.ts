import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A file below the packs' folder. */
interface Written {
	readonly path: string;
	readonly text: string;
}

/** How many places of a pack a vector stands in, file and folder names among them. */
export function countPlaces(): number {
	const sign = 'placeholder';
	const files = hostilePack(sign, 0).map(({ path, text }) => `${path.slice(path.indexOf('/'))}${text}`);
	return 1 + files.join('').split(sign).length - 1;
}

/** Writes a pack for each vector, which stands in every place of it that reaches a page. `first` is the number of the first. */
export async function writeHostilePacks(folder: string, vectors: readonly string[], first = 0): Promise<void> {
	for (const [index, vector] of vectors.entries()) {
		for (const { path, text } of hostilePack(vector, first + index)) {
			const file = join(folder, path);
			await mkdir(join(file, '..'), { recursive: true });
			await writeFile(file, text);
		}
	}
}

/** The files of a pack whose every value is the vector; the number keeps names apart. */
function hostilePack(vector: string, number: number): readonly Written[] {
	const name = fileName(vector);
	const pack = `${number} ${name}`;
	const rule = (stem: string, frontmatter: readonly string[], body: string): Written => ({
		path: `${pack}/rules/${stem}.md`,
		text: `---\n${frontmatter.join('\n')}\n---\n\n${body}\n`,
	});
	const q = JSON.stringify(vector);
	return [
		rule(`fields-${number}`, fieldsOf(q), bodyOf(vector)),
		rule(`titled-${name}`, [`title: ${JSON.stringify(`${number} ${vector}`)}`, `impact: ${q}`, `tags: ${q}`], vector),
		rule(`linked-${number}`, linkedOf(q, number), `[one](fields-${number}.md#${vector})\n\n${examplesOf(vector)}`),
		rule(`former-${number}`, [...named(number, 'Former'), `aliases: [${q}]`], oneLine(vector)),
		rule(
			`coded-${number}`,
			[...named(number, 'Coded'), `linters: { eslint: [${q}], ${q}: [x], custom: ${q} }`],
			'Text',
		),
		rule(`numbered-${number}`, [...named(number, 'Numbered'), `codes: ${q}`, `standards: ${q}`], 'Text'),
		{ path: `${pack}/SKILL.md`, text: `---\nname: ${q}\ndescription: ${q}\n---\n\n# ${oneLine(vector)}\n` },
		{ path: `${pack}/metadata.json`, text: metadataOf(vector) },
		{ path: `${pack}/rules/_sections.md`, text: sectionsOf(oneLine(vector)) },
	];
}

function named(number: number, what: string): readonly string[] {
	return [`title: ${what} ${number}`, 'impact: LOW', 'tags: shared'];
}

function fieldsOf(q: string): readonly string[] {
	const others = ['description', 'category', 'section', 'type', 'priority', 'phpVersion', q];
	return [
		`title: ${q}`,
		'impact: HIGH',
		`impactDescription: ${q}`,
		`tags: [${q}, shared]`,
		`references: [${q}]`,
		...others.map((key) => `${key}: ${q}`),
	];
}

function linkedOf(q: string, number: number): readonly string[] {
	return [
		'title: Links and codes',
		'impact: MEDIUM',
		'tags: shared',
		'codes: [eslint/no-eval]',
		'linters: { eslint: [no-eval] }',
		`standards: [CWE-95, ${q}]`,
		`related: [fields-${number}, ${q}]`,
		`conflicts: [titled-${number}]`,
		`deprecated: { message: ${q}, replacedBy: [fields-${number}] }`,
	];
}

/** Every construct of Markdown that holds text or an address; blocks stand apart, so that none swallows the next. */
function bodyOf(vector: string): string {
	const line = oneLine(vector);
	const inLabel = line.replaceAll('*', '');
	return [
		`# ${line}`,
		vector,
		`## ${line}`,
		`**Impact: HIGH (${line})**`,
		`Text ${line} text **${line}** _${line}_ ~~${line}~~ \`${line}\` \`\` ${line} \`\``,
		`[${line}](https://example.org) [a](${line}) [a](<${line}>) [a](x "${line}") [a](https://x.example "${line}")`,
		`![${line}](x.png) ![a](${line}) ![a](<${line}>) ![a](x.png '${line}') <${line}> [a][def${line}] [^n${line}]`,
		`[one]: ${line}\n[two]: <${line}> "${line}"\n[${line}]: https://example.org`,
		'[one] [two]',
		`[^n${line}]: ${line}`,
		`> ${line}\n>\n> - ${line}`,
		`- ${line}\n- [ ] ${line}\n\n1. ${line}`,
		`| ${line} | b |\n|:-:|--:|\n| ${line} | \`${line}\` |`,
		`<!-- ${line} -->`,
		examplesOf(vector),
		`**Incorrect (${inLabel}):**\n\n\`\`\`${line.replaceAll('`', '')}\ncode\n\`\`\``,
		`**${inLabel}** (${inLabel}):\n\n    ${line}`,
		`~~~js title="${line}" {1}\n${vector}\n~~~`,
	].join('\n\n');
}

function examplesOf(vector: string): string {
	const line = oneLine(vector).replaceAll('*', '');
	const fence = (kind: string, code: string): string =>
		`**${kind} (${line}):**\n\n~~~~~~html filename='${line}'\n${code}\n~~~~~~`;
	return [fence('Incorrect', vector), fence('Correct', `${vector} `), fence('Alternative', `<p>\n${vector}`)].join(
		'\n\n',
	);
}

function metadataOf(vector: string): string {
	const references = [vector, { title: vector, url: vector }, { title: vector, url: `https://example.org/${vector}` }];
	const texts = ['version', 'organization', 'technology', 'date', 'abstract', vector].map((key) => [key, vector]);
	return JSON.stringify({ ...Object.fromEntries(texts), references }, null, '\t');
}

function sectionsOf(line: string): string {
	return [
		`## 1. ${line} (fields)\n\n**Impact:** HIGH\n\n**Description:** ${line}`,
		`## 2. Titled ${line} (titled)\n\n**Impact:** ${line}\n\n**Description:** ${line}`,
	].join('\n\n');
}

function oneLine(vector: string): string {
	return vector.replace(/\s+/g, ' ');
}

/** As much of a vector as a file may be called. */
function fileName(vector: string): string {
	const name = [...vector.replace(/[/\0]/g, '∕').toWellFormed()];
	while (Buffer.byteLength(name.join('')) > 180) name.pop();
	return name.join('');
}
