import type { Document, ParsedNode, Scalar, YAMLError } from 'yaml';
import { isCollection, isScalar, visit } from 'yaml';
import { atSignHint, entryStart, lineAt, nameOf, quoteHint, sample, spaceHashHint, valueAt } from './yaml-excerpts.ts';

/** Why a text is not valid YAML, in words for a person who does not know the grammar of YAML. */
export interface YamlProblem {
	/** Offset in the YAML text. */
	readonly offset: number;
	readonly reason: string;
	/** What to do; null when only a general answer is possible. */
	readonly hint: string | null;
}

const most = 3;

/**
 * The problems of a document in the order of the text: at most one for each top-level key, since the parser
 * reports what follows from an error as well, and at most three in all.
 */
export function explainErrors(
	yaml: string,
	doc: Document.Parsed<ParsedNode>,
	found: readonly YamlProblem[],
): readonly YamlProblem[] {
	const explained = doc.errors.slice(0, 50).map((error) => explain(yaml, doc, error));
	const entries = new Set<number>();
	return [...found, ...explained]
		.sort((a, b) => a.offset - b.offset)
		.filter(({ offset }) => {
			const entry = entryStart(yaml, offset);
			return !entries.has(entry) && entries.add(entry);
		})
		.slice(0, most);
}

export function tooDeep(offset: number): YamlProblem {
	return {
		offset,
		reason: 'lists or keys are nested too deeply',
		hint: 'Frontmatter needs one level of keys; put a value that begins with brackets in quotes',
	};
}

export function tooLarge(offset: number): YamlProblem {
	return {
		offset,
		reason: 'its aliases (`*name`) repeat so much text that it cannot be meant',
		hint: 'Write the values out, without `&` and `*`',
	};
}

export function tooLong(offset: number, most: number): YamlProblem {
	return {
		offset,
		reason: `it has more than ${most.toLocaleString('en')} lines and commas`,
		hint: 'Write long text below the frontmatter',
	};
}

export function aliasProblem(yaml: string, offset: number): YamlProblem {
	return {
		offset,
		reason: 'a value begins with `*`, which refers to a value named with `&` above, and there is none',
		hint: quoteHint(yaml, offset),
	};
}

export function duplicateProblem(yaml: string, key: string, first: number, second: number): YamlProblem {
	const between = yaml.slice(first, second).split(/\r\n|\r|\n/).length - 1;
	const distance = between === 0 ? 'on the same line' : between === 1 ? 'one line above' : `${between} lines above`;
	return {
		offset: second,
		reason: `the key \`${key}\` stands twice; the first is ${distance}`,
		hint: `Remove one of the two \`${key}\`, or put their values together`,
	};
}

function explain(yaml: string, doc: Document.Parsed<ParsedNode>, error: YAMLError): YamlProblem {
	const offset = Math.min(error.pos[0], yaml.length);
	const of = (reason: string, hint: string | null, at = offset): YamlProblem => ({ offset: at, reason, hint });
	const quoted = quoteHint(yaml, offset);
	switch (error.code) {
		case 'BAD_SCALAR_START':
			return of(
				`a value begins with ${nameOf(yaml[offset])}, which YAML keeps for itself`,
				yaml[offset] === '@' ? atSignHint(yaml, offset) : quoted,
			);
		case 'BAD_ALIAS':
			return of(`a value begins with ${nameOf(yaml[offset])}, which YAML keeps for itself`, quoted);
		case 'BLOCK_AS_IMPLICIT_KEY':
			return explainColon(yaml, doc, offset);
		case 'MULTILINE_IMPLICIT_KEY':
			return of(
				`no colon and space after ${sample(lineAt(yaml, offset))}`,
				'Write `key: value` with a space after the colon',
			);
		case 'TAB_AS_INDENT':
			return of('a tab as indentation', 'Indent with spaces: YAML allows no tabs there');
		case 'BAD_DQ_ESCAPE':
			return of(
				`${sample(yaml.slice(offset, offset + 2))} means nothing in double quotes`,
				'Use single quotes, or write two backslashes for one',
			);
		case 'MULTIPLE_DOCS':
			return of('text after a line that ends it', 'Remove the line `...` or `---`');
		case 'MISSING_CHAR':
			return explainMissing(yaml, doc, offset, error.message);
		case 'BAD_INDENT':
			return explainIndent(yaml, doc, offset, error.message);
		default:
			return explainUnexpected(yaml, offset, error.message);
	}
}

