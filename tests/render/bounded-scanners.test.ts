import { createOnigurumaEngine, type RegexEngine } from 'shiki';
import { describe, expect, it } from 'vitest';
import { boundScanners } from '../../src/render/bounded-scanners.ts';
import { createHighlighter } from '../../src/render/highlight.ts';

const highlighter = await createHighlighter();
const oniguruma = await createOnigurumaEngine(import('shiki/wasm'));

/** An engine of which each search takes so many milliseconds of CPU. */
function slowEngine(cost: number): RegexEngine {
	return {
		createString: (text) => oniguruma.createString(text),
		createScanner: (patterns) => {
			const scanner = oniguruma.createScanner(patterns);
			return {
				findNextMatchSync: (text, start, options) => {
					const { user, system } = process.cpuUsage();
					const used = (): number => process.cpuUsage().user + process.cpuUsage().system - user - system;
					while (used() < cost * 1000);
					return scanner.findNextMatchSync(text, start, options);
				},
			};
		},
	};
}

describe('scanners with a bound', () => {
	const finds = (engine: RegexEngine, text: string): boolean =>
		engine.createScanner(['a']).findNextMatchSync(engine.createString(text), 0, 0) !== null;

	it('give what is found within it', () => {
		const { engine, within } = boundScanners(oniguruma);
		expect(within(1, () => finds(engine, 'a'))).toBe(true);
	});

	it('find nothing more beyond it, until the next text', () => {
		const { engine, within } = boundScanners(slowEngine(60));
		let found = 0;
		const all = within(1, () => {
			for (let search = 0; search < 100; search++) found += Number(finds(engine, 'a'));
			return 'all';
		});
		expect(all).toBeNull();
		expect(found).toBeGreaterThan(0);
		expect(found).toBeLessThan(100);
		expect(within(1, () => finds(engine, 'a'))).toBe(true);
	});

	it('do not search a text of a thousand bytes', () => {
		const { engine } = boundScanners(oniguruma);
		expect(finds(engine, `${'b'.repeat(998)}a`)).toBe(true);
		expect(finds(engine, `${'b'.repeat(999)}a`)).toBe(false);
		expect(finds(engine, `${'ä'.repeat(499)}ba`)).toBe(false);
	});
});

describe('code that is made to be hard for its grammar', () => {
	it.each<[language: string, text: string]>([
		['csharp', '(a, '],
		['csharp', '<a '],
		['mdc', '~~'],
		['typescript', '{'],
	])('in %s (%j) is shown, letter for letter', async (language, text) => {
		await highlighter.load([language]);
		const code = `${text.repeat(1000).slice(0, 990)}\n`.repeat(20);
		const lines = highlighter.lines(code, language);
		expect(lines.map((line) => line.map((token) => token.text).join('')).join('\n')).toBe(code);
	});

	it('leaves the next code its colours', async () => {
		await highlighter.load(['csharp']);
		highlighter.lines(`${'(a, '.repeat(245)}\n`.repeat(20), 'csharp');
		expect(highlighter.lines('var a = "b";', 'csharp')[0]?.length).toBeGreaterThan(1);
	});
});
