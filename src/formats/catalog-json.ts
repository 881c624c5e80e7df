import type { Config } from '../domain/config.ts';
import type { Catalog, Example, Rule } from '../domain/rule.ts';
import type { Whereabouts } from './addresses.ts';
import { address } from './addresses.ts';

/**
 * The text of `/rules.json`: every rule, sorted by id in code-unit order, without a timestamp.
 * The same catalog gives the same bytes.
 */
export function catalogJson(catalog: Catalog, config: Whereabouts & Pick<Config, 'title'>): string {
	const rules = [...catalog.rules].sort((a, b) => (a.id < b.id ? -1 : 1));
	const file = {
		version: 1,
		name: config.title,
		url: address(config, '/'),
		rules: rules.map((rule) => catalogRule(rule, config)),
	};
	return `${JSON.stringify(file, null, '\t')}\n`;
}

function catalogRule(rule: Rule, where: Whereabouts) {
	return {
		id: rule.id,
		pack: rule.pack,
		section: rule.section,
		title: rule.title,
		url: address(where, rule.path),
		source: rule.source,
		impact: rule.impact,
		impactDescription: rule.impactDescription,
		tags: rule.tags,
		summary: rule.summary,
		examples: rule.examples.map(catalogExample),
	};
}

function catalogExample({ kind, reason, language, place }: Example) {
	return { kind, reason, language, place: { line: place.line, column: place.column } };
}
