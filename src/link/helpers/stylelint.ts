import { canonicalCode } from '../../domain/linters.ts';
import type { LinkCatalog } from '../catalog.ts';
import { ruleUrl } from './addresses.ts';

const LINTER = 'stylelint';

/** A stylelint config, as far as links need it. */
export interface StylelintRules {
	readonly rules?: Readonly<Record<string, unknown>>;
	readonly overrides?: readonly StylelintRules[];
}

/** Every stylelint rule that the catalog explains, with the address of the team's rule: `{ 'property-no-unknown': 'https://…' }`. */
export function stylelintLinks(catalog: LinkCatalog): Readonly<Record<string, string>> {
	const names = catalog.rules
		.flatMap(({ linters }) => Object.entries(linters))
		.flatMap(([linter, codes]) => codes.map((code) => canonicalCode({ linter, code })))
		.filter(({ linter }) => linter === LINTER)
		.map(({ code }) => [code, ruleUrl(catalog, LINTER, code)] as const);
	return Object.fromEntries(names.filter((entry): entry is [string, string] => entry[1] !== null));
}

/**
 * The same stylelint config, with the team's address as the `url` of every rule that is set in it and has one.
 * All other options stay, and so does a `url` that is there. Rules that only an extended config sets are not touched:
 * their options are not known here.
 */
export function withStylelintLinks<C extends StylelintRules>(config: C, catalog: LinkCatalog): C {
	const { rules, overrides } = config;
	return {
		...config,
		...(rules === undefined ? {} : { rules: linkRules(rules, catalog) }),
		...(overrides === undefined ? {} : { overrides: overrides.map((one) => withStylelintLinks(one, catalog)) }),
	};
}

function linkRules(rules: Readonly<Record<string, unknown>>, catalog: LinkCatalog) {
	const entries = Object.entries(rules).map(([name, setting]) => {
		const url = ruleUrl(catalog, LINTER, name);
		const options = url === null ? null : optionsOf(name, setting);
		return [name, options === null ? setting : [options[0], { url, ...options[1] }]] as const;
	});
	return Object.fromEntries(entries);
}

/** A rule's primary and secondary options, told apart as stylelint does; null for a rule that is switched off. */
function optionsOf(name: string, setting: unknown): readonly [primary: unknown, secondary: object] | null {
	if (setting === null || setting === undefined) return null;
	if (!Array.isArray(setting)) return [setting, {}];
	const list: readonly unknown[] = setting;
	const [primary, secondary] = list;
	if (list.length > 0 && (primary === null || primary === undefined)) return null;
	if (!takesList(name) || isPlainObject(primary)) return [primary, isPlainObject(secondary) ? secondary : {}];
	if (list.length === 1 && Array.isArray(primary)) return [primary, {}];
	if (list.length === 2 && isPlainObject(secondary)) return [primary, secondary];
	return [list, {}];
}

/** Whether a rule's primary option may be a list, so that a list in the config need not be a pair of options. */
function takesList(name: string): boolean {
	return name.endsWith('-list');
}

function isPlainObject(value: unknown): value is object {
	return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof RegExp);
}
