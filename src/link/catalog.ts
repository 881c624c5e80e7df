import { type CodeIndex, indexCodes } from '../domain/code-index.ts';
import { codePath } from '../domain/ids.ts';
import type { LinterCode } from '../domain/linter.ts';
import { canonicalCode } from '../domain/linters.ts';
import { parseStandard, standardPath } from '../domain/standards.ts';

/** A rule as `/rules.json` publishes it, as far as links need it. */
export interface PublishedRule {
	readonly id: string;
	readonly title: string;
	/** Whole address of its page. */
	readonly url: string;
	readonly summary: string;
	readonly impact: string | null;
	readonly impactDescription: string | null;
	readonly tags: readonly string[];
	readonly aliases: readonly string[];
	/** Linter → codes in its own spelling. */
	readonly linters: Readonly<Record<string, readonly string[]>>;
	readonly standards: readonly string[];
}

/** Where a code leads. */
export interface CodeLink {
	/** The rule's page when there is one rule, else the page that lists them. */
	readonly url: string;
	/** At least one. */
	readonly rules: readonly PublishedRule[];
}

/** A published catalog, ready to be asked. */
export interface LinkCatalog {
	readonly name: string;
	/** Whole address of the site's root, with a slash at the end. */
	readonly url: string;
	readonly rules: readonly PublishedRule[];
	/**
	 * Where a code leads: the code in any spelling, the same rule of another linter, a team's rule of that id, else the first
	 * standard that has rules. Null when no rule explains it.
	 */
	readonly find: (code: LinterCode, standards?: readonly string[]) => CodeLink | null;
}

/** Makes rules ready to be asked. `url` is the site's root with a slash at the end. */
export function makeLinkCatalog(name: string, url: string, rules: readonly PublishedRule[]): LinkCatalog {
	const holders = rules.map((rule) => ({
		id: rule.id,
		codes: Object.entries(rule.linters).flatMap(([linter, codes]) => codes.map((code) => ({ linter, code }))),
		standards: rule.standards,
		rule,
	}));
	const index: CodeIndex<(typeof holders)[number]> = indexCodes(holders);
	const byId = new Map(rules.flatMap((rule) => [rule.id, ...rule.aliases].map((id) => [id, rule] as const)));
	const listed = new Map(index.codes.map(({ name: own, rules: found }) => [found, codePath(own.linter, own.code)]));
	const link = (found: readonly { rule: PublishedRule }[], path: string): CodeLink | null => {
		const [first] = found;
		if (first === undefined) return null;
		const address = found.length === 1 ? first.rule.url : new URL(path.replace(/^\//, ''), url).href;
		return { url: address, rules: found.map(({ rule }) => rule) };
	};
	return {
		name,
		url,
		rules,
		find: (code, standards = []) => {
			const own = canonicalCode(code);
			const explaining = index.byCode(own);
			// Only a code that some rule names has a page that lists them: of a twin, that is the twin's.
			const named = link(explaining, listed.get(explaining) ?? codePath(own.linter, own.code));
			if (named !== null) return named;
			const rule = byId.get(own.code);
			if (rule !== undefined) return { url: rule.url, rules: [rule] };
			for (const one of standards) {
				const standard = parseStandard(one);
				if (standard === null) continue;
				const found = link(index.byStandard(standard.name), standardPath(standard));
				if (found !== null) return found;
			}
			return null;
		},
	};
}
