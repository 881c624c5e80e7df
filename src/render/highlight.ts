import { createHighlighterCore, createOnigurumaEngine, type HighlighterCore, type ThemedToken } from 'shiki';
import { bundledLanguages } from 'shiki/langs';
import type { FenceMeta } from '../domain/fence-meta.ts';
import { escapeHtml } from './escape.ts';
import { tokenClass, tokenTheme } from './theme.ts';

/** Code of more than this many characters, and lines longer than that, are shown plain: colour is not worth minutes. */
const mostCode = 200_000;
const longestLine = 2_000;

/** Turns code into HTML with a class per token. Grammars load when they are first asked for. */
export interface Highlighter {
	/** Loads grammars (Shiki's names) before `toHtml` needs them; unknown names are passed over. */
	readonly load: (grammars: Iterable<string>) => Promise<void>;
	/** HTML of the code, without `pre` and `code`; its text is exactly `code`. Plain when the grammar is null or not loaded. */
	readonly toHtml: (code: string, grammar: string | null, meta: FenceMeta) => string;
}

export async function createHighlighter(): Promise<Highlighter> {
	const core = await createHighlighterCore({
		themes: [tokenTheme],
		langs: [],
		engine: createOnigurumaEngine(import('shiki/wasm')),
	});
	const loaded = new Set<string>();
	return {
		load: async (grammars) => {
			for (const grammar of grammars) {
				if (loaded.has(grammar) || !isBundled(grammar)) continue;
				await core.loadLanguage(bundledLanguages[grammar]);
				loaded.add(grammar);
			}
		},
		toHtml: (code, grammar, meta) => {
			const known = grammar !== null && loaded.has(grammar) && code.length <= mostCode;
			const lines = known ? tokenLines(core, code, grammar) : code.split(/\r\n|\n|\r/).map(escapeHtml);
			return lines.map((line, index) => markLine(line, index + 1, meta)).join('\n');
		},
	};
}

function isBundled(grammar: string): grammar is keyof typeof bundledLanguages {
	return Object.hasOwn(bundledLanguages, grammar);
}

function tokenLines(core: HighlighterCore, code: string, grammar: string): string[] {
	const lines = core.codeToTokensBase(code, {
		lang: grammar,
		theme: tokenTheme.name,
		tokenizeMaxLineLength: longestLine,
		// A time limit would make the output depend on how busy the machine is.
		tokenizeTimeLimit: 0,
	});
	return lines.map(lineHtml);
}

/** Neighbours of one class share a span; white space needs none. */
function lineHtml(tokens: readonly ThemedToken[]): string {
	let html = '';
	let open: string | null = null;
	let text = '';
	const flush = (): void => {
		html += open === null ? escapeHtml(text) : `<span class="${open}">${escapeHtml(text)}</span>`;
		text = '';
	};
	for (const token of tokens) {
		const cssClass: string | null = token.content.trim() === '' ? open : tokenClass(token.color);
		if (cssClass !== open) {
			flush();
			open = cssClass;
		}
		text += token.content;
	}
	flush();
	return html;
}

function markLine(html: string, line: number, meta: FenceMeta): string {
	const kinds = [
		meta.marked.has(line) && 'mark',
		meta.inserted.has(line) && 'ins',
		meta.deleted.has(line) && 'del',
	].filter(Boolean);
	return kinds.length === 0 ? html : `<span class="line ${kinds.join(' ')}">${html}</span>`;
}
