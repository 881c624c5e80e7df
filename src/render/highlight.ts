import { createHighlighterCore, createOnigurumaEngine, type HighlighterCore } from 'shiki';
import { bundledLanguages } from 'shiki/langs';
import { boundScanners } from './bounded-scanners.ts';
import type { CodeLine } from './code-line.ts';
import { shareScanners } from './shared-scanners.ts';
import { tokenElement, tokenTheme } from './theme.ts';

/** Code of more than this many characters, and lines longer than that, are shown plain: colour is not worth minutes. */
const mostCode = 200_000;
const longestLine = 1_000;

/** Takes code apart into lines of tokens, each with the element of its kind. Grammars load when they are first asked for. */
export interface Highlighter {
	/** Loads grammars (Shiki's names) before `lines` needs them; unknown names are passed over. */
	readonly load: (grammars: Iterable<string>) => Promise<void>;
	/** The lines of the code; joined by `\n` their text is `code`, whatever ends its lines. Plain when the grammar is null or not loaded, or when the code is made to be hard for it. */
	readonly lines: (code: string, grammar: string | null) => readonly CodeLine[];
}

export async function createHighlighter(): Promise<Highlighter> {
	const bounded = boundScanners(await createOnigurumaEngine(import('shiki/wasm')));
	const core = await createHighlighterCore({
		themes: [tokenTheme],
		langs: [],
		engine: shareScanners(bounded.engine),
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
		lines: (code, grammar) => {
			const known = grammar !== null && loaded.has(grammar) && code.length <= mostCode;
			// A browser reads a lone carriage return as a line end; Shiki does not.
			const text = code.replace(/\r\n?/g, '\n');
			const lines = known ? bounded.within(text.length, () => tokenLines(core, text, grammar)) : null;
			return lines ?? text.split('\n').map((line) => [{ text: line, element: null }]);
		},
	};
}

function isBundled(grammar: string): grammar is keyof typeof bundledLanguages {
	return Object.hasOwn(bundledLanguages, grammar);
}

function tokenLines(core: HighlighterCore, code: string, grammar: string): CodeLine[] {
	const lines = core.codeToTokensBase(code, {
		lang: grammar,
		theme: tokenTheme.name,
		tokenizeMaxLineLength: longestLine,
		// Shiki's own limit would make the output depend on how busy the machine is; see `boundScanners`.
		tokenizeTimeLimit: 0,
	});
	return lines.map((line) => line.map(({ content, color }) => ({ text: content, element: tokenElement(color) })));
}
