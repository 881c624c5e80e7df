import type { Diagnostic } from '../domain/diagnostics.ts';
import { compareDiagnostics, diagnostic, severityOf } from '../domain/diagnostics.ts';
import { parseImpact } from '../domain/impact.ts';
import type { Frontmatter } from '../domain/rule.ts';
import { DECLARATION_KEYS, readDeclarations } from './declarations.ts';
import type { FrontmatterContext } from './frontmatter-context.ts';
import { readTags } from './tags.ts';
import { reportLosses } from './value-losses.ts';
import { toJson, type YamlEntry, type YamlMap, type YamlScalar } from './yaml-nodes.ts';
import { placesOf } from './yaml-places.ts';
import { readYaml } from './yaml-tree.ts';

interface FrontmatterInput {
	/** As a diagnostic names it. */
	readonly file: string;
	/** The text between the two `---` lines. */
	readonly yaml: string;
	/** Line of the file on which `yaml` begins. */
	readonly line: number;
}

interface FrontmatterResult {
	/** Null exactly when a diagnostic is an error. */
	readonly frontmatter: Frontmatter | null;
	/** In the order of the text. */
	readonly diagnostics: readonly Diagnostic[];
}

const known: ReadonlySet<string> = new Set([
	'title',
	'impact',
	'impactDescription',
	'tags',
	'section',
	...DECLARATION_KEYS,
]);

/**
 * Reads and checks the frontmatter of a rule. Every diagnostic stands at its key or value.
 * Never throws, whatever the text: what cannot be read is a diagnostic.
 */
export function parseFrontmatter({ file, yaml, line }: FrontmatterInput): FrontmatterResult {
	const at = placesOf(yaml, line);
	const diagnostics: Diagnostic[] = [];
	const context: FrontmatterContext = {
		yaml,
		at,
		report: (code, offset, args) => diagnostics.push(diagnostic(code, file, at(offset), args)),
		reportAt: (code, place, args) => diagnostics.push(diagnostic(code, file, place, args)),
	};
	const frontmatter = read(context);
	const failed = diagnostics.some((one) => severityOf(one.code) === 'error');
	return { frontmatter: failed ? null : frontmatter, diagnostics: diagnostics.sort(compareDiagnostics) };
}

function read(context: FrontmatterContext): Frontmatter | null {
	const { root, problems } = readYaml(context.yaml);
	for (const { offset, reason, hint } of problems) context.report('yaml-invalid', offset, { reason, hint });
	if (problems.length > 0) return null;
	if (root === null || (root.kind === 'scalar' && root.text === '')) {
		context.report('title-missing', 0, { empty: false });
		return null;
	}
	if (root.kind !== 'map') {
		const what = root.kind === 'list' ? 'a list' : 'a single text';
		context.report('yaml-invalid', root.start, {
			reason: `it is ${what}, not keys with values`,
			hint: 'Write one key on each line, such as `title: Close what you open`',
		});
		return null;
	}
	reportLosses(root, context);
	return readMap(root, context);
}

function readMap(root: YamlMap, context: FrontmatterContext): Frontmatter | null {
	const entries = new Map(root.entries.map((entry) => [entry.key, entry]));
	const title = readTitle(entries.get('title'), context);
	const impact = readImpact(entries.get('impact'), context);
	const impactDescription = readText(entries.get('impactDescription'), context);
	const tags = readTags(entries.get('tags')?.value ?? null, context);
	const section = readText(entries.get('section'), context);
	const { declarations, rest } = readDeclarations(entries, context);
	if (title === null) return null;
	const extra = root.entries.flatMap(({ key, value }): [string, unknown][] => {
		if (!known.has(key)) return [[key, toJson(value)]];
		return rest.has(key) ? [[key, rest.get(key)]] : [];
	});
	return {
		...title,
		...impact,
		impactDescription,
		...tags,
		section,
		...declarations,
		extra: Object.fromEntries(extra),
	};
}

function readTitle(
	entry: YamlEntry | undefined,
	context: FrontmatterContext,
): Pick<Frontmatter, 'title' | 'titlePlace'> | null {
	if (entry === undefined) {
		context.report('title-missing', 0, { empty: false });
		return null;
	}
	const { value } = entry;
	if (value.kind !== 'scalar') {
		reportType(entry, context);
		context.report('title-missing', entry.keyStart, { empty: false });
		return null;
	}
	const title = value.type === 'null' ? '' : value.text.trim();
	if (title === '') {
		context.report('title-missing', entry.keyStart, { empty: true });
		return null;
	}
	if (value.type !== 'text') {
		context.report('value-type', value.start, {
			key: 'title',
			found: `a ${value.type} to YAML: \`${value.text}\``,
			expected: `text in quotes: "${value.text}"`,
		});
	}
	return { title, titlePlace: context.at(value.start) };
}

function readImpact(
	entry: YamlEntry | undefined,
	context: FrontmatterContext,
): Pick<Frontmatter, 'impact' | 'impactWord' | 'impactPlace'> {
	const word = readText(entry, context);
	if (entry === undefined || word === null) return { impact: null, impactWord: null, impactPlace: null };
	const impact = parseImpact(word);
	if (impact === null) context.report('impact-unknown', entry.value.start, { word });
	return { impact, impactWord: impact === null ? word : null, impactPlace: context.at(entry.value.start) };
}

/** Any scalar as its author wrote it; null for one that is missing, empty, or no scalar, which is reported. */
function readText(entry: YamlEntry | undefined, context: FrontmatterContext): string | null {
	if (entry === undefined) return null;
	if (entry.value.kind !== 'scalar') {
		reportType(entry, context);
		return null;
	}
	return textOf(entry.value) || null;
}

function textOf(value: YamlScalar): string {
	return value.type === 'null' ? '' : value.text.trim();
}

function reportType({ key, value }: YamlEntry, context: FrontmatterContext): void {
	const first = context.yaml.charAt(value.start);
	const expected = /[[{]/.test(first) ? `text, in quotes when it begins with \`${first}\`` : 'text';
	const found = value.kind === 'list' ? 'a list' : 'a group of keys and values';
	context.report('value-type', value.start, { key, found, expected });
}
