import { type CodeIndex, indexCodes } from '../../domain/code-index.ts';
import { codePath } from '../../domain/ids.ts';
import type { LinterCode } from '../../domain/linter.ts';
import { canonicalCode, codeKey, findLinter, sameCodes } from '../../domain/linters.ts';
import type { Rule } from '../../domain/rule.ts';
import { parseStandard, standardPath } from '../../domain/standards.ts';
import { canBeFolder, folderKey } from './relative.ts';
import { isSameRule, spellingsOf } from './spellings.ts';

/** A linter's code or a standard, and the rules that it leads to. */
export interface CodeEntry {
	readonly kind: 'code' | 'standard';
	/** As the linter writes it; of a standard, its name. */
	readonly name: string;
	/** Site path: `/d/eslint/no-eval/`. */
	readonly path: string;
	/** Further site paths of the same entry: other spellings, and each in lower case. */
	readonly otherPaths: readonly string[];
	/** At least one. */
	readonly rules: readonly Rule[];
	/** The code that a rule names and that this one follows from; null for what a rule names itself. */
	readonly follows: LinterCode | null;
}

/** All codes of a linter that lead to a rule, or all such standards of a family. */
export interface CodeGroup {
	readonly kind: CodeEntry['kind'];
	/** What a person reads: `ESLint`. */
	readonly title: string;
	/** Site path: `/d/eslint/`. */
	readonly path: string;
	/** By name; at least one. */
	readonly entries: readonly CodeEntry[];
}

/** An entry before it is known which of its other spellings are free. */
type Claim = Omit<CodeEntry, 'otherPaths'> & { readonly spellings: readonly string[] };

const byName = new Intl.Collator('en', { numeric: true });

/**
 * Everything below `/d/`: linters first, then families of standards, each by title. No two entries share a path, not even on a
 * disk that takes `A` and `a` for one: what a rule names itself comes before what follows from another linter's code, and a
 * linter's own spelling before all others.
 */
export function codeGroups(rules: readonly Rule[]): readonly CodeGroup[] {
	const index = indexCodes(rules);
	const claims = new Map<string, Claim>();
	for (const claim of [...standardClaims(rules), ...declaredClaims(index), ...followingClaims(index)]) {
		if (!canBeFolder(claim.path)) continue;
		const key = folderKey(claim.path);
		claims.set(key, merged(claims.get(key), claim));
	}
	const owners = new Map<string, unknown>(claims);
	const entries = [...claims.values()].map((claim) => withOtherPaths(claim, owners));
	const groups = Map.groupBy(entries, ({ path }) => path.slice(0, path.indexOf('/', '/d/'.length) + 1));
	return [...groups].map(([path, some]) => groupOf(path, some)).sort(compareGroups);
}

function standardClaims(rules: readonly Rule[]): readonly Claim[] {
	return rules.flatMap((rule) =>
		rule.standards.flatMap((text): readonly Claim[] => {
			const standard = parseStandard(text);
			if (standard === null) return [];
			const path = standardPath(standard);
			return [{ kind: 'standard', name: standard.name, path, rules: [rule], follows: null, spellings: [] }];
		}),
	);
}

function declaredClaims({ codes }: CodeIndex<Rule>): readonly Claim[] {
	return codes.map(({ name, rules }) => {
		const claim = claimOf(name, rules, null);
		// Rules may name one code in several spellings, of which the index keeps one.
		const named = rules.flatMap((rule) => rule.codes.filter((code) => isSameRule(code, name)).map(canonicalCode));
		const paths = named.map(({ linter, code }) => codePath(linter, code));
		return { ...claim, spellings: [...paths, ...claim.spellings] };
	});
}

/** The same rules under the names that other linters have for them; codes that a rule names are claimed by then. */
function followingClaims({ codes, byCode }: CodeIndex<Rule>): readonly Claim[] {
	const declared = new Set(codes.map(({ name }) => codeKey(name)));
	return codes.flatMap(({ name, rules }) =>
		sameCodes(name)
			.slice(1)
			.filter((twin) => !declared.has(codeKey(twin)))
			.map((twin) => {
				const found = byCode(twin);
				return claimOf(twin, found.length > 0 ? found : rules, name);
			}),
	);
}

function claimOf(name: LinterCode, rules: readonly Rule[], follows: LinterCode | null): Claim {
	const spellings = spellingsOf(name).map((code) => codePath(name.linter, code));
	return { kind: 'code', name: name.code, path: codePath(name.linter, name.code), rules, follows, spellings };
}

/** What one address leads to when several claim it: the rules of all, under the first's name. */
function merged(first: Claim | undefined, second: Claim): Claim {
	if (first === undefined) return second;
	return { ...first, rules: [...new Set([...first.rules, ...second.rules])] };
}

function withOtherPaths({ spellings, ...entry }: Claim, owners: Map<string, unknown>): CodeEntry {
	const self = owners.get(folderKey(entry.path));
	const paths = new Set<string>();
	for (const path of [entry.path, ...spellings].flatMap((one) => [one, lowerPath(one)])) {
		if (!canBeFolder(path) || (owners.get(folderKey(path)) ?? self) !== self) continue;
		owners.set(folderKey(path), self);
		paths.add(path);
	}
	return { ...entry, otherPaths: [...paths].filter((path) => path !== entry.path) };
}

function lowerPath(path: string): string {
	const segments = path.split('/').map((segment) => {
		const read = decodeURIComponent(segment);
		return read === read.toLowerCase() ? segment : encodeURI(read.toLowerCase());
	});
	return segments.join('/');
}

function groupOf(path: string, entries: readonly CodeEntry[]): CodeGroup {
	const name = decodeURIComponent(path.slice('/d/'.length, -1));
	const isFamily = entries.every(({ kind }) => kind === 'standard');
	return {
		kind: isFamily ? 'standard' : 'code',
		title: isFamily ? name.toUpperCase() : (findLinter(name)?.title ?? name),
		path,
		entries: entries.toSorted((a, b) => byName.compare(a.name, b.name)),
	};
}

function compareGroups(a: CodeGroup, b: CodeGroup): number {
	return a.kind === b.kind ? byName.compare(a.title, b.title) : a.kind === 'code' ? -1 : 1;
}
