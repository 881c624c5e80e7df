/**
 * Compares every fence of every rule file with the text of its built page.
 *
 *   node bench/lossless.ts <site folder> <content folder…>
 *
 * The fences are read with commonmark.js, the reference parser, so that a fault of our own parser cannot hide itself.
 * Prints each difference and exits with 1 when there is one.
 */
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Parser } from 'commonmark';
import { stemOf } from '../src/domain/ids.ts';
import { loadConfig, withOverrides } from '../src/load/config.ts';
import { loadPacks } from '../src/load/packs.ts';

const [site, ...folders] = process.argv.slice(2);
if (site === undefined || folders.length === 0) {
	console.error('usage: node bench/lossless.ts <site folder> <content folder…>');
	process.exit(2);
}

const parser = new Parser();
const entities: Readonly<Record<string, string>> = {
	amp: '&',
	lt: '<',
	gt: '>',
	quot: '"',
	'#39': "'",
	'#x27': "'",
	'#x26': '&',
	'#x3C': '<',
};

/** The code of all fences of a Markdown text, without its frontmatter; indented code is left out. */
function sourceFences(text: string): string[] {
	const body = text.replace(/\r\n?/g, '\n').replace(/^---\n[\s\S]*?\n---[ \t]*(?:\n|$)/, '');
	const walker = parser.parse(body).walker();
	const fences: string[] = [];
	for (let event = walker.next(); event; event = walker.next()) {
		const { node } = event;
		if (event.entering && node.type === 'code_block' && node.info !== null)
			fences.push((node.literal ?? '').replace(/\n$/, ''));
	}
	return fences;
}

/** The text of every code block of a page: tags removed, entities decoded. */
function pageFences(html: string): string[] {
	return [...html.matchAll(/<pre[^>]*><code[^>]*>([\s\S]*?)<\/code><\/pre>/g)].map(([, code = '']) =>
		code.replace(/<[^>]+>/g, '').replace(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole),
	);
}

/** What stands in one list and not in the other, each piece as often as it is missing. */
function difference(a: readonly string[], b: readonly string[]): string[] {
	const left = [...b];
	return a.filter((code) => {
		const at = left.indexOf(code);
		if (at >= 0) left.splice(at, 1);
		return at < 0;
	});
}

const config = withOverrides(await loadConfig(process.cwd()), { content: folders.map((folder) => resolve(folder)) });
const { packs } = await loadPacks(config, process.cwd());
let rules = 0;
let fences = 0;
let differences = 0;
const withoutPage: string[] = [];
for (const pack of packs) {
	for (const source of pack.rules) {
		const page = join(site, 'rules', pack.name, stemOf(source.source), 'index.html');
		const html = await readFile(page, 'utf8').catch(() => null);
		if (html === null) {
			withoutPage.push(source.source);
			continue;
		}
		rules++;
		const written = sourceFences(source.text);
		const shown = pageFences(html);
		fences += written.length;
		for (const code of difference(written, shown)) {
			differences++;
			console.log(`${source.file}: not on the page:\n${code.slice(0, 300)}\n`);
		}
	}
}
for (const source of withoutPage) console.log(`no page: ${source}`);
console.log(
	`${rules} rules, ${fences} fences compared, ${differences} differences, ${withoutPage.length} files without a page`,
);
process.exitCode = differences === 0 ? 0 : 1;
