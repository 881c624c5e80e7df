import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Catalog } from '../../domain/rule.ts';
import type { Target } from '../../serve/site-source.ts';
import { fileWithin } from '../../serve/static-files.ts';
import { RULE_FILE, summaryFile } from '../client/rule-file.ts';
import { redirects } from '../codes/redirects.ts';
import { redirectPage } from '../html/redirect-page.ts';
import { writeCrawlerFiles } from '../output/crawler-files.ts';
import { writeMachineFiles } from '../output/machine-files.ts';
import { ruleFile, summaryFiles } from '../search/rule-index.ts';
import type { SiteState } from '../state.ts';

/** Files of a site that are made of the catalog and are no pages: made when they are first asked for. */
export interface MadeFiles {
	/** `path` is decoded and begins at the site's root, without a slash. */
	readonly find: (path: string) => Promise<Target>;
	/** The page that only leads on, at a site path with a slash at both ends. `styles` gives it its looks. */
	readonly redirectAt: (path: string, styles: () => Promise<string>) => Promise<string | null>;
}

const NOTHING: Target = { kind: 'nothing' };
/** What crawlers, feed readers and other programs ask for. */
const FOR_PROGRAMS = /\.(?:xml|json|txt|sarif)$/;

/** The made files of one state. What has to lie on a disk lies below `folder`. */
export function madeFiles(state: SiteState, folder: string): MadeFiles {
	let index: ReadonlyMap<string, unknown> | null = null;
	let leading: ReadonlyMap<string, ReturnType<typeof redirects>[number]> | null = null;
	let programs: Promise<string> | null = null;
	return {
		find: async (path) => {
			if (path.startsWith('index/')) {
				index ??= indexFiles(state.catalog);
				const content = index.get(`/${path}`);
				return content === undefined ? NOTHING : made(path, JSON.stringify(content));
			}
			if (!FOR_PROGRAMS.test(path)) return NOTHING;
			programs ??= writePrograms(state, folder);
			const place = await programs;
			return fileWithin(place, join(place, path));
		},
		redirectAt: async (path, styles) => {
			leading ??= new Map(redirects(state.catalog).map((one) => [decodeURI(one.path), one]));
			const redirect = leading.get(path);
			return redirect === undefined ? null : redirectPage(redirect, await styles());
		},
	};
}

function indexFiles(catalog: Catalog): ReadonlyMap<string, unknown> {
	const summaries = summaryFiles(catalog).map((some, number) => [summaryFile(number), some] as const);
	return new Map<string, unknown>([[RULE_FILE, ruleFile(catalog)], ...summaries]);
}

async function writePrograms(state: SiteState, folder: string): Promise<string> {
	const place = await mkdtemp(join(folder, 'programs-'));
	await Promise.all([writeCrawlerFiles(state, place), writeMachineFiles(state, place)]);
	return place;
}

/** A file that was made just now. */
export function made(name: string, body: string | Buffer): Target {
	return { kind: 'made', name, body: Buffer.isBuffer(body) ? body : Buffer.from(body) };
}

/**
 * The engine's ids of the rules of an index in the order of this catalog: the index may be of a catalog before. `folder` holds
 * `pagefind/`, and beside it the site paths of the rules that were indexed.
 */
export async function searchOrder({ rules }: Catalog, folder: string): Promise<Target> {
	try {
		const order: { readonly ids: string } = JSON.parse(await readFile(join(folder, 'pagefind/order.json'), 'utf8'));
		const paths: readonly string[] = JSON.parse(await readFile(join(folder, INDEXED), 'utf8'));
		const ids = order.ids.split(' ');
		const idOf = new Map(paths.map((path, place) => [path, ids[place] ?? '']));
		return made('order.json', JSON.stringify({ ids: rules.map(({ path }) => idOf.get(path) ?? '').join(' ') }));
	} catch {
		return NOTHING;
	}
}

/** Beside a search index: the paths of its rules, in the order of its catalog. */
export const INDEXED = 'indexed.json';

/** Removes what made files have left on the disk. */
export async function clearMadeFiles(folder: string): Promise<void> {
	await rm(folder, { recursive: true, force: true });
}
