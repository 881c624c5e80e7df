/** What the text after a fence's language asks for. Lines count from 1. */
export interface FenceMeta {
	readonly title: string | null;
	readonly marked: ReadonlySet<number>;
	readonly inserted: ReadonlySet<number>;
	readonly deleted: ReadonlySet<number>;
}

/** A block of ten thousand lines is more than any rule has; a range cannot make the set larger. */
const mostLines = 10_000;

/**
 * Reads a fence's info string after its language: `title="app.ts" {1,3-5} ins={2} del={4}`.
 * Also understood: `filename=`, `file=`, `mark={…}`, `add`/`remove`, `highlight`, and a title stuck to the language (`ts:app.ts`).
 * What is not understood is passed over.
 */
export function readFenceMeta(info: string): FenceMeta {
	const title =
		/(?:^|\s)(?:title|file(?:name)?)=(?:"([^"]*)"|'([^']*)'|([^\s"']+))/.exec(info)?.slice(1).find(Boolean) ??
		/^:([^\s{]+)/.exec(info)?.[1] ??
		null;
	const unquoted = info.replace(/"[^"]*"|'[^']*'/g, '""');
	return {
		title,
		marked: lineSet(unquoted, '(?:^|\\s)(?:mark|highlight|hl|hl_lines)?=?'),
		inserted: lineSet(unquoted, '(?:^|\\s)(?:ins|add|added)='),
		deleted: lineSet(unquoted, '(?:^|\\s)(?:del|rm|remove|removed)='),
	};
}

function lineSet(info: string, key: string): ReadonlySet<number> {
	const lines = new Set<number>();
	// Counted in steps, as ranges that repeat one another do not make the set larger.
	let left = mostLines;
	for (const [, list = ''] of info.matchAll(new RegExp(`${key}\\{([\\d\\s,-]*)\\}`, 'g'))) {
		for (const range of list.split(',')) {
			const [from = 0, to = from] = range.split('-').map((word) => Number.parseInt(word, 10));
			for (let line = from; line <= to && left > 0; line++, left--) lines.add(line);
		}
	}
	return lines;
}

/** What a Markdown parser gives of a fence's opening line: the first word, and the rest. */
export interface FenceInfo {
	readonly lang?: string | null | undefined;
	readonly meta?: string | null | undefined;
}

/** The language word of a fence, lower case; braces and meta that stick to it (```ts{1,3}) are no part of it. */
export function languageOf({ lang }: FenceInfo): string | null {
	const word = /^[^\s{:,]+/.exec(lang ?? '')?.[0] ?? '';
	return word === '' ? null : word.toLowerCase();
}

/** What stands after the language word: meta, and whatever stuck to the word. */
export function infoOf(fence: FenceInfo): string {
	const stuck = (fence.lang ?? '').slice((languageOf(fence) ?? '').length);
	return `${stuck} ${fence.meta ?? ''}`;
}
