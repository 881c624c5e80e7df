import type { ReportingConfiguration, ReportingDescriptor } from 'sarif';
import type { Config } from '../domain/config.ts';
import type { Catalog, Rule } from '../domain/rule.ts';
import { parseStandard } from '../domain/standards.ts';
import { address } from './addresses.ts';
import { cutAtWord } from './cut.ts';
import { ruleHelp } from './rule-help.ts';
import { SARIF_SCHEMA } from './sarif-schema.ts';
import { type Taxonomies, taxonomiesOf } from './sarif-taxonomies.ts';

/** Site path of the file. */
export const RULES_SARIF_PATH = '/rules.sarif';

/** GitHub refuses a run with more rules, a longer description, and keeps no more tags. */
const RULES_PER_RUN = 25_000;
const LONGEST_DESCRIPTION = 1024;
const LONGEST_NAME = 255;
const MOST_TAGS = 10;

type Published = Pick<Config, 'base' | 'title'> & { readonly site: string };

/**
 * All rules as a SARIF 2.1.0 log without results, piece by piece, so that it is never whole in memory; a line for each rule.
 * It needs the address of the site, for every rule is there to lead to its page. `version` is that of this program.
 */
export function* rulesSarif(catalog: Catalog, config: Published, version: string): Generator<string> {
	const rules = catalog.rules.toSorted((a, b) => (a.id < b.id ? -1 : 1));
	const runs = Math.max(1, Math.ceil(rules.length / RULES_PER_RUN));
	yield `{\n"$schema": ${JSON.stringify(SARIF_SCHEMA)},\n"version": "2.1.0",\n"runs": [`;
	for (let run = 0; run < runs; run++) {
		const some = rules.slice(run * RULES_PER_RUN, (run + 1) * RULES_PER_RUN);
		yield `${run === 0 ? '' : ','}\n`;
		// Runs of one tool in one file are told apart by their id.
		const id = runs === 1 ? null : `rules/${run + 1}`;
		yield* runText(some, config, version, id);
	}
	yield '\n]\n}\n';
}

function* runText(rules: readonly Rule[], config: Published, version: string, id: string | null): Generator<string> {
	const urlOf = (path: string) => address(config, path);
	const taxonomies = taxonomiesOf(rules, urlOf);
	const supported = taxonomies.components.map(({ name }, index) => ({ name, index }));
	const driver = {
		name: config.title,
		version,
		informationUri: urlOf('/'),
		...(supported.length > 0 && { supportedTaxonomies: supported }),
	};
	yield `{\n"tool": { "driver": ${JSON.stringify(driver).slice(0, -1)},"rules":[`;
	for (const [index, rule] of rules.entries()) {
		yield `${index === 0 ? '' : ','}\n${JSON.stringify(descriptor(rule, taxonomies, urlOf))}`;
	}
	yield '\n]} },\n';
	if (id !== null) yield `"automationDetails": ${JSON.stringify({ id })},\n`;
	if (supported.length > 0) yield `"taxonomies": ${JSON.stringify(taxonomies.components)},\n`;
	yield '"results": []\n}';
}

function descriptor(rule: Rule, taxonomies: Taxonomies, urlOf: (path: string) => string): ReportingDescriptor {
	const relationships = taxonomies.relationshipsOf(rule);
	const tags = tagsOf(rule);
	return {
		id: rule.id,
		...nameOf(rule),
		...(rule.aliases.length > 0 && { deprecatedIds: [...new Set(rule.aliases)] }),
		shortDescription: { text: cutAtWord(rule.title, LONGEST_DESCRIPTION) },
		fullDescription: { text: cutAtWord(rule.summary.trim() === '' ? rule.title : rule.summary, LONGEST_DESCRIPTION) },
		helpUri: urlOf(rule.path),
		help: ruleHelp(rule, urlOf),
		defaultConfiguration: { level: levelOf(rule) },
		...(tags.length > 0 && { properties: { tags } }),
		...(relationships.length > 0 && { relationships: [...relationships] }),
	};
}

/** The name that viewers show beside an id: `CloseFiles` for `close-files`; none where the stem is not of such words. */
function nameOf({ stem }: Rule): Pick<ReportingDescriptor, 'name'> {
	if (!/^[a-z][a-z0-9]*(?:[-_.][a-z0-9]+)*$/i.test(stem) || stem.length > LONGEST_NAME) return {};
	return { name: stem.replace(/(?:^|[-_.])([a-z0-9])/gi, (_, first: string) => first.toUpperCase()) };
}

function levelOf({ impact }: Rule): NonNullable<ReportingConfiguration['level']> {
	if (impact === 'CRITICAL' || impact === 'HIGH') return 'error';
	return impact === 'LOW' || impact === 'LOW-MEDIUM' ? 'note' : 'warning';
}

/**
 * A weakness comes first: by its tag GitHub knows it. To GitHub, `security` makes a rule one of security, and
 * `external/cwe/…` names its weakness: an author's own tags of that kind stay out.
 * There is no `security-severity`, for an impact is no such score.
 */
function tagsOf({ standards, tags }: Rule): string[] {
	const weaknesses = standards.flatMap((written) => {
		const standard = parseStandard(written);
		return standard?.family === 'cwe' ? [`external/cwe/cwe-${standard.key.padStart(3, '0')}`] : [];
	});
	const security = weaknesses.length > 0 ? ['security'] : [];
	const others = tags.filter((tag) => !/^(?:security$|external\/)/i.test(tag));
	return [...new Set([...security, ...weaknesses, ...others])].slice(0, MOST_TAGS);
}
