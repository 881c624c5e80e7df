import type { BlockContent, Code, DefinitionContent, PhrasingContent } from 'mdast';
import type { ExampleKind } from './rule.ts';

/** What a label says: the kind, the author's own word, and the reason. */
export interface LabelText {
	readonly kind: ExampleKind;
	/** The author's word or words, without decoration: `Incorrect`, `Bad Example`, `错误`. */
	readonly word: string;
	readonly reason: readonly PhrasingContent[];
}

/** A labelled example in the tree of a rule: the label became its caption, the fences its children. */
export interface ExampleNode {
	type: 'example';
	label: LabelText;
	/** Anchor of the heading that was the label; null for a label that was no heading. */
	anchor: string | null;
	children: (BlockContent | DefinitionContent)[];
	position?: Code['position'];
}

declare module 'mdast' {
	interface RootContentMap {
		example: ExampleNode;
	}
	interface BlockContentMap {
		example: ExampleNode;
	}
	interface CodeData {
		/** Shiki's own name of the fence's language; null when it names none or one that Shiki does not know. */
		grammar?: string | null;
		/** A paragraph before the fence that names its variant (`**Python** (redis-py):`). */
		variant?: boolean;
	}
	interface FootnoteDefinitionData {
		/** No text of the rule leads to the note: it is shown where it stands. */
		isLost?: boolean;
	}
	interface FootnoteReferenceData {
		/** The note is shown where it stands, so the reference is text. */
		isLost?: boolean;
	}
	interface HeadingData {
		anchor?: string;
	}
	interface ParagraphData {
		/** The paragraph names the variant that the next fence shows. */
		variant?: boolean;
	}
}