function explainColon(yaml: string, doc: Document.Parsed<ParsedNode>, offset: number): YamlProblem {
	const spansLines = doc.errors.some((other) => other.code === 'MULTILINE_IMPLICIT_KEY' && other.pos[0] === offset);
	if (spansLines) {
		return {
			offset,
			reason: 'a line is indented below a value, as if it went on there',
			hint: 'Let every key begin in the first column',
		};
	}
	return { offset, reason: 'a colon and a space inside a value without quotes', hint: quoteHint(yaml, offset) };
}

function explainMissing(yaml: string, doc: Document.Parsed<ParsedNode>, offset: number, message: string): YamlProblem {
	if (!message.includes('quote')) {
		const line = lineAt(yaml, offset);
		if (/^\s*[^\s:][^:]*:\s+-\s/.test(line))
			return { offset, reason: 'a value begins with `-`', hint: quoteHint(yaml, offset) };
		return {
			offset,
			reason: `no colon and space after ${sample(line.trim())}`,
			hint: spaceHashHint(yaml, offset) ?? 'Write `key: value`, or indent a line that continues the value above',
		};
	}
	const open = innermost(doc, offset, (node) => isScalar(node) && /^QUOTE/.test((node as Scalar).type ?? ''));
	return {
		offset: open ?? offset,
		reason: 'a quote that opens here is not closed',
		hint: 'Close the quote at the end of the value',
	};
}

function explainIndent(yaml: string, doc: Document.Parsed<ParsedNode>, offset: number, message: string): YamlProblem {
	if (message.startsWith('Flow')) {
		const open = innermost(doc, offset, (node) => isCollection(node) && node.flow === true) ?? offset;
		const bracket = yaml[open] === '{' ? '{' : '[';
		const close = bracket === '{' ? '}' : ']';
		return {
			offset: open,
			reason: `a bracket \`${bracket}\` that opens here is not closed`,
			hint:
				spaceHashHint(yaml, open) ??
				`Close it with \`${close}\`, or put a value that begins with \`${bracket}\` in quotes`,
		};
	}
	return {
		offset,
		reason: 'a line is not indented like those around it',
		hint: spaceHashHint(yaml, offset) ?? 'Let keys of one level begin in the same column',
	};
}

function explainUnexpected(yaml: string, offset: number, message: string): YamlProblem {
	const value = valueAt(yaml, offset);
	const first = value?.text[0] ?? '';
	const start = value?.offset ?? offset;
	if (message.includes('call stack')) return tooDeep(offset);
	if (message.includes('in flow')) {
		return {
			offset,
			reason: `a sign too many in a list: ${sample(yaml[offset] ?? '')}`,
			hint: 'Remove it, or put it in quotes',
		};
	}
	if (/^["']/.test(first) && offset > start) {
		return { offset, reason: 'text after the closing quote of a value', hint: quoteHint(yaml, offset) };
	}
	if (/^[[{]/.test(first) && offset > start) {
		const hint =
			first === '{'
				? 'Put the text in quotes; if it is a placeholder to be filled in, fill it in, or let the file name begin with `_`'
				: quoteHint(yaml, offset);
		return { offset, reason: `text after the closing bracket of a value that begins with \`${first}\``, hint };
	}
	if (/^[|>\]}%@`*&!?-]/.test(first)) {
		return {
			offset: start,
			reason: `a value begins with ${nameOf(first)}, which YAML keeps for itself`,
			hint: quoteHint(yaml, offset),
		};
	}
	const plain = message.split('\n')[0] ?? message;
	return { offset, reason: plain.charAt(0).toLowerCase() + plain.slice(1), hint: null };
}

/** Start of the last node of a kind that begins before an offset. */
function innermost(
	doc: Document.Parsed<ParsedNode>,
	offset: number,
	wanted: (node: unknown) => boolean,
): number | null {
	let start: number | null = null;
	visit(doc, {
		Node: (_, node) => {
			const begin = node.range?.[0];
			if (begin !== undefined && begin <= offset && wanted(node)) start = begin;
		},
	});
	return start;
}
