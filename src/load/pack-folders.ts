import { folderOf, nameOf, withAncestors } from './paths.ts';
import { isRuleName, type Looks } from './rule-files.ts';

/** The files of a pack, found but not yet named. All paths are relative to the content folder, POSIX. */
export interface FoundPack {
	/** '' when the content folder itself is the pack. */
	readonly folder: string;
	readonly rules: readonly string[];
	readonly sections: string | null;
	readonly metadata: string | null;
	readonly skill: string | null;
}

/** Folders inside a pack that hold its rules; their parent is the pack. */
const RULE_FOLDERS = new Set(['rules', 'references', 'reference']);

/** Folders that hold packs: what stands above one says nothing about the packs below it. */
const COLLECTION_FOLDERS = new Set(['skills', 'packs', 'plugins', 'collections', 'content']);

/** Names that say nothing about a pack: the folder above names it, when there is one. */
const NAMELESS_FOLDERS = new Set([...RULE_FOLDERS, 'skills']);

const SKILL = /^skill\.md$/i;
const METADATA = /^metadata\.json$/i;
const SECTIONS = /^_sections\.md$/i;

/** True for a folder name that would make a poor pack name. */
export function isNameless(name: string): boolean {
	return NAMELESS_FOLDERS.has(name.toLowerCase());
}

/** True for the name of a file that describes a pack: SKILL.md, metadata.json, _sections.md. */
export function isPackFile(name: string): boolean {
	return [SKILL, METADATA, SECTIONS].some((own) => own.test(name));
}

/** Every file that may be a rule, by its name and where it lies: templates among a pack's assets are none. */
export function candidateFiles(files: readonly string[]): readonly string[] {
	const packLike = new Set<string>();
	for (const file of files) {
		if (isPackFile(nameOf(file)) && !isRuleFolder(nameOf(folderOf(file)))) packLike.add(folderOf(file));
		for (const folder of withAncestors(folderOf(file))) {
			if (folder !== '' && isRuleFolder(nameOf(folder))) packLike.add(folderOf(folder));
		}
	}
	return files.filter((file) => isRuleName(nameOf(file)) && !liesInTemplates(file, packLike));
}

/**
 * Finds the packs of one content folder by what it holds.
 * `files` are all its files, `candidates` those of `candidateFiles` with what they look like, `rootName` the folder's own name.
 * In a folder where one file looks like a rule, every candidate counts: the parse stage reports those that are none.
 * Files that have a title and nothing else of a rule are documentation, unless they lie where packs keep their rules.
 */
export function findPacks(
	files: readonly string[],
	candidates: ReadonlyMap<string, Looks>,
	rootName: string,
): readonly FoundPack[] {
	const skills = byFolder(files, SKILL);
	const metadata = byFolder(files, METADATA);
	const sections = byFolder(files, SECTIONS);
	const sectioned = [...sections.keys()].filter((folder) => isRuleFolder(nameOf(folder)));
	const ruleFolders = new Set(sectioned);
	for (const [file, looks] of candidates) if (looks === 'rule' || looks === 'titled') ruleFolders.add(folderOf(file));

	const strong = new Set([...skills.keys(), ...metadata.keys(), ...sectioned]);
	const packOf = packFinder(rootName, strong, new Set(sections.keys()), ruleFolders);
	const packs = new Map<string, string[]>();
	for (const file of candidates.keys()) {
		if (!ruleFolders.has(folderOf(file))) continue;
		const folder = packOf(folderOf(file));
		const rules = packs.get(folder);
		if (rules === undefined) packs.set(folder, [file]);
		else rules.push(file);
	}
	for (const [file, looks] of candidates) {
		if (looks === 'tagged' && !ruleFolders.has(folderOf(file))) packs.get(packOf(folderOf(file)))?.push(file);
	}
	const described = new Set([...strong, ...sections.keys()]);
	const isPack = ([folder, rules]: readonly [string, readonly string[]]): boolean =>
		rules.some((file) => candidates.get(file) === 'rule') || described.has(folder) || rules.some(liesInRuleFolder);
	return [...packs].filter(isPack).map(([folder, rules]) => {
		const folders = foldersOnTheWay(folder, rules);
		const first = (found: ReadonlyMap<string, string>): string | null =>
			folders.map((one) => found.get(one)).find((file) => file !== undefined) ?? null;
		return {
			folder,
			rules: rules.sort(),
			sections: first(sections),
			metadata: first(metadata),
			skill: first(skills),
		};
	});
}

