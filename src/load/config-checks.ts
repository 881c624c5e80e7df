import { idSegment } from '../domain/ids.ts';
import { nearest } from '../domain/nearest.ts';
import type { RuleAnnotation } from './rule-annotation.ts';
import type { ConfigProblem, UserConfig } from './user-config.ts';

type Check = (value: unknown, key: string) => readonly ConfigProblem[];

/** Every key there is, with what its value must be. */
const CHECKS = {
	title: filledText('a name such as `Our rules`'),
	description: filledText('a sentence about the site'),
	content: contentFolders,
	out: filledText('a folder such as `dist`'),
	site: orNull(siteUrl),
	base: basePath,
	trusted: listOf(filledText('the name of a pack')),
	packNames,
	rules,
	editUrl: orNull(editUrl),
	ogImages: yesOrNo,
	precompress: yesOrNo,
} as const satisfies Record<keyof UserConfig, Check>;

const ANNOTATION_KEYS: readonly string[] = Object.keys({
	linters: true,
	standards: true,
	aliases: true,
	related: true,
	conflicts: true,
	deprecated: true,
} satisfies Record<keyof RuleAnnotation, true>);

/** All that is wrong with what a config file exports; empty when it can be used as a `UserConfig`. */
export function configProblems(exported: unknown): readonly ConfigProblem[] {
	if (!isRecord(exported)) {
		const fix = 'Write `export default { title: … }`';
		return [{ key: null, found: `The default export is ${nameOf(exported)}`, expected: 'an object', fix }];
	}
	return Object.entries(exported).flatMap(([key, value]) => {
		if (!isKnown(key)) return [unknownKey(key)];
		return value === undefined ? [] : CHECKS[key](value, key);
	});
}

export function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isKnown(key: string): key is keyof UserConfig {
	return Object.hasOwn(CHECKS, key);
}

function unknownKey(
	key: string,
	known: readonly string[] = Object.keys(CHECKS),
	of = 'the configuration',
): ConfigProblem {
	const near = nearest(key.slice(key.lastIndexOf('.') + 1), known);
	const expected = `one of ${known.join(', ')}`;
	const fix = near === null ? 'Remove the key' : `Write \`${near}\` if that is what you mean`;
	return { key, found: `\`${key}\` is not a key of ${of}`, expected, fix };
}

function filledText(expected: string): Check {
	return (value, key) =>
		typeof value === 'string' && value.trim() !== '' ? [] : [wrong(key, value, expected, `Write ${expected}`)];
}

function yesOrNo(value: unknown, key: string): readonly ConfigProblem[] {
	return typeof value === 'boolean' ? [] : [wrong(key, value, 'true or false', `Write ${key}: true`)];
}

function orNull(check: Check): Check {
	return (value, key) => (value === null ? [] : check(value, key));
}

function listOf(check: Check): Check {
	return (value, key) => {
		if (!Array.isArray(value)) return [wrong(key, value, 'a list', `Write ${key}: […]`)];
		return value.flatMap((item, index) => check(item, `${key}[${index}]`));
	};
}

function contentFolders(value: unknown, key: string): readonly ConfigProblem[] {
	const folder = filledText('a folder such as `content`');
	if (!Array.isArray(value)) return folder(value, key);
	if (value.length > 0) return listOf(folder)(value, key);
	const fix = "Name a folder, or leave the key out for ['content']";
	return [{ key, found: `\`${key}\` is an empty list`, expected: 'at least one folder', fix }];
}

/** The site's origin alone: a path below it is the base, and there is one place for it. */
export function siteUrl(value: unknown, key: string): readonly ConfigProblem[] {
	const expected = 'an address such as `https://rules.example.org`';
	const url = typeof value === 'string' ? URL.parse(value) : null;
	if (url === null || !isHttp(url)) return [wrong(key, value, expected, 'Write the whole address, with https://')];
	if (url.username !== '' || url.search !== '' || url.hash !== '') {
		return [wrong(key, value, expected, 'Leave out the user, the query and the anchor')];
	}
	if (url.pathname !== '/') {
		return [wrong(key, value, `${expected} without a path`, `Write ${key} "${url.origin}" and base "${url.pathname}"`)];
	}
	return [];
}

