import { WORD_FILE } from './rule-file.ts';

/** The part of the search engine's interface that this site uses. */
export interface Pagefind {
	options(options: Readonly<Record<string, unknown>>): Promise<void>;
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

let words: Promise<readonly string[]> | null = null;
let loaded: Promise<Pagefind> | null = null;
let attempts = 0;

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
	for (const file of LATE_FILES) {
		fetch(`${siteBase()}pagefind/${file}`).catch(() => {});
	}
	// A browser remembers that a module failed to load, so each further try needs an address of its own.
	const retry = attempts === 0 ? '' : `?retry=${attempts}`;
	attempts += 1;
	const address = `${siteBase()}pagefind/pagefind.js${retry}`;
	const pagefind = (await import(/* @vite-ignore */ address)) as Pagefind;
	await pagefind.options({ baseUrl: siteBase(), excerptLength: EXCERPT_WORDS, ranking: RANKING });
	return pagefind;
}
