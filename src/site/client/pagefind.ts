import { WORD_FILE } from './rule-file.ts';
import { allowSearchWorker } from './trusted-worker.ts';

/** The part of the search engine's interface that this site uses. */
export interface Pagefind {
	options(options: Readonly<Record<string, unknown>>): Promise<void>;
	/** Searches another index as well from now on. */
	mergeIndex(folder: string, options: Readonly<Record<string, unknown>>): Promise<void>;
	search(
		text: string | null,
		options?: { readonly filters?: EngineFilter },
	): Promise<{ readonly results: readonly EngineResult[] }>;
	filters(): Promise<Readonly<Record<string, Readonly<Record<string, number>>>>>;
}

export interface EngineResult {
	readonly id: string;
	readonly score: number;
	data(): Promise<Fragment>;
}

/** What the index keeps of a rule; see `searchRecord` for who writes it. */
export interface Fragment {
	readonly url: string;
	/** HTML with `<mark>`; never to be set as HTML. */
	readonly excerpt: string;
	readonly content: string;
	readonly meta: Readonly<Record<string, string>>;
	readonly filters: Readonly<Record<string, readonly string[]>>;
}

export interface EngineFilter {
	readonly [key: string]: string | readonly string[] | EngineFilter | readonly EngineFilter[];
}

/** A hit in the title counts most; `names` are pieces of identifiers, which the text holds too. */
const RANKING = {
	metaWeights: { title: 5, codes: 3, stem: 2.5, id: 1.5, tags: 2, names: 0.5, place: 0.8, linters: 0.8 },
};
const EXCERPT_WORDS = 24;
/** What the engine asks for one after the other; asked for at once, they are there when it does. */
const LATE_FILES = ['pagefind-worker.js', 'wasm.en.pagefind'];

/** Under this the list of parts is asked for: once for a page, and never one that an earlier visit has left in the browser. */
const VISIT = String(Math.round(performance.timeOrigin));

let words: Promise<readonly string[]> | null = null;
let loaded: Promise<Pagefind> | null = null;
let attempts = 0;

/** The part of the index that a result is from: the engine's ids begin with it. */
export function partOf({ id }: EngineResult): string {
	return id.slice(0, Math.max(0, id.lastIndexOf('_')));
}

/** Where the site begins: a path with a slash at both ends. */
export function siteBase(): string {
	return document.documentElement.dataset.base ?? '/';
}

/** Loads the search engine, once. Rejects when its files cannot be had; the next call tries again. */
export function loadPagefind(): Promise<Pagefind> {
	loaded ??= start().catch((error: unknown) => {
		loaded = null;
		throw error;
	});
	return loaded;
}

/** The words that typing errors are corrected to, most used first. None when the list cannot be had: a search works without. */
export function knownWords(): Promise<readonly string[]> {
	words ??= fetchWords().catch(() => {
		words = null;
		return [];
	});
	return words;
}

async function fetchWords(): Promise<readonly string[]> {
	const response = await fetch(`${siteBase()}${WORD_FILE.slice(1)}`);
	const { words: list } = (await response.json()) as { words: string };
	return list.split(' ');
}

async function start(): Promise<Pagefind> {
	allowSearchWorker(siteBase());
	for (const file of LATE_FILES) ahead(`${siteBase()}pagefind/${file}`);
	const parts = partNames();
	// A browser remembers that a module failed to load, so each further try needs an address of its own.
	const retry = attempts === 0 ? '' : `?retry=${attempts}`;
	attempts += 1;
	const address = `${siteBase()}pagefind/pagefind.js${retry}`;
	const [pagefind, [, ...others]] = await Promise.all([import(/* @vite-ignore */ address) as Promise<Pagefind>, parts]);
	const options = { baseUrl: siteBase(), excerptLength: EXCERPT_WORDS, ranking: RANKING, metaCacheTag: VISIT };
	await pagefind.options(options);
	// All parts lie in one folder. The engine takes a folder that it has for a mistake, unless it is written in another way.
	const folder = `${location.origin}${siteBase()}pagefind/`;
	await Promise.all(others.map((language) => pagefind.mergeIndex(folder, { ...options, language })));
	return pagefind;
}

/**
 * What the engine calls the parts of the index. It would ask for this list once a part, then for what the parts hold, and all
 * that after it has started; asked for here, under the same addresses, they are there when it does.
 */
async function partNames(): Promise<readonly string[]> {
	const response = await fetch(`${siteBase()}pagefind/pagefind-entry.json?ts=${VISIT}`);
	const { languages } = (await response.json()) as { languages: Readonly<Record<string, { readonly hash: string }>> };
	for (const { hash } of Object.values(languages)) ahead(`${siteBase()}pagefind/pagefind.${hash}.pf_meta`);
	return Object.keys(languages);
}

/** A file that fails to come now is asked for again by whoever needs it, and missed then. */
function ahead(address: string): void {
	fetch(address)
		.then((response) => response.arrayBuffer())
		.catch(() => {});
}
