import { codePath, linterPath } from '../../domain/ids.ts';
import type { LinterCode, LinterSnippet } from '../../domain/linter.ts';
import { canonicalCode, codeKey, findLinter, sameCodes } from '../../domain/linters.ts';
import type { Catalog, Rule } from '../../domain/rule.ts';
import { parseStandard, standardPage, standardPath } from '../../domain/standards.ts';
import type { CodeEntry, CodeGroup } from './code-groups.ts';
import { codeGroupsOf } from './code-pages.ts';

/** A code as a rule's page shows it. */
export interface RuleCode {
	readonly code: string;
	/** The place on the page that shows it: no anchor of a heading has a colon. */
	readonly anchor: string;
	/** Site path of the page that leads here; null when the site has none. */
	readonly path: string | null;
	/** How many rules explain it. */
	readonly rules: number;
	/** The linter's own page. */
	readonly page: string | null;
	/** Comments that silence it, then lines that switch it on; the labels say which. */
	readonly snippets: readonly LinterSnippet[];
}

/** A linter and its codes that lead to a rule. */
export interface RuleLinter {
	readonly title: string;
	/** Site path of all its codes. */
	readonly path: string;
	readonly codes: readonly RuleCode[];
}

/** A standard that a rule serves. */
export interface RuleStandard {
	readonly name: string;
	/** Site path of all rules that serve it; null for a standard of no known family. */
	readonly path: string | null;
	/** The standard's own page. */
	readonly page: string | null;
}

/** The codes of a rule by linter, both in the order in which the rule names them. */
export function ruleLinters(rule: Rule, catalog: Catalog): readonly RuleLinter[] {
	const entries = entriesOf(catalog);
	const names = rule.codes.map(canonicalCode);
	const codes = names.map((name, place) => ({
		linter: name.linter,
		shown: ruleCode(name, `code:${place + 1}`, entries),
	}));
	return [...Map.groupBy(codes, ({ linter }) => linter)].map(([linter, some]) => ({
		title: findLinter(linter)?.title ?? linter,
		path: linterPath(linter),
		codes: some.map(({ shown }) => shown),
	}));
}

/** What other linters, and other guidelines of the same one, call the rules of these codes; what the rule names itself is left out. */
export function equivalents(rule: Rule, catalog: Catalog): readonly RuleLinter[] {
	const entries = entriesOf(catalog);
	const named = new Set(rule.codes.map(codeKey));
	const others = new Map(rule.codes.flatMap(sameCodes).map((name) => [codeKey(name), name]));
	const left = [...others].filter(([key]) => !named.has(key)).map(([, name]) => name);
	return [...Map.groupBy(left, ({ linter }) => linter)].map(([linter, some]) => ({
		title: findLinter(linter)?.title ?? linter,
		path: linterPath(linter),
		codes: some.map((name) => ruleCode(name, '', entries)),
	}));
}

/** The standards of a rule, in the order in which it names them. */
export function ruleStandards(rule: Rule): readonly RuleStandard[] {
	return rule.standards.map((text) => {
		const standard = parseStandard(text);
		if (standard === null) return { name: text, path: null, page: null };
		return { name: standard.name, path: standardPath(standard), page: standardPage(standard) };
	});
}

function ruleCode(name: LinterCode, anchor: string, entries: ReadonlyMap<string, CodeEntry>): RuleCode {
	const linter = findLinter(name.linter);
	const path = codePath(name.linter, name.code);
	return {
		code: name.code,
		anchor,
		path: entries.has(path) ? path : null,
		rules: entries.get(path)?.rules.length ?? 1,
		page: linter?.page(name.code) ?? null,
		snippets: [
			...(linter?.suppress(name.code) ?? []).map((snippet) => labelled('Silence it', snippet)),
			...(linter?.configure(name.code) ?? []).map((snippet) => labelled('Switch it on', snippet)),
		],
	};
}

function labelled(what: string, snippet: LinterSnippet): LinterSnippet {
	return { ...snippet, label: `${what} ${snippet.label}` };
}

const made = new WeakMap<readonly CodeGroup[], ReadonlyMap<string, CodeEntry>>();

/** What every site path below `/d/` leads to. */
function entriesOf(catalog: Catalog): ReadonlyMap<string, CodeEntry> {
	const groups = codeGroupsOf(catalog);
	const known = made.get(groups);
	if (known !== undefined) return known;
	const entries = groups.flatMap((group) => group.entries);
	const fresh = new Map(entries.flatMap((entry) => [entry.path, ...entry.otherPaths].map((path) => [path, entry])));
	made.set(groups, fresh);
	return fresh;
}
