import type { LinkCatalog } from '../catalog.ts';
import { ruleUrl } from './addresses.ts';
import { copyWith } from './copy-with.ts';

/** What ESLint knows of a rule, as far as links need it. */
interface Rule {
	readonly meta?: { readonly docs?: { readonly url?: string } };
	readonly create: (...context: readonly unknown[]) => unknown;
}

type Rules = Readonly<Record<string, Rule>>;

/** Makes ESLint's own formatters and editors show the team's addresses, from within `eslint.config.js`. */
export interface EslintLinks {
	/**
	 * A copy of a plugin whose rules have the team's address in `meta.docs.url`, where a rule of the catalog explains them.
	 * `prefix` is the key under which the config lists the plugin. The plugin itself stays as it is; the same plugin under
	 * the same prefix gives the same copy, as ESLint asks for, and its `configs` list the copy.
	 */
	readonly plugin: <P extends object>(prefix: string, plugin: P) => P;
	/** The same configs, with `plugin` applied to every plugin that they list: for shared configs that bring their own. */
	readonly configs: <C>(configs: C) => C;
	/**
	 * Puts the team's addresses into ESLint's own rules and tells whether it did. **This uses an unsupported ESLint API**:
	 * it changes objects of the ESLint that `load` imports, for this process. When they are gone or may not be changed,
	 * nothing happens and the answer is false. Call it as `await links.core(() => import('eslint/use-at-your-own-risk'))`.
	 */
	readonly core: (load: () => Promise<unknown>) => Promise<boolean>;
}

/** Links of a catalog for ESLint's flat config. */
export function eslintLinks(catalog: LinkCatalog): EslintLinks {
	const copies = new WeakMap<object, Map<string, object>>();
	const urlOf = (id: string) => ruleUrl(catalog, 'eslint', id);

	const plugin = <P extends object>(prefix: string, original: P): P => {
		const known = copies.get(original) ?? new Map<string, object>();
		const done = known.get(prefix);
		if (done !== undefined) return done as P;
		const { rules } = original as { rules?: Rules };
		const linked = (rules === undefined ? {} : { rules: linkRules(rules, prefix, urlOf) }) as Partial<P>;
		const copy = copyWith(original, linked);
		known.set(prefix, copy);
		// A copy that is handed in again is its own copy.
		copies.set(original, known).set(copy, known);
		if ('configs' in original) {
			Object.defineProperty(copy, 'configs', { ...lazily(() => linkMembers(original.configs, configs)) });
		}
		return copy;
	};

	const configs = <C>(given: C): C => {
		if (Array.isArray(given)) return given.map(configs) as C;
		if (!isObject(given)) return given;
		const config = given as { plugins?: unknown; extends?: unknown };
		// A list of names is the config format of old, which no flat config can hold.
		const linked = isObject(config.plugins) && !Array.isArray(config.plugins);
		return copyWith<object>(config, {
			...(linked ? { plugins: linkPlugins(config.plugins as object, plugin) } : {}),
			...(Array.isArray(config.extends) ? { extends: config.extends.map(configs) } : {}),
		}) as C;
	};

	return { plugin, configs, core: (load) => linkCore(load, urlOf) };
}

function linkPlugins(plugins: object, link: EslintLinks['plugin']): object {
	const entries = Object.entries(plugins).map(
		([prefix, plugin]) => [prefix, isObject(plugin) ? link(prefix, plugin) : plugin] as const,
	);
	return Object.fromEntries(entries);
}

function linkRules(rules: Rules, prefix: string, urlOf: (id: string) => string | null): Rules {
	const changes: Record<string, Rule> = {};
	// Some plugins load a rule when it is asked for; so only rules with a page are.
	for (const name of Object.keys(rules)) {
		const url = urlOf(`${prefix}/${name}`);
		const rule = url === null ? undefined : rules[name];
		if (url !== null && isObject(rule)) changes[name] = linkRule(rule, url);
	}
	return copyWith(rules, changes);
}

function linkRule(rule: Rule, url: string): Rule {
	const meta = rule.meta ?? {};
	return copyWith(rule, {
		meta: copyWith(meta, { docs: copyWith(meta.docs ?? {}, { url }) }),
		// The rule keeps its own `this`, which may have private fields.
		create: (...context) => rule.create(...context),
	});
}

/** Reads a property only when it is asked for, and once: configs of plugins are often made on demand. */
function lazily(read: () => unknown): PropertyDescriptor {
	let value: { readonly read: unknown } | null = null;
	const get = () => {
		value ??= { read: read() };
		return value.read;
	};
	return { get, enumerable: true, configurable: true };
}

function linkMembers(members: unknown, link: (member: unknown) => unknown): unknown {
	if (!isObject(members)) return members;
	const read = (key: string) => () => link((members as Readonly<Record<string, unknown>>)[key]);
	return Object.defineProperties({}, Object.fromEntries(Object.keys(members).map((key) => [key, lazily(read(key))])));
}

async function linkCore(load: () => Promise<unknown>, urlOf: (id: string) => string | null): Promise<boolean> {
	try {
		const api = (await load()) as { builtinRules?: ReadonlyMap<string, Rule> };
		const changes: { docs: { url?: string }; url: string }[] = [];
		// ESLint loads a rule when it is asked for; so only rules with a page are.
		for (const id of api.builtinRules?.keys() ?? []) {
			const url = urlOf(id);
			const docs = url === null ? undefined : api.builtinRules?.get(id)?.meta?.docs;
			if (url !== null && docs !== undefined) changes.push({ docs, url });
		}
		if (api.builtinRules === undefined || changes.some(({ docs }) => !takesUrl(docs))) return false;
		for (const { docs, url } of changes) docs.url = url;
		return true;
	} catch {
		// An ESLint that no longer has this door: its own pages stay.
		return false;
	}
}

function takesUrl(docs: object): boolean {
	const own = Object.getOwnPropertyDescriptor(docs, 'url');
	return own === undefined ? Object.isExtensible(docs) : own.writable === true;
}

function isObject(value: unknown): value is object {
	return typeof value === 'object' && value !== null;
}
