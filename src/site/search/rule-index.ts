import { createHash } from 'node:crypto';
import { IMPACTS } from '../../domain/impact.ts';
import { canonicalCode, findLinter } from '../../domain/linters.ts';
import type { Catalog, Rule } from '../../domain/rule.ts';
import { tagKey, tagSlug } from '../../domain/tags.ts';
import { defaultOrder, type RuleFile, SUMMARIES_PER_FILE } from '../client/rule-file.ts';
import { brief } from '../html/text.ts';
import { mostUsed } from '../tag-index.ts';

const SUMMARY_LENGTH = 150;

/** The catalog as the browser of rules loads it. */
export function ruleFile(catalog: Catalog): RuleFile {
	const tags = mostUsed(catalog.tags, catalog.tags.length);
	const tagPlace = new Map(tags.map((tag, place) => [tag.key, place]));
	const languages = mostUsedLanguages(catalog.rules).map(([language]) => language);
	const languagePlace = new Map(languages.map((language, place) => [language, place]));
	const sets = new Map<string, number>();
	const ruleLanguages = catalog.rules.map((rule) => {
		const key = JSON.stringify(places(rule.languages, languagePlace));
		const place = sets.get(key) ?? sets.size;
		sets.set(key, place);
		return place;
	});
	return {
		version: 1,
		packs: catalog.packs.map((pack) => `${pack.name}\t${oneLine(pack.title)}`),
		...sectionRuns(catalog),
		tags: tags.map((tag) => tag.name),
		slugs: Object.fromEntries(
			tags.flatMap((tag, place) => (tagSlug(tagKey(tag.name)) === tag.slug ? [] : [[place, tag.slug]])),
		),
		languages,
		rules: catalog.rules.map((rule) => `${oneLine(rule.title)}\t${rule.stem}`),
		impacts: catalog.rules.map(impactDigit).join(''),
		ruleTags: catalog.rules.map((rule) => places(rule.tags.map(tagKey), tagPlace)),
		languageSets: [...sets.keys()].map((key) => JSON.parse(key) as number[]),
		ruleLanguages,
		linters: mostUsedLinters(catalog.rules).map(({ name, title, rules }) => [`${name}\t${oneLine(title)}`, rules]),
		deprecated: deprecatedPlaces(catalog),
	};
}

/** The summaries of all rules, cut into files by the default order: the first page of results needs one file. */
export function summaryFiles(catalog: Catalog): readonly (readonly string[])[] {
	const order = defaultOrder({
		impacts: catalog.rules.map(impactDigit).join(''),
		deprecated: deprecatedPlaces(catalog),
	});
	const summaries = [...order].flatMap((place) => {
		const rule = catalog.rules[place];
		return rule === undefined ? [] : [summaryOf(rule)];
	});
	const files = Math.ceil(summaries.length / SUMMARIES_PER_FILE);
	return Array.from({ length: files }, (_, i) => summaries.slice(i * SUMMARIES_PER_FILE, (i + 1) * SUMMARIES_PER_FILE));
}

/** What a list of rules says of a rule under its title. */
export function summaryOf(rule: Rule): string {
	return brief(rule.summary === '' ? (rule.impactDescription ?? '') : rule.summary, SUMMARY_LENGTH);
}

/** Changes whenever the files of the index do: pages ask for them under it, so a stale copy is never mixed with a new page. */
export function indexVersion(catalog: Catalog): string {
	const hash = createHash('sha256');
	for (const pack of catalog.packs) {
		hash.update(JSON.stringify([pack.name, pack.title, pack.sections.map((one) => [one.slug, one.title, one.rules])]));
	}
	for (const rule of catalog.rules) {
		// Codes may come from the config, of which the rule's own digest knows nothing.
		hash.update(`${rule.id}\n${rule.digest}\n${JSON.stringify(lintersOf(rule))}\n`);
	}
	return hash.digest('hex').slice(0, 10);
}

function deprecatedPlaces({ rules }: Catalog): readonly number[] {
	return rules.flatMap(({ deprecated }, place) => (deprecated === null ? [] : [place]));
}

function impactDigit(rule: Rule): string {
	return String(rule.impact === null ? IMPACTS.length : IMPACTS.indexOf(rule.impact));
}

function places(keys: readonly string[], placeOf: ReadonlyMap<string, number>): number[] {
	return keys.flatMap((key) => placeOf.get(key) ?? []).sort((a, b) => a - b);
}

/** Every language with the number of rules that show it, most used first. */
export function mostUsedLanguages(rules: readonly Rule[]): [language: string, rules: number][] {
	const uses = new Map<string, number>();
	for (const language of rules.flatMap((rule) => rule.languages)) {
		uses.set(language, (uses.get(language) ?? 0) + 1);
	}
	return [...uses].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
}

/** A linter of which rules name codes, with the places of those rules in the catalog. */
export interface UsedLinter {
	readonly name: string;
	readonly title: string;
	readonly rules: readonly number[];
}

/** Every linter with the rules that name a code of it, most used first. */
export function mostUsedLinters(rules: readonly Rule[]): readonly UsedLinter[] {
	const places = new Map<string, number[]>();
	for (const [place, rule] of rules.entries()) {
		for (const linter of lintersOf(rule)) {
			const some = places.get(linter) ?? [];
			some.push(place);
			places.set(linter, some);
		}
	}
	return [...places]
		.map(([name, some]) => ({ name, title: findLinter(name)?.title ?? name, rules: some }))
		.sort((a, b) => b.rules.length - a.rules.length || (a.name < b.name ? -1 : 1));
}

function lintersOf(rule: Rule): readonly string[] {
	return [...new Set(rule.codes.map((code) => canonicalCode(code).linter))];
}

function sectionRuns(catalog: Catalog): Pick<RuleFile, 'sections' | 'runs'> {
	const placeOf = new Map<string, number>();
	const sections = catalog.packs.flatMap((pack, place) =>
		pack.sections.map((section): [number, string] => {
			placeOf.set(`${pack.name}/${section.slug}`, placeOf.size);
			return [place, `${section.slug}\t${oneLine(section.title)}`];
		}),
	);
	const runs: [number, number][] = [];
	for (const rule of catalog.rules) {
		const section = placeOf.get(`${rule.pack}/${rule.section}`) ?? -1;
		const last = runs.at(-1);
		if (last?.[0] === section) {
			last[1] += 1;
		} else {
			runs.push([section, 1]);
		}
	}
	return { sections, runs };
}

/** Tabs part the fields of a column, so no field may hold one. */
function oneLine(text: string): string {
	return text.replace(/\s+/g, ' ');
}
