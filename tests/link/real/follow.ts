import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ServedSite } from './project.ts';

/** Where an address of a report leads. */
export interface Followed {
	readonly address: string;
	/** Stems of the rules whose pages are reached: one, or those of a list. */
	readonly rules: readonly string[];
	/** What is wrong; null when every page on the way answers. */
	readonly fault: string | null;
}

interface Page {
	readonly url: URL;
	readonly html: string;
}

/** Every address of the site's host that a report holds, without repeats. */
export function addressesIn(report: string, site: ServedSite): readonly string[] {
	const found = report.match(/https?:\/\/127\.0\.0\.1:\d+[^\s"'<>)\]\\,;]*/g) ?? [];
	return [...new Set(found)].filter((address) => address.startsWith(new URL(site.url).origin));
}

/** Opens an address as a reader would: a page that sends on is followed, and so is every rule of a list. */
export async function follow(address: string, site: ServedSite): Promise<Followed> {
	try {
		const page = await open(new URL(address), site);
		if (stemOf(page.url, site) !== null) return { address, rules: [await reached(page, site)], fault: null };
		const links = [...page.html.matchAll(/href="([^"]+)"/g)].map(([, link = '']) => new URL(link, page.url).href);
		const rules = [...new Set(links)].map((link) => new URL(link)).filter((link) => stemOf(link, site) !== null);
		if (rules.length === 0) return { address, rules: [], fault: 'leads to no rule' };
		const pages = await Promise.all(rules.map((rule) => open(rule, site)));
		return { address, rules: await Promise.all(pages.map((one) => reached(one, site))), fault: null };
	} catch (error) {
		return { address, rules: [], fault: error instanceof Error ? error.message : String(error) };
	}
}

async function open(url: URL, site: ServedSite, steps = 3): Promise<Page> {
	if (!url.href.startsWith(site.url)) throw new Error(`${url.href} is outside of ${site.url}`);
	const response = await fetch(url);
	const html = await response.text();
	if (response.status !== 200) throw new Error(`${url.href} answers ${response.status}`);
	const target = /<meta http-equiv="refresh" content="0; url=([^"]+)"/.exec(html)?.[1];
	if (target === undefined) return { url, html };
	if (steps === 0) throw new Error(`${url.href} sends on without an end`);
	return open(new URL(target, url), site, steps - 1);
}

/** The stem of the rule whose page this is. Throws when the page does not name every code of the rule. */
async function reached({ url, html }: Page, site: ServedSite): Promise<string> {
	const stem = stemOf(url, site);
	const { rules }: { rules: { url: string; linters: Record<string, readonly string[]> }[] } = JSON.parse(
		await readFile(join(site.out, 'rules.json'), 'utf8'),
	);
	const rule = rules.find((one) => one.url === url.href);
	if (stem === null || rule === undefined) throw new Error(`${url.href} is no page of a rule`);
	const unnamed = Object.values(rule.linters)
		.flat()
		.filter((code) => !html.includes(code));
	if (unnamed.length > 0) throw new Error(`${url.href} does not name ${unnamed.join(', ')}`);
	return stem;
}

function stemOf(url: URL, site: ServedSite): string | null {
	return /^rules\/real\/([^/]+)\/$/.exec(url.href.slice(site.url.length))?.[1] ?? null;
}