/**
 * Tells which folder is the pack of a rule folder, by the first of these that holds:
 * the nearest folder with SKILL.md, metadata.json or `rules/_sections.md`; the nearest with _sections.md; the parent of the
 * innermost `rules`, `references` or `reference`; the outermost folder that directly holds rules; the rule folder itself.
 */
function packFinder(
	rootName: string,
	strong: ReadonlySet<string>,
	sections: ReadonlySet<string>,
	ruleFolders: ReadonlySet<string>,
): (folder: string) => string {
	const known = new Map<string, string>();
	return (folder) => {
		const found = known.get(folder) ?? find(folder);
		known.set(folder, found);
		return found;
	};

	function find(folder: string): string {
		const line = withAncestors(folder);
		const names = line.map((one) => (one === '' ? rootName : nameOf(one)));
		const owns = (index: number): boolean => {
			const next = names[index + 1];
			return next === undefined || isRuleFolder(next) || !names.slice(index).some(isCollection);
		};
		const steps = [
			line.findLastIndex((one, index) => strong.has(one) && owns(index)),
			line.findLastIndex((one, index) => sections.has(one) && owns(index)),
			names.findLastIndex(isRuleFolder),
			line.findIndex((one, index) => ruleFolders.has(one) && owns(index)),
		];
		let index = steps.find((step) => step !== -1) ?? line.length - 1;
		while (index > 0 && isNameless(names[index] ?? '')) index--;
		return line[index] ?? folder;
	}
}

function liesInRuleFolder(file: string): boolean {
	return withAncestors(folderOf(file)).some((folder) => isRuleFolder(nameOf(folder)));
}

function isRuleFolder(name: string): boolean {
	return RULE_FOLDERS.has(name.toLowerCase());
}

/** Hidden folders (`.claude`, `.curated`) are places to keep packs in, too. */
function isCollection(name: string): boolean {
	return COLLECTION_FOLDERS.has(name.toLowerCase()) || name.startsWith('.');
}

/** A `templates` folder beside a pack's rules or among its assets, or a forge's own; `rules/templates/` is a topic like any other. */
function liesInTemplates(file: string, packLike: ReadonlySet<string>): boolean {
	return withAncestors(folderOf(file)).some((folder) => {
		const name = nameOf(folder).toLowerCase();
		if (/^(?:_templates?|(?:issue|pull_request|discussion)_template)$/.test(name)) return true;
		if (name !== 'template' && name !== 'templates') return false;
		const parent = folderOf(folder);
		return nameOf(parent).toLowerCase() === 'assets' || packLike.has(parent);
	});
}

/** The files with such a name, by their folder. */
function byFolder(files: readonly string[], name: RegExp): ReadonlyMap<string, string> {
	return new Map(files.filter((file) => name.test(nameOf(file))).map((file) => [folderOf(file), file]));
}

/** The pack's folder and all between it and its rules, outermost first. */
function foldersOnTheWay(pack: string, rules: readonly string[]): readonly string[] {
	const depth = withAncestors(pack).length;
	const folders = new Set(rules.flatMap((rule) => withAncestors(folderOf(rule)).slice(depth - 1)));
	return [...folders].sort((a, b) => withAncestors(a).length - withAncestors(b).length || (a < b ? -1 : 1));
}
