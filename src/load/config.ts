import { readFile, stat } from 'node:fs/promises';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Config } from '../domain/config.ts';
import { basePath, configProblems, siteUrl } from './config-checks.ts';
import { ConfigError, type ConfigProblem, type UserConfig } from './user-config.ts';

export { ConfigError, type ConfigProblem, type UserConfig } from './user-config.ts';

export const CONFIG_FILE = 'rulepress.config.mjs';

/** What the command line may set; it wins over the config file. Paths are relative to the working folder. */
export interface Overrides {
	readonly content?: readonly string[];
	readonly out?: string;
	readonly site?: string;
	readonly base?: string;
	readonly precompress?: boolean;
}

/**
 * The configuration of a project, every default filled in.
 * Looks for `rulepress.config.mjs` in `folder`, or takes `explicitFile` (relative to `folder`), which then must exist.
 * Throws `ConfigError` when the file cannot be imported or a key cannot be used.
 */
export async function loadConfig(folder: string, explicitFile?: string): Promise<Config> {
	const file = resolve(folder, explicitFile ?? CONFIG_FILE);
	const changed = await lastChange(file);
	if (changed === null) {
		if (explicitFile === undefined) return withDefaults({ root: resolve(folder), file: null, text: '' }, {});
		const fix = `Create it, or leave the option out to use ${CONFIG_FILE}`;
		throw new ConfigError(file, [{ key: null, found: 'The file is not there', expected: 'a config file', fix }]);
	}
	const exported = await importDefault(file, changed);
	const problems = configProblems(exported);
	if (problems.length > 0) throw new ConfigError(file, problems);
	const text = await readFile(file, 'utf8');
	return withDefaults({ root: dirname(file), file, text }, exported as UserConfig);
}

/**
 * The configuration with what the command line asks for put over it.
 * Throws `ConfigError` (with no file) for a site that is no http address, a base that is no path, or an unsafe output folder.
 */
export function withOverrides(config: Config, overrides: Overrides): Config {
	const { content, out, site, base, precompress } = overrides;
	const problems = [
		...(site === undefined ? [] : siteUrl(site, '--site')),
		...(base === undefined ? [] : basePath(base, '--base')),
	];
	if (problems.length > 0) throw new ConfigError(null, problems);
	const changed = {
		...config,
		...(content === undefined || content.length === 0
			? {}
			: { content: content.map((folder) => resolve(folder)), ownContent: false }),
		...(out === undefined ? {} : { out: resolve(out) }),
		...(site === undefined ? {} : { site: normalSite(site) }),
		...(base === undefined ? {} : { base: normalBase(base) }),
		...(precompress === undefined ? {} : { precompress }),
	};
	const unsafe = unsafeOut(changed, '--out');
	if (unsafe !== null) throw new ConfigError(null, [unsafe]);
	return changed;
}

function withDefaults(own: Pick<Config, 'root' | 'file' | 'text'>, user: UserConfig): Config {
	const { root, file } = own;
	const content = typeof user.content === 'string' ? [user.content] : (user.content ?? ['content']);
	const config: Config = {
		...own,
		title: user.title ?? 'Rulepress',
		description: user.description ?? 'Coding rules with their reasons, incorrect and correct examples',
		content: content.map((folder) => resolve(root, folder)),
		out: resolve(root, user.out ?? 'dist'),
		site: typeof user.site === 'string' ? normalSite(user.site) : null,
		base: normalBase(user.base ?? '/'),
		trusted: user.trusted ?? [],
		packNames: user.packNames ?? {},
		rules: Object.fromEntries(Object.entries(user.rules ?? {}).map(([id, keys]) => [id, { ...keys }])),
		ownContent: true,
		editUrl: user.editUrl ?? null,
		ogImages: user.ogImages ?? false,
		precompress: user.precompress ?? false,
	};
	const unsafe = unsafeOut(config, 'out');
	if (unsafe !== null) throw new ConfigError(file, [unsafe]);
	return config;
}

/** A finished build replaces the whole output folder: it must hold nothing that is somebody's work. */
function unsafeOut(config: Config, key: string): ConfigProblem | null {
	const held = [config.root, ...config.content].find((folder) => holds(config.out, folder));
	if (held === undefined) return null;
	const found = `\`${key}\` is ${config.out}, which holds ${held === config.out ? 'your files' : held}`;
	return {
		key,
		found,
		expected: 'a folder of its own',
		fix: 'Name a folder such as `dist`: a build replaces all of it',
	};
}

function holds(outer: string, inner: string): boolean {
	const way = relative(outer, inner);
	return way === '' || !(way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way));
}

function normalSite(site: string): string {
	return new URL(site).origin;
}

function normalBase(base: string): string {
	const inner = base.replace(/^\/+|(?<!\/)\/+$/g, '');
	return inner === '' ? '/' : `/${inner}/`;
}

/** When the file last changed, or null when there is no such file. */
async function lastChange(file: string): Promise<number | null> {
	const found = await stat(file).catch(() => null);
	return found?.isFile() ? found.mtimeMs : null;
}

/** Node keeps a module for good; the time in the address makes an edited file load anew. */
async function importDefault(file: string, changed: number): Promise<unknown> {
	const address = pathToFileURL(file);
	address.search = `changed=${changed}`;
	try {
		const module: { default?: unknown } = await import(/* @vite-ignore */ address.href);
		return module.default;
	} catch (cause) {
		const reason = cause instanceof Error ? cause.message : String(cause);
		const fix = 'Correct the file; it is an ES module with a default export';
		const found = `The file cannot be imported: ${reason.split('\n', 1)[0]}`;
		throw new ConfigError(file, [{ key: null, found, expected: 'a module that loads', fix }]);
	}
}
