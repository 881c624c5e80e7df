import { hash } from 'node:crypto';
import { htmlChecker } from './html-rules.ts';

export interface HtmlFaults {
	/** How many pages were looked at. */
	readonly pages: number;
	/** A line for each rule that is broken: how often, on how many pages, and where for example. */
	readonly lines: readonly string[];
}

interface Broken {
	times: number;
	readonly pages: Set<string>;
	readonly example: string;
}

/** Looks at one page in `share`, the same ones every time, and gathers what is wrong by rule. */
export async function htmlFaults(
	files: readonly string[],
	read: (file: string) => Promise<string>,
	share: number,
): Promise<HtmlFaults> {
	const check = htmlChecker('may skip');
	const broken = new Map<string, Broken>();
	const pages = files.filter((file) => file.endsWith('.html') && lot(file) % share === 0);
	for (const file of pages) {
		for (const { rule, place, message } of await check(await read(file))) {
			const one = broken.get(rule) ?? { times: 0, pages: new Set(), example: `${file}:${place} ${message}` };
			one.times++;
			one.pages.add(file);
			broken.set(rule, one);
		}
	}
	const lines = [...broken].map(
		([rule, { times, pages: where, example }]) => `${rule}: ${times} on ${where.size} pages, such as ${example}`,
	);
	return { pages: pages.length, lines };
}

function lot(file: string): number {
	return Number.parseInt(hash('sha256', file).slice(0, 8), 16);
}
