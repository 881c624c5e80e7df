import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Config } from '../domain/config.ts';
import { idSegment, ruleId, stemOf } from '../domain/ids.ts';
import type { PackFolder } from '../domain/source.ts';
import { loadPacks } from '../load/packs.ts';
import { isRuleName } from '../load/rule-files.ts';
import { CannotRun } from './failure.ts';

export interface RuleName {
	readonly pack: string;
	readonly stem: string;
}

/** Splits `<pack>/<stem>`. Throws `CannotRun` with what to write instead when it cannot be the id of a rule. */
export function parseRuleName(written: string): RuleName {
	const [pack = '', stem = '', ...rest] = written.split('/');
	if (pack === '' || stem === '' || rest.length > 0) {
		throw new CannotRun(`"${written}" is not <pack>/<stem>; write for example my-pack/close-what-you-open`);
	}
	const id = ruleId(idSegment(pack), idSegment(stem.replace(/\.mdx?$/i, '')));
	if (id !== written) throw new CannotRun(`"${written}" cannot be the id of a rule; write ${id}`);
	if (!isRuleName(`${stem}.md`)) {
		throw new CannotRun(`A file called ${stem}.md is never a rule; choose another name than "${stem}"`);
	}
	return { pack, stem };
}

export interface RuleHome {
	/** Absolute path of the file to create. */
	readonly file: string;
	/** A file that has this id already, as a person names it; null when the id is free. */
	readonly taken: string | null;
}

/**
 * Where a new rule belongs: in the folder where most rules of its pack are, or in `<content>/<pack>/rules/` for a new pack.
 * Throws `CannotRun` when the content folder is itself a pack of another name.
 */
export async function ruleHome(config: Config, { pack, stem }: RuleName, workingFolder: string): Promise<RuleHome> {
	const existing = config.content.filter((folder) => existsSync(folder));
	const { packs } =
		existing.length > 0 ? await loadPacks({ ...config, content: existing }, workingFolder) : { packs: [] };
	const known = packs.find(({ name }) => name === pack);
	if (known !== undefined) {
		const same = known.rules.find(({ file }) => stemOf(file).toLowerCase() === stem.toLowerCase());
		return { file: join(usualFolder(known), `${stem}.md`), taken: same?.file ?? null };
	}
	const [content = ''] = config.content;
	const itself = packs.find(({ source, absolute }) => source === '' && absolute === content);
	if (itself !== undefined) {
		throw new CannotRun(`${itself.folder} is the pack "${itself.name}" itself; write ${itself.name}/${stem}`);
	}
	return { file: join(content, pack, 'rules', `${stem}.md`), taken: null };
}

/** The folder that holds most rules of the pack; the first of those that hold equally many. */
function usualFolder(pack: PackFolder): string {
	const counts = new Map<string, number>();
	for (const { absolute } of pack.rules) counts.set(dirname(absolute), (counts.get(dirname(absolute)) ?? 0) + 1);
	const [most] = [...counts].sort(([, a], [, b]) => b - a);
	return most?.[0] ?? join(pack.absolute, 'rules');
}
