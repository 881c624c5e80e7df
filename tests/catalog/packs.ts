import { stemOf } from '../../src/domain/ids.ts';
import type { DeclaredSection, ParsedPack } from '../../src/domain/parsed.ts';
import type { Frontmatter, LocalLink, Named, ParsedRule } from '../../src/domain/rule.ts';
import type { SourceFile } from '../../src/domain/source.ts';
import { likenessOf } from '../../src/prepare/likeness.ts';

/** What a test cares about in a rule; everything else is as plain as can be. */
export interface RuleSketch
	extends Partial<Pick<Frontmatter, 'title' | 'tags' | 'section' | 'impact' | 'related' | 'codes' | 'standards'>> {
	readonly digest?: string;
	/** Names of rules, each in a line of its own from line 20 on. */
	readonly aliases?: readonly string[];
	readonly conflicts?: readonly string[];
	/** The rules that it is replaced by; it is deprecated then. */
	readonly replacedBy?: readonly string[];
	/** The plain text of its body. */
	readonly text?: string;
	/** Addresses as written; an image begins with `!`. */
	readonly links?: readonly string[];
	/** Anchors of its headings. */
	readonly anchors?: readonly string[];
}

export interface PackSketch {
	/** Path of the pack below its content folder; the last folder is its name. */
	readonly source: string;
	/** Paths below the pack. */
	readonly rules: Readonly<Record<string, RuleSketch>>;
	readonly sections?: readonly DeclaredSection[];
	readonly metadata?: Partial<NonNullable<ParsedPack['metadata']>>;
	readonly heading?: string;
	/** Further files of the pack. */
	readonly files?: readonly string[];
	/** Files that would be rules but have an error. */
	readonly leftOut?: readonly string[];
}

export function section(title: string, ...prefixes: readonly string[]): DeclaredSection {
	return { title, prefixes, impact: null, description: null, place: { line: title.length, column: 1 } };
}

export function packOf(sketch: PackSketch): ParsedPack {
	const { source, rules, sections = [], files = [], leftOut = [] } = sketch;
	const name = source.slice(source.lastIndexOf('/') + 1) || 'content';
	const at = (path: string): string => (source === '' ? path : `${source}/${path}`);
	const file = (path: string): SourceFile => ({
		file: `content/${at(path)}`,
		absolute: `/content/${at(path)}`,
		source: at(path),
		text: '',
		digest: path,
		fault: null,
	});
	const paths = [...Object.keys(rules), ...leftOut].sort();
	return {
		folder: {
			name,
			folderName: name,
			folder: `content/${source}`,
			absolute: source === '' ? '/content' : `/content/${source}`,
			source,
			trusted: false,
			rules: paths.map(file),
			sections: sections.length > 0 ? file('rules/_sections.md') : null,
			metadata: null,
			skill: null,
			files: [...paths, ...files].sort(),
		},
		rules: Object.entries(rules)
			.sort(([a], [b]) => (a < b ? -1 : 1))
			.map(([path, rule]) => ruleOf(file(path), rule)),
		sections,
		metadata:
			sketch.metadata === undefined
				? null
				: {
						version: null,
						organization: null,
						technology: null,
						date: null,
						abstract: null,
						references: [],
						...sketch.metadata,
					},
		skill: sketch.heading === undefined ? null : { name: null, description: null, heading: sketch.heading },
	};
}

function ruleOf({ file, source }: SourceFile, sketch: RuleSketch): ParsedRule {
	const stem = stemOf(source);
	return {
		file,
		source,
		digest: sketch.digest ?? source,
		stem,
		mdx: source.endsWith('.mdx'),
		frontmatter: {
			title: sketch.title ?? `Title of ${stem} in ${source}`,
			titlePlace: { line: 2, column: 8 },
			impact: sketch.impact ?? null,
			impactWord: null,
			impactPlace: null,
			impactDescription: null,
			tags: sketch.tags ?? [],
			section: sketch.section ?? null,
			related: sketch.related ?? [],
			conflicts: named(sketch.conflicts),
			aliases: named(sketch.aliases),
			codes: sketch.codes ?? [],
			standards: sketch.standards ?? [],
			deprecated:
				sketch.replacedBy === undefined
					? null
					: { message: null, replacedBy: named(sketch.replacedBy), place: { line: 19, column: 1 } },
			extra: {},
		},
		summary: '',
		examples: [],
		headings: (sketch.anchors ?? []).map((id) => ({ depth: 2, text: id, id, place: { line: 5, column: 1 } })),
		links: (sketch.links ?? []).map(linkOf),
		assets: [],
		languages: [],
		text: sketch.text ?? '',
		html: { lead: '', body: '', titleAnchor: null },
		contentHash: source,
		likeness: likenessOf(sketch.title ?? stem, sketch.text ?? ''),
	};
}

export function named(names: readonly string[] = []): readonly Named[] {
	return names.map((name, index) => ({ name, place: { line: 20 + index, column: 1 } }));
}

function linkOf(written: string, index: number): LocalLink {
	const isImage = written.startsWith('!');
	return {
		kind: isImage ? 'image' : 'link',
		url: isImage ? written.slice(1) : written,
		place: { line: 10 + index, column: 1 },
	};
}
