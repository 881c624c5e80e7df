import { isWebAddress, type LocalTarget, resolveLocalLink } from '../domain/links.ts';
import type { ParsedRule } from '../domain/rule.ts';
import type { PackFolder } from '../domain/source.ts';
import type { ArrangedPack } from './arranged.ts';

/** What a link of a rule leads to. */
export type Destination =
	| { readonly kind: 'rule'; readonly rule: ParsedRule; readonly anchor: string | null }
	/** A file or folder of some pack that is no rule; `own` when it is the linking rule's pack. */
	| { readonly kind: 'file'; readonly own: boolean }
	| { readonly kind: 'elsewhere' }
	| { readonly kind: 'nothing' };

/** Looks up links among the files of all packs, so that packs of one content folder may link to each other. */
export interface FileIndex {
	readonly destinationOf: (from: ParsedRule, pack: PackFolder, url: string) => Destination;
}

export function indexFiles(packs: readonly ArrangedPack[]): FileIndex {
	const files = new Set<string>();
	const rules = new Map<string, ParsedRule>();
	for (const { parsed, rules: own } of packs) {
		const home = posix(parsed.folder.absolute);
		files.add(home);
		for (const path of parsed.folder.files) {
			for (let end = path.length; end !== -1; end = path.lastIndexOf('/', end - 1)) {
				const known = files.has(`${home}/${path.slice(0, end)}`);
				files.add(`${home}/${path.slice(0, end)}`);
				if (known) break;
			}
		}
		for (const rule of own) rules.set(contentHome(parsed.folder) + rule.source, rule);
	}

	const lookUp = (target: LocalTarget & { kind: 'file' }, pack: PackFolder): Destination => {
		const home = contentHome(pack);
		// The content folder itself may be a pack.
		const path = target.path === '' ? home.slice(0, -1) : home + target.path;
		const rule = rules.get(path);
		if (rule !== undefined) return { kind: 'rule', rule, anchor: target.anchor };
		if (!files.has(path)) return { kind: 'nothing' };
		return { kind: 'file', own: `${path}/`.startsWith(`${posix(pack.absolute)}/`) };
	};
	return {
		destinationOf: (from, pack, url) => {
			const target = resolveLocalLink(from.source, url);
			if (target.kind === 'whole') return { kind: isWebAddress(url) ? 'elsewhere' : 'nothing' };
			if (target.kind === 'anchor') return { kind: 'rule', rule: from, anchor: target.id };
			return target.kind === 'file' ? lookUp(target, pack) : { kind: 'nothing' };
		},
	};
}

/** Absolute path of the pack's content folder, with a slash at the end. */
function contentHome({ absolute, source }: PackFolder): string {
	const home = posix(absolute);
	return source === '' ? `${home}/` : home.slice(0, home.length - source.length);
}

function posix(path: string): string {
	return path.replaceAll('\\', '/');
}
