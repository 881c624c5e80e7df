import type { RuleId } from './ids.ts';
import type { Impact } from './impact.ts';
import type { LinterCode } from './linter.ts';
import type { Place } from './place.ts';

/** What a labelled example shows. `alternative` is neither wrong nor the one right answer. */
export type ExampleKind = 'incorrect' | 'correct' | 'alternative';

/** One labelled example of a rule. */
export interface Example {
	readonly kind: ExampleKind;
	/** The author's reason, as plain text; null when the label gives none. */
	readonly reason: string | null;
	/** The fence's language as written, lower case; null for an unlabelled fence or an example in prose. */
	readonly language: string | null;
	/** `title="…"` of the fence, when there is one. */
	readonly title: string | null;
	/** Where the fence begins; for an example in prose, where its label begins. */
	readonly place: Place;
}

export interface Heading {
	readonly depth: number;
	readonly text: string;
	/** The anchor: unique on the page. */
	readonly id: string;
	readonly place: Place;
}

/** Link or image of a rule's body whose target is relative or an anchor. Whole URLs are not listed. */
export interface LocalLink {
	readonly kind: 'link' | 'image';
	/** As written, undecoded. */
	readonly url: string;
	readonly place: Place;
}

export interface Fence {
	readonly language: string | null;
	readonly meta: string | null;
	/** The code exactly as written, without the fence lines. */
	readonly code: string;
	readonly place: Place;
	/** False when the fence runs to the end of its container without a closing line. */
	readonly closed: boolean;
}

/** A name that an author wrote, and where it stands. */
export interface Named {
	/** As written. */
	readonly name: string;
	readonly place: Place;
}

/** A linter's code that a rule explains, and where its author says so. */
export interface PlacedCode extends LinterCode {
	readonly place: Place;
}

/** What the frontmatter says of a rule that no longer holds. */
export interface DeclaredDeprecation {
	/** Plain text; null when the author gives no reason. */
	readonly message: string | null;
	/** Stems or ids of the rules to follow instead. */
	readonly replacedBy: readonly Named[];
	readonly place: Place;
}

/** Frontmatter after checking. Unknown keys are kept in `extra`. */
export interface Frontmatter {
	readonly title: string;
	readonly titlePlace: Place;
	readonly impact: Impact | null;
	/** The word as written when it names no tier; null otherwise. */
	readonly impactWord: string | null;
	readonly impactPlace: Place | null;
	readonly impactDescription: string | null;
	/** Spelled as the author did, without repeats. */
	readonly tags: readonly string[];
	/** Those of the tags that have a sign beyond ASCII, where they stand; absent when none has. */
	readonly unusualTags?: readonly Named[];
	readonly section: string | null;
	/** Stems or ids of the rules that the author names as related. */
	readonly related: readonly Named[];
	/** Stems or ids of rules that cannot be followed together with this one. */
	readonly conflicts: readonly Named[];
	/** Former stems in this pack, or former ids (`pack/stem`): each keeps its address. */
	readonly aliases: readonly Named[];
	/** Linter codes that this rule explains, without repeats, in the linter's own spelling. */
	readonly codes: readonly PlacedCode[];
	/** Standards that this rule serves, as `standardName` writes them: `CWE-95`. */
	readonly standards: readonly Named[];
	/** Null for a rule that holds. */
	readonly deprecated: DeclaredDeprecation | null;
	/** Every key this version does not know, as YAML gave it (JSON values only). */
	readonly extra: Readonly<Record<string, unknown>>;
}

/** One rule file, parsed: all that can be known without looking at another file. */
export interface ParsedRule {
	readonly file: string;
	readonly source: string;
	readonly digest: string;
	readonly stem: string;
	readonly mdx: boolean;
	readonly frontmatter: Frontmatter;
	/** First paragraph of the body as plain text, at most 300 characters; '' when there is none. */
	readonly summary: string;
	readonly examples: readonly Example[];
	readonly headings: readonly Heading[];
	readonly links: readonly LocalLink[];
	/** Image files of the pack that the body shows, relative to the pack folder, POSIX: they are published beside the pages. */
	readonly assets: readonly string[];
	/** Languages of the fences, lower case, aliases folded (`ts` → `typescript`), in order of first use. */
	readonly languages: readonly string[];
	/** Plain text of the body, code included: what search indexes. */
	readonly text: string;
	/** The body as HTML, safe to put on a page; see `render/`. */
	readonly html: RenderedBody;
	/** SHA-256 of everything above but `file`, hexadecimal: what is the same here looks the same on a page. */
	readonly contentHash: string;
	/** Follows from the above; found once for each file, because it takes longer than to compare rules by it. */
	readonly likeness: Likeness;
}

