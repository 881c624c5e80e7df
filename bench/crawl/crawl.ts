import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Found, Kind } from './found.ts';
import { type Origin, readOther } from './read-others.ts';
import { readPage } from './read-page.ts';

/** What a host answers to an address. `moved` is an answer that sends the reader to another address of the same host. */
export type Answer = 'found' | 'moved' | 'nothing';

export interface CrawledSite extends Origin {
	readonly folder: string;
	/** Every file of the site: POSIX paths relative to the folder. */
	readonly files: readonly string[];
	/** Asks the host for a path, percent-encoded and with the base. */
	readonly ask: (path: string) => Promise<Answer>;
}

/** Something wrong with an address of a file. */
export interface Dead {
	readonly file: string;
	readonly kind: Kind;
	readonly url: string;
	readonly reason: string;
}

export interface CrawlResult {
	/** Pages with content, and pages that only lead on. */
	readonly pages: number;
	readonly redirects: number;
	/** How many addresses of each kind were looked at. */
	readonly checked: ReadonlyMap<Kind, number>;
	/** Different addresses of the site that the host was asked for. */
	readonly asked: number;
	/** Different addresses of other hosts, by scheme: not asked. */
	readonly elsewhere: ReadonlyMap<string, number>;
	/** Each different one once for each file it stands in. */
	readonly dead: readonly Dead[];
	/** Pages that no chain of links leads to from the first one; other spellings of an address are left out. */
	readonly orphans: readonly string[];
	/** Faults of HTML, XML and JSON syntax: `file: fault`. */
	readonly faults: readonly string[];
}

interface PageFacts {
	readonly ids: ReadonlySet<string>;
	readonly refresh: string | null;
	readonly canonical: string | null;
	/** Pages that its links lead to. */
	readonly links: Set<string>;
}

const AT_ONCE = 16;
const MOST_DEAD = 2000;

/**
 * Looks at every address in every file of a built site, and asks the host for each: a file that is there but cannot be asked
 * for is as dead as one that is not.
 */
export async function crawl(site: CrawledSite): Promise<CrawlResult> {
	const seen = new Addresses(site);
	const faults: string[] = [];
	for (const file of site.files) {
		const bytes = await readFile(join(site.folder, file));
		const { found, faults: wrong } = file.endsWith('.html') ? seen.page(file, bytes) : readOther(file, bytes, site);
		for (const one of found) seen.note(file, one);
		faults.push(...wrong.map((fault) => `${file}: ${fault}`));
	}
	await seen.askAll();
	seen.checkAnchors();
	seen.checkRedirects();
	const pages = [...seen.pages];
	const redirects = pages.filter(([, { refresh }]) => refresh !== null).length;
	return {
		pages: pages.length - redirects,
		redirects,
		checked: seen.checked,
		asked: seen.places.size,
		elsewhere: seen.elsewhere(),
		dead: seen.dead,
		orphans: seen.orphans(),
		faults,
	};
}

/** Everything that was found, by the path it leads to. */
class Addresses {
	readonly pages = new Map<string, PageFacts>();
	readonly checked = new Map<Kind, number>();
	/** Path → the files it stands in. */
	readonly places = new Map<string, Dead[]>();
	readonly dead: Dead[] = [];
	readonly #site: CrawledSite;
	readonly #anchors: (Dead & { readonly path: string; readonly id: string })[] = [];
	readonly #foreign = new Set<string>();

	constructor(site: CrawledSite) {
		this.#site = site;
	}