export function basePath(value: unknown, key: string): readonly ConfigProblem[] {
	const expected = 'a path such as `/docs/`';
	const usable = typeof value === 'string' && !/[?#\\:\s]|\/\/|(^|\/)\.{1,2}(\/|$)/.test(value);
	return usable ? [] : [wrong(key, value, expected, `Write ${expected}, without a host, blanks, \`?\` or \`#\``)];
}

function packNames(value: unknown, key: string): readonly ConfigProblem[] {
	if (!isRecord(value)) return [wrong(key, value, 'an object', `Write ${key}: { 'folder/of/the-pack': 'its-name' }`)];
	return Object.entries(value).flatMap(([folder, name]) => {
		const where = `${key}[${JSON.stringify(folder)}]`;
		if (typeof name === 'string' && name !== '' && idSegment(name) === name) return [];
		const fix = typeof name === 'string' && name !== '' ? `Write "${idSegment(name)}"` : 'Write the name';
		return [wrong(where, name, 'a pack name of letters, digits and hyphens', fix)];
	});
}

/** Only the outline: what the keys of a rule hold is checked with its places, as frontmatter is. */
function rules(value: unknown, key: string): readonly ConfigProblem[] {
	const example = "{ 'pack/stem': { linters: { eslint: ['no-eval'] } } }";
	if (!isRecord(value)) return [wrong(key, value, 'an object', `Write ${key}: ${example}`)];
	return Object.entries(value).flatMap(([id, annotation]) => {
		const where = `${key}[${JSON.stringify(id)}]`;
		if (!isRecord(annotation)) return [wrong(where, annotation, 'an object', `Write ${key}: ${example}`)];
		return Object.entries(annotation).flatMap(([name, inner]) => {
			const at = `${where}.${name}`;
			if (!ANNOTATION_KEYS.includes(name)) return [unknownKey(at, ANNOTATION_KEYS, 'a rule')];
			return isPlainData(inner, 0) ? [] : [wrong(at, inner, 'text, lists and objects', 'Write nothing else there')];
		});
	});
}

/** Text, numbers, lists and objects that JSON could hold too: a program may export anything, even what holds itself. */
function isPlainData(value: unknown, depth: number): boolean {
	if (depth > 10) return false;
	if (Array.isArray(value)) return value.every((item) => isPlainData(item, depth + 1));
	if (isRecord(value)) {
		const kind: unknown = Object.getPrototypeOf(value);
		const isPlain = kind === Object.prototype || kind === null;
		return isPlain && Object.values(value).every((item) => isPlainData(item, depth + 1));
	}
	return value === undefined || value === null || ['string', 'number', 'boolean'].includes(typeof value);
}

function editUrl(value: unknown, key: string): readonly ConfigProblem[] {
	const expected = 'an address that holds `{source}`, such as `https://example.org/edit/main/content/{source}`';
	const url = typeof value === 'string' ? URL.parse(value) : null;
	if (url !== null && isHttp(url) && String(value).includes('{source}')) return [];
	return [wrong(key, value, expected, 'Write the whole address, with https:// and {source}')];
}

function isHttp(url: URL): boolean {
	return url.protocol === 'https:' || url.protocol === 'http:';
}

function wrong(key: string, value: unknown, expected: string, fix: string): ConfigProblem {
	return { key, found: `\`${key}\` is ${nameOf(value)}`, expected, fix };
}

/** A value as a message names it: short, and never more than one line. */
function nameOf(value: unknown): string {
	if (value === undefined) return 'missing';
	if (Array.isArray(value)) return 'a list';
	if (typeof value === 'string') return JSON.stringify(value.length > 80 ? `${value.slice(0, 80)}…` : value);
	if (value === null || typeof value === 'number' || typeof value === 'boolean') return String(value);
	return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
