import type { Root } from 'mdast';
import type { Extension } from 'micromark-util-types';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import { VFileMessage } from 'vfile-message';
import { FILE_START, type Place, placeIn } from '../domain/place.ts';
import { type Excess, excessOf } from './excess.ts';
import { htmlCommentsOnly } from './html-comments.ts';
import { absentConstructs, lookOnlyForAddresses, withoutConstructs } from './lean-syntax.ts';
import { nativeTree } from './native-tree.ts';
import { offsetInWhole, putCodeBack, setCodeAside, type TextWithoutCode } from './set-code-aside.ts';

/** `md`: tags are text. `html`: a trusted pack's Markdown, where HTML is HTML. `mdx`: Markdown with JSX. */
export type Flavour = 'md' | 'html' | 'mdx';

export class MarkdownError extends Error {
	readonly place: Place;
	constructor(reason: string, place: Place) {
		super(reason);
		this.place = place;
	}
}

/** The text has more of something than can be parsed in reasonable time. */
export class ExcessError extends Error {
	readonly excess: Excess;
	readonly place: Place;
	constructor(excess: Excess, place: Place) {
		super(`More than ${excess.most} ${excess.what}`);
		this.excess = excess;
		this.place = place;
	}
}

function tagsAsText(this: Processor): void {
	const data = this.data() as SyntaxData;
	data.micromarkExtensions = [...(data.micromarkExtensions ?? []), htmlCommentsOnly];
}

interface SyntaxData {
	micromarkExtensions?: Extension[];
	fromMarkdownExtensions?: Parameters<typeof lookOnlyForAddresses>[0];
}

function lean(this: Processor, absent: ReadonlySet<string>): void {
	const data = this.data() as SyntaxData;
	data.micromarkExtensions = data.micromarkExtensions?.map((one) => withoutConstructs(one, absent)) ?? [];
	data.fromMarkdownExtensions = lookOnlyForAddresses(data.fromMarkdownExtensions ?? []);
}

type Parser = { parse(text: string): Root };

const base = unified().use(remarkParse).use(remarkFrontmatter, ['yaml']).use(remarkGfm).freeze();
const whole = { md: base().use(tagsAsText).freeze(), html: base, mdx: base().use(remarkMdx).freeze() };

/** The same parsers without what a text has no use for: one for each combination that has come up. */
const leanParsers = { md: new Map<number, Parser>(), html: new Map<number, Parser>() };

function leanParser(text: string, flavour: 'md' | 'html'): Parser {
	const { key, names } = absentConstructs(text);
	const known = leanParsers[flavour].get(key);
	if (known) return known;
	const parser = whole[flavour]().use(lean, names).freeze();
	leanParsers[flavour].set(key, parser);
	return parser;
}

/** As remark parses it with all of its extensions, only sooner. */
function parseLean(text: string, flavour: 'md' | 'html'): Root {
	const aside = setCodeAside(text);
	refuseExcess(text, aside ?? setCodeAside(text.replaceAll('\r\n', ' \n')));
	const native = nativeTree(text);
	if (native) return native;
	if (aside) {
		const tree = leanParser(aside.text, flavour).parse(aside.text);
		if (putCodeBack(tree, aside.asides)) return tree;
		refuseExcess(text, null);
	}
	return leanParser(text, flavour).parse(text);
}

/** `aside` is the text without its code; null when its code is to be counted too. */
function refuseExcess(text: string, aside: TextWithoutCode | null): void {
	const excess = excessOf(aside?.text ?? text);
	if (excess === null) return;
	const offset = aside === null ? excess.offset : offsetInWhole(excess.offset, aside.asides);
	throw new ExcessError({ ...excess, offset }, placeIn(text, offset));
}

/**
 * Parses a rule file, frontmatter included, into an mdast tree with places.
 * Throws MarkdownError for MDX that is not well-formed; Markdown is never wrong.
 * Throws ExcessError for text that no person has written, and RangeError for text that is nested so deeply that the stack does
 * not suffice, as the stages after this one do.
 */
export function parseMarkdown(text: string, flavour: Flavour): Root {
	try {
		if (flavour !== 'mdx') return parseLean(text, flavour);
		refuseExcess(text, setCodeAside(text));
		return whole.mdx.parse(text);
	} catch (error) {
		if (!(error instanceof VFileMessage)) throw error;
		throw new MarkdownError(error.reason.replace(tagPlace, ''), placeOf(error));
	}
}

/** Parses Markdown that nobody's rule depends on; null when it is so deep or large that the parser cannot take it. */
export function parseShallow(text: string): Root | null {
	try {
		return parseMarkdown(text, 'md');
	} catch (error) {
		if (error instanceof RangeError || error instanceof ExcessError) return null;
		throw error;
	}
}

/** Of a tag that is never closed, the parser tells the place only in words; what it gives as place is the block around it. */
const tagPlace = / \((\d+):(\d+)-\d+:\d+\)/;

function placeOf(error: VFileMessage): Place {
	const tag = tagPlace.exec(error.reason);
	if (tag) return { line: Number(tag[1]), column: Number(tag[2]) };
	return { line: error.line ?? FILE_START.line, column: error.column ?? FILE_START.column };
}