	page(file: string, bytes: Buffer) {
		const { ids, refresh, canonical, found, faults } = readPage(bytes.toString('utf8'));
		this.pages.set(this.#pathOf(file), { ids, refresh, canonical, links: new Set() });
		return { found: [...found, { kind: 'page' as const, url: this.#pathOf(file) }], faults };
	}

	note(file: string, { kind, url }: Found): void {
		this.checked.set(kind, (this.checked.get(kind) ?? 0) + 1);
		const dead = (reason: string): Dead => ({ file, kind, url, reason });
		const target = URL.parse(url, this.#site.site + (url.startsWith('#') ? this.#pathOf(file) : this.#whereRead(file)));
		if (target === null) return void this.#add(dead('is no address'));
		if (target.origin !== this.#site.site) return void this.#foreign.add(target.href);
		if (!target.pathname.startsWith(this.#site.base)) return void this.#add(dead('leads out of the base'));
		const known = this.places.get(target.pathname);
		if (known === undefined) this.places.set(target.pathname, [dead('')]);
		else if (known.at(-1)?.file !== file && known.length < MOST_DEAD) known.push(dead(''));
		if (kind === 'link' || kind === 'redirect')
			this.pages.get(this.#pathOf(file))?.links.add(samePath(target.pathname));
		if (target.hash.length < 2) return;
		this.checked.set('anchor', (this.checked.get('anchor') ?? 0) + 1);
		this.#anchors.push({
			...dead('no such id on that page'),
			path: samePath(target.pathname),
			id: decoded(target.hash.slice(1)),
		});
	}

	async askAll(): Promise<void> {
		const waiting = this.places.entries();
		const work = async (): Promise<void> => {
			for (const [path, from] of waiting) {
				const answer = await this.#site.ask(path);
				if (answer === 'found') continue;
				const reason = answer === 'nothing' ? 'is not there' : 'is somewhere else';
				for (const one of from) this.#add({ ...one, reason });
			}
		};
		await Promise.all(Array.from({ length: AT_ONCE }, work));
	}

	checkAnchors(): void {
		for (const { path, id, ...dead } of this.#anchors) {
			const page = this.pages.get(path);
			if (page !== undefined && id !== 'top' && !page.ids.has(id)) this.#add(dead);
		}
	}

	/** A page that leads on must lead to one with content, and name the same one as the real one. */
	checkRedirects(): void {
		for (const [path, { refresh, canonical }] of this.pages) {
			if (refresh === null) continue;
			const file = this.#fileOf(path);
			const target = new URL(refresh, this.#site.site + path);
			const end = this.pages.get(samePath(target.pathname));
			const dead = (reason: string): Dead => ({ file, kind: 'redirect', url: refresh, reason });
			if (end === undefined) this.#add(dead('leads to no page'));
			else if (end.refresh !== null) this.#add(dead('leads to a page that leads on'));
			else if (target.hash !== '' && !end.ids.has(decoded(target.hash.slice(1)))) this.#add(dead('has no such anchor'));
			target.hash = '';
			if (canonical !== null && new URL(canonical, this.#site.site + path).href !== target.href)
				this.#add(dead(`but is said to be ${canonical}`));
		}
	}

	orphans(): string[] {
		const reached = new Set<string>([this.#site.base]);
		for (const path of reached) for (const link of this.pages.get(path)?.links ?? []) reached.add(link);
		return [...this.pages]
			.filter(([path, { refresh }]) => !reached.has(path) && refresh === null && !path.endsWith('/404.html'))
			.filter(([path, { canonical }]) => canonical === null || this.#isAt(path, canonical))
			.map(([path]) => path)
			.sort();
	}

	elsewhere(): ReadonlyMap<string, number> {
		const schemes = new Map<string, number>();
		for (const url of this.#foreign) {
			const scheme = url.slice(0, url.indexOf(':'));
			schemes.set(scheme, (schemes.get(scheme) ?? 0) + 1);
		}
		return schemes;
	}

	#add(dead: Dead): void {
		this.dead.push(dead);
	}

	/** Another spelling of an address has a page for programs that print it, and says which page is the real one. */
	#isAt(path: string, canonical: string): boolean {
		return samePath(new URL(canonical, this.#site.site + path).pathname) === path;
	}

	/** The path of a file of the site as links have it. */
	#pathOf(file: string): string {
		const shown = file.replace(/(^|\/)index\.html$/, '$1');
		return this.#site.base + shown.split('/').map(encodeURIComponent).join('/');
	}

	/** Where a reader of the file is: the page for addresses without one is read at any address. */
	#whereRead(file: string): string {
		return file === '404.html' ? `${this.#site.base}no/such/page/` : this.#pathOf(file);
	}

	#fileOf(path: string): string {
		return `${decoded(path.slice(this.#site.base.length))}index.html`;
	}
}

/** One spelling of a path: `@` and `%40` are the same sign. */
function samePath(path: string): string {
	return path
		.split('/')
		.map((segment) => encodeURIComponent(decoded(segment)))
		.join('/');
}

function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
