import { createHighlighterCore, createOnigurumaEngine } from 'shiki';
import { bundledLanguages } from 'shiki/langs';
import { EncodedTokenMetadata, type IGrammar } from 'shiki/textmate';
import { boundScanners } from './bounded-scanners.ts';
import type { CodeLine, Token } from './code-line.ts';
import { type LineReader, lineReader, type PackedTokens } from './line-memory.ts';
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
	const { colorMap } = core.setTheme(tokenTheme.name);
	const elements = colorMap.map(tokenElement);
	const reader = lineReader((line, tokens) => readTokens(line, tokens, elements));
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
			if (!known) return plainLines(text);
			const lines = bounded.within(text.length, () => tokenLines(core.getLanguage(grammar), text, reader));
			// Once a text has used up what it may cost, nothing more is found in its lines.
			if (lines === null) reader.forget();
			return lines ?? plainLines(text);
		},
	};
}

function isBundled(grammar: string): grammar is keyof typeof bundledLanguages {
	return Object.hasOwn(bundledLanguages, grammar);
}

function plainLines(text: string): CodeLine[] {
	return text.split('\n').map((line) => [{ text: line, element: null }]);
}

/** Lines that are empty or too long are passed over, as Shiki does; what is open before them is open behind them. */
function tokenLines(grammar: IGrammar, code: string, reader: LineReader<CodeLine>): CodeLine[] {
	const lines = code.split('\n');
	const isRead = (line: string): boolean => line !== '' && line.length < longestLine;
	const made = reader.lines(grammar, lines.filter(isRead)).values();
	return lines.map((line) => {
		if (isRead(line)) return made.next().value ?? [];
		return line === '' ? [] : [{ text: line, element: null }];
	});
}

/** `elements` holds the element of each colour of the theme, by the number that stands for it in the metadata. */
function readTokens(line: string, tokens: PackedTokens, elements: readonly (string | null)[]): CodeLine {
	const read: Token[] = [];
	for (let at = 0; at < tokens.length; at += 2) {
		const [start = 0, metadata = 0, end = line.length] = [tokens[at], tokens[at + 1], tokens[at + 2]];
		if (start === end) continue;
		const element = elements[EncodedTokenMetadata.getForeground(metadata)] ?? null;
		read.push({ text: line.slice(start, end), element });
	}
	return read;
}
