import { gunzipSync } from 'node:zlib';
import { SaxesParser } from 'saxes';
import { linterPath, packPath, rulePath, sectionPath } from '../../src/domain/ids.ts';
import type { RuleFile } from '../../src/site/client/rule-file.ts';
import { readRuleFile } from '../../src/site/client/rule-index.ts';
import type { Found, Kind } from './found.ts';

/** What a file that is no page leads to, and what is wrong with its syntax. */
export interface OtherReading {
	readonly found: readonly Found[];
	readonly faults: readonly string[];
}

/** What is needed to tell addresses of the site from other text. */
export interface Origin {
	/** With a slash at both ends. */
	readonly base: string;
	/** `https://rules.example`; whole addresses in files for programs begin with it. */
	readonly site: string;
}

const NOTHING: OtherReading = { found: [], faults: [] };

/** Reads a file that programs or the scripts of the site load; `path` is relative to the site, POSIX. Never throws. */
export function readOther(path: string, bytes: Buffer, origin: Origin): OtherReading {
	try {
		return readByName(path, bytes, origin);
	} catch (error) {
		return { found: [], faults: [error instanceof Error ? error.message : String(error)] };
	}
}

function readByName(path: string, bytes: Buffer, origin: Origin): OtherReading {
	const text = (): string => bytes.toString('utf8');
	if (path.endsWith('.pf_fragment')) return all('search result', fragmentUrls(bytes, origin));
	if (path === 'pagefind/pagefind-entry.json') return all('search engine', enginePaths(text(), origin));
	if (path === 'index/rules.json') return all('rule browser', browserPaths(JSON.parse(text()), origin));
	if (path.endsWith('.xml')) return readXml(path.startsWith('sitemap') ? 'sitemap' : 'feed', text(), origin);
	if (path.endsWith('.css')) return all('style', matches(text(), /url\(["']?(?!data:)([^"')]+)/g));
	// Pagefind names files in its own scripts that a site without bundler never asks for.
	if (path.endsWith('.js') && !path.startsWith('pagefind/'))
		return all('script', matches(text(), /["'`](\.{1,2}\/[\w./$-]+\.(?:js|css|mjs))["'`]/g));
	if (path === 'robots.txt') return all('robots.txt', wholeAddresses(text(), origin));
	const kind = JSON_KINDS.find(([start]) => path.startsWith(start))?.[1];
	return kind === undefined ? NOTHING : all(kind, jsonAddresses(JSON.parse(text()), origin));
}

const JSON_KINDS: readonly (readonly [start: string, kind: Kind])[] = [
	['rules.json', 'rules.json'],
	['rules.sarif', 'rules.sarif'],
	['feed.json', 'feed'],
	['schema/', 'schema'],
];

function all(kind: Kind, urls: readonly string[]): OtherReading {
	return { found: urls.map((url) => ({ kind, url })), faults: [] };
}

interface Fragment {
	readonly url: string;
}

/** Several results share a file, under their names. */
type FragmentFile = Fragment | Readonly<Record<string, Fragment>>;

function isOne(file: FragmentFile): file is Fragment {
	return typeof file['url'] === 'string';
}

/** Addresses of results: below the base, as the page asks the engine for them. */
function fragmentUrls(bytes: Buffer, { base }: Origin): string[] {
	const text = gunzipSync(bytes)
		.toString('utf8')
		.replace(/^pagefind_dcd/, '');
	const parsed: FragmentFile = JSON.parse(text);
	const results = isOne(parsed) ? [parsed] : Object.values(parsed);
	return results.map(({ url }) => base + url.replace(/^\//, ''));
}

function enginePaths(text: string, { base }: Origin): string[] {
	const {
		languages,
	}: { readonly languages: Readonly<Record<string, { readonly hash: string; readonly wasm: string }>> } =
		JSON.parse(text);
	const files = Object.values(languages).flatMap(({ hash, wasm }) => [
		`pagefind.${hash}.pf_meta`,
		`wasm.${wasm}.pagefind`,
	]);
	return ['pagefind.js', 'words.json', ...new Set(files)].map((file) => `${base}pagefind/${file}`);
}

/** All that the browser of rules makes links to. */
function browserPaths(file: RuleFile, { base }: Origin): string[] {
	const { count, stemOf, values, columns } = readRuleFile(file);
	const pack = (rule: number): string =>
		values.pack[columns.pack.items[columns.pack.offsets[rule] ?? 0] ?? 0]?.key ?? '';
	const paths = [
		...Array.from({ length: count }, (_, rule) => rulePath(pack(rule), stemOf(rule))),
		...values.pack.map(({ key }) => packPath(key)),
		...values.section.map(({ key }) => sectionPath(...halves(key))),
		...values.linter.map(({ key }) => linterPath(key)),
	];
	return paths.map((path) => base + path.slice(1));
}

function halves(key: string): [string, string] {
	const slash = key.indexOf('/');
	return [key.slice(0, slash), key.slice(slash + 1)];
}

/** Every address of the site in a value: whole ones anywhere in its texts, and paths under the key `url`. */
function jsonAddresses(value: unknown, origin: Origin, key = ''): string[] {
	if (typeof value === 'string') return key === 'url' ? [value] : wholeAddresses(value, origin);
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([name, one]) => jsonAddresses(one, origin, name));
}

function readXml(kind: Kind, text: string, origin: Origin): OtherReading {
	const urls: string[] = [];
	const faults: string[] = [];
	const parser = new SaxesParser();
	parser.on('error', ({ message }) => faults.push(message));
	parser.on('text', (part) => urls.push(...wholeAddresses(part, origin)));
	parser.on('cdata', (part) => urls.push(...wholeAddresses(part, origin)));
	parser.on('attribute', ({ value }) => urls.push(...wholeAddresses(value, origin)));
	parser.write(text).close();
	return { found: urls.map((url) => ({ kind, url })), faults };
}

function wholeAddresses(text: string, { site }: Origin): string[] {
	if (text.startsWith(`${site}/`) && !/\s/.test(text.trim())) return [text.trim()];
	const signs = site.replace(/[^\w/:-]/g, '\\$&');
	return text.match(new RegExp(`${signs}/[^\\s"'<>)\\]]*`, 'g')) ?? [];
}

function matches(text: string, pattern: RegExp): string[] {
	return [...text.matchAll(pattern)].map(([, url = '']) => url);
}
