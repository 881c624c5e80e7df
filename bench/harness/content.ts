import { cp, mkdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parseDocument } from 'yaml';
import { stemOf } from '../../src/domain/ids.ts';
import { loadConfig, withOverrides } from '../../src/load/config.ts';
import { loadPacks } from '../../src/load/packs.ts';
import { CACHE } from './project.ts';

/** A rule as every contestant gets it. */
export interface BenchRule {
	readonly pack: string;
	readonly stem: string;
	/** The file, relative to the packs' folder. */
	readonly source: string;
	readonly frontmatter: Readonly<Record<string, unknown>> & { readonly title: string };
	/** The text below the frontmatter. */
	readonly body: string;
}

/** The packs of a benchmark, copied, so that rules can be edited. */
export interface Content {
	readonly folder: string;
	readonly rules: readonly BenchRule[];
}

/**
 * Copies packs into `folder`, an own one, and reads their rules: those with a title in a frontmatter that is YAML. With a
 * limit, whole packs are taken in order until they hold that many.
 */
export async function copyContent(packs: string, folder: string, limit: number | null): Promise<Content> {
	const config = withOverrides(await loadConfig(CACHE), { content: [packs] });
	const loaded = (await loadPacks(config, packs)).packs;
	const rules: BenchRule[] = [];
	await rm(folder, { recursive: true, force: true });
	await mkdir(folder, { recursive: true });
	if (limit === null) await cp(packs, folder, { recursive: true, filter: (path) => basename(path) !== '.git' });
	for (const pack of loaded) {
		if (limit !== null && rules.length >= limit) break;
		if (limit !== null) await cp(pack.absolute, join(folder, pack.source), { recursive: true });
		for (const source of pack.rules) {
			const rule = ruleOf(pack.name, stemOf(basename(source.file)), source.source, source.text);
			if (rule !== null) rules.push(rule);
		}
	}
	return { folder, rules };
}

/** Null for a text that is no rule. */
export function ruleOf(pack: string, stem: string, source: string, text: string): BenchRule | null {
	const match = /^---\r?\n(.*?)\r?\n---[ \t]*(?:\r?\n|$)/s.exec(text);
	if (match === null) return null;
	const document = parseDocument(match[1] ?? '');
	if (document.errors.length > 0) return null;
	const frontmatter: unknown = document.toJS();
	if (typeof frontmatter !== 'object' || frontmatter === null || !('title' in frontmatter)) return null;
	const { title } = frontmatter;
	if (typeof title !== 'string' || title.trim() === '') return null;
	return { pack, stem, source, frontmatter: { ...frontmatter, title }, body: text.slice(match[0].length) };
}

/** The tags of a rule, whichever way they are written. */
export function tagsOf({ frontmatter }: BenchRule): readonly string[] {
	const { tags } = frontmatter;
	const list = typeof tags === 'string' ? tags.split(',') : Array.isArray(tags) ? tags : [];
	return [...new Set(list.map((tag) => String(tag).trim()).filter((tag) => tag !== ''))];
}

/** A sentence that no rule has, to be found again on a page. */
export function markedSentence(run: number): string {
	return `Edited for the benchmark, mark ${run}x${Date.now().toString(36)}.`;
}

/** The rule that a run edits: another one for each run, from all over the packs. */
export function editedRule({ rules }: Content, run: number): BenchRule {
	const rule = rules[Math.floor(((run * 0.618 + 0.31) % 1) * rules.length)];
	if (rule === undefined) throw new Error('There are no rules');
	return rule;
}
