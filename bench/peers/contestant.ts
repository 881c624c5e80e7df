import { appendFile } from 'node:fs/promises';
import type { BenchRule, Content } from '../harness/content.ts';
import type { Command } from '../harness/measure.ts';

/** A program that makes a site of the packs, search index included. */
export interface Contestant {
	readonly name: string;
	/** Name and version of all that makes up its figures. */
	readonly version: string;
	/** Where its site is. */
	readonly out: string;
	readonly build: Command;
	/** Its development server, at this port; null when it has none that is measured. */
	readonly dev: ((port: number) => Command) | null;
	/** Removes its output and everything that it kept: the next build is a cold one. */
	readonly forget: () => Promise<void>;
	/** The file of a rule. */
	readonly file: (rule: BenchRule) => string;
	/** The address of a rule's page, without a slash at the beginning. */
	readonly page: (rule: BenchRule) => string;
}

/** Installs a contestant where it is not yet, and lays out the packs for it in `folder`, an empty one. */
export type Enter = (content: Content, folder: string) => Promise<Contestant>;

/** Adds a sentence to a rule. */
export async function edit(contestant: Contestant, rule: BenchRule, sentence: string): Promise<void> {
	await appendFile(contestant.file(rule), `\n\n${sentence}\n`);
}

/** What a contestant's figures are called in results: `hugo` for `Hugo + Pagefind`. */
export function keyOf({ name }: Pick<Contestant, 'name'>): string {
	return name.toLowerCase().split(' ')[0] ?? name;
}
