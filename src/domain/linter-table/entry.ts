import type { Linter, LinterCode, LinterSnippet } from '../linter.ts';

/** What a code consists of that can stand in a comment or a configuration without harm, whatever the language. */
const PLAIN_CODE = /^[\p{L}\p{N}@_+-][\p{L}\p{N}@._+()/:=-]*$/u;

/** What a linter has to say of itself; the rest follows. */
export type LinterSketch = Pick<Linter, 'name' | 'title'> & Partial<Linter>;

/**
 * An entry of the table from what is special about a linter. A code that is no code (a space, a quote, the end of a comment)
 * gets no snippet, no page and no twin, so that no entry has to guard against it.
 */
export function linter(sketch: LinterSketch): Linter {
	const { suppress = () => [], configure = () => [], page = () => null, twins = () => [] } = sketch;
	const { canonical = (code) => code } = sketch;
	return {
		name: sketch.name,
		title: sketch.title,
		reportNames: sketch.reportNames ?? [],
		canonical: (code) => settled(code, canonical),
		key: sketch.key ?? ((code) => code.toLowerCase()),
		owner: sketch.owner ?? (() => null),
		isRule: sketch.isRule ?? (() => true),
		twins: (code) => (isPlain(code) ? twins(code) : []),
		suppress: (code) => (isPlain(code) ? suppress(code) : []),
		configure: (code) => (isPlain(code) ? configure(code) : []),
		page: (code) => (isPlain(code) ? page(code) : null),
	};
}

/** A spelling may hide another (a bracket around a name space): the canonical code is the one that no longer changes. */
function settled(code: string, canonical: (code: string) => string): string {
	let current = code.trim();
	for (let rounds = code.length; rounds > 0; rounds--) {
		const next = canonical(current).trim();
		if (next === current) break;
		current = next;
	}
	return current;
}

function isPlain(code: string): boolean {
	return PLAIN_CODE.test(code) && !code.includes('//') && !/(?:^|\/)\.{1,2}(?:\/|$)/.test(code);
}

/** A maker of snippets in one language: `js('for the next line', '// …')`. */
export function snippetIn(language: string): (label: string, code: string) => LinterSnippet {
	return (label, code) => ({ label, language, code });
}

/** `of('ruff')('S307')`: names a code of a linter. */
export function of(name: string): (code: string) => LinterCode {
	return (code) => ({ linter: name, code });
}

/** The code in upper case when it is one of letters and a number (`sc2086`); otherwise as it is. */
export function upperNumbered(code: string): string {
	return /^[a-z]+\d+$/i.test(code) ? code.toUpperCase() : code;
}

/** The code without its first match of a pattern. */
export function without(pattern: RegExp): (code: string) => string {
	return (code) => {
		const rest = code.replace(pattern, '');
		return rest === '' ? code : rest;
	};
}