/** What tells rules that have something in common. Empty when only the checks are wanted. */
export interface Likeness {
	/** Compound names in the title and the text, in order of first use. */
	readonly names: readonly string[];
	/** A few numbers that stand for the text; see `sketch`. */
	readonly sketch: readonly number[];
}

/** A rule's body as HTML. Links to other rules are relative to the rule's page, so they hold under any base. */
export interface RenderedBody {
	/** The first incorrect and correct example when both stand at the top level; shown first. '' when there is no such pair. */
	readonly lead: string;
	/** Everything else, in the author's order. */
	readonly body: string;
	/** Anchor of the body's first heading when it only repeated the title: the page's `h1` carries it. */
	readonly titleAnchor: string | null;
}

export interface Section {
	/** Path segment, unique in the pack. */
	readonly slug: string;
	readonly title: string;
	/** Stem prefix from `_sections.md` (`mem` for `mem-…`); null for a section that was not declared. */
	readonly prefix: string | null;
	readonly impact: Impact | null;
	readonly description: string | null;
	readonly declared: boolean;
	/** Ids in reading order. */
	readonly rules: readonly RuleId[];
}

export interface PackReference {
	readonly title: string;
	/** Only http and https; null for a reference that is plain text. */
	readonly url: string | null;
}

export interface Pack {
	readonly name: string;
	/** What a person reads: `technology` of metadata.json, else the H1 of SKILL.md, else the name. */
	readonly title: string;
	readonly abstract: string | null;
	readonly description: string | null;
	readonly version: string | null;
	readonly organization: string | null;
	readonly technology: string | null;
	readonly date: string | null;
	readonly references: readonly PackReference[];
	readonly source: string;
	readonly trusted: boolean;
	readonly sections: readonly Section[];
	/** Ids of all rules, section by section. */
	readonly rules: readonly RuleId[];
}

export interface Rule extends Omit<ParsedRule, 'frontmatter' | 'likeness'> {
	readonly id: RuleId;
	readonly pack: string;
	readonly section: string;
	/** Site-relative address without base. */
	readonly path: string;
	readonly title: string;
	readonly impact: Impact | null;
	readonly impactWord: string | null;
	readonly impactDescription: string | null;
	readonly tags: readonly string[];
	readonly extra: Readonly<Record<string, unknown>>;
	readonly titlePlace: Place;
	readonly previous: RuleId | null;
	readonly next: RuleId | null;
	/** Ids of rules of other packs with the same bytes. */
	readonly identical: readonly RuleId[];
	/** Rules of other packs that are nearly the same or have the same title; identical ones are not among them. */
	readonly alike: readonly Alike[];
	/** Rules to read next, best first: those the author names, then what shares tags, names in code, title words, the section. */
	readonly related: readonly RuleId[];
	/** Rules that cannot be followed together with this one. */
	readonly conflicts: readonly RuleId[];
	/** Former ids: their addresses lead here. None is the id of a rule. */
	readonly aliases: readonly RuleId[];
	/** Linter codes that this rule explains, from its frontmatter, then from the config; without repeats. */
	readonly codes: readonly LinterCode[];
	/** Standards that this rule serves: `CWE-95`. */
	readonly standards: readonly string[];
	/** Null for a rule that holds. */
	readonly deprecated: Deprecation | null;
	/** The day of the last commit that changed the file (`2026-03-01`); null when no repository tells. */
	readonly changed: string | null;
}

/** A rule that no longer holds keeps its page; this is the notice on it. */
export interface Deprecation {
	readonly message: string | null;
	readonly replacedBy: readonly RuleId[];
}

/** A rule of another pack that says nearly the same (`text`), or only has the same title. */
export interface Alike {
	readonly id: RuleId;
	readonly by: 'text' | 'title';
}

export interface Tag {
	readonly key: string;
	readonly slug: string;
	/** The most used spelling; the first in code-point order among equals. */
	readonly name: string;
	readonly rules: readonly RuleId[];
}

/** Everything a site, a catalog file or a linter link needs. Packs and rules are sorted. */
export interface Catalog {
	readonly packs: readonly Pack[];
	/** By pack, then section, then reading order. */
	readonly rules: readonly Rule[];
	readonly tags: readonly Tag[];
}
