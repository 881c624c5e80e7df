import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { packFilePath, packPath } from '../../domain/ids.ts';
import type { Rule } from '../../domain/rule.ts';
import type { SourceFile } from '../../domain/source.ts';
import { posix, type SiteMap } from '../../prepare/site-map.ts';
import { lookup } from '../lookup.ts';
import { packFolder } from '../output/pack-files.ts';
import { siteState } from '../state.ts';

/** A rule's file as it lies on disk now. Throws when the path is no rule of this run. */
export async function sourceOf(path: string): Promise<SourceFile> {
	const { file, source, digest } = ruleOfFile(path);
	return { file, source, digest, absolute: path, text: await readFile(path, 'utf8'), fault: null };
}

/** The pack's folder of a rule's file. Throws when the path is no rule of this run. */
export function folderOfFile(path: string): string {
	return folderOf(ruleOfFile(path));
}

/** Where links of rules lead, made from the catalog: pages of rules and packs, and the images that are published. */
export function siteMap(): SiteMap {
	const pages = new Map<string, string>();
	const files = new Map<string, string>();
	for (const rule of siteState().catalog.rules) {
		const folder = folderOf(rule);
		pages.set(posix(folder), packPath(rule.pack));
		pages.set(posix(resolve(rule.file)), rule.path);
		for (const asset of rule.assets) {
			files.set(posix(join(folder, asset)), packFilePath(rule.pack, asset));
		}
	}
	return { pages, files };
}

function ruleOfFile(path: string): Rule {
	const rule = siteState().catalog.rules.find((one) => resolve(one.file) === path);
	if (rule === undefined) throw new Error(`${path} is compiled as a rule but is not in the catalog`);
	return rule;
}

function folderOf(rule: Rule): string {
	return packFolder(rule, lookup().pack(rule.pack));
}
