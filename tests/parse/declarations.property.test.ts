import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { CODE_PATTERN, codeFault } from '../../src/domain/code-shape.ts';
import { type Diagnostic, severityOf, wording } from '../../src/domain/diagnostics.ts';
import { parseAnnotations } from '../../src/parse/annotations.ts';
import { DECLARATION_KEYS } from '../../src/parse/declarations.ts';
import { frontmatterOf } from './frontmatter-cases.ts';

const word = fc.oneof(
	fc.constantFrom('eslint', 'no-eval', '@a/b', 'SC2086', 'CWE-95', 'message', 'replacedBy', 'since', '__proto__', ''),
	fc.constantFrom('a, b', 'No Eval', '../x', 'a\nb', '1e5', 'true', '规则', '\u0000', '\ud800', 'x'.repeat(300)),
	fc.string({ maxLength: 8 }),
);
const { value: anyValue } = fc.letrec((tie) => ({
	value: fc.oneof(
		{ maxDepth: 3, withCrossShrink: true },
		fc.oneof(word, fc.double(), fc.boolean(), fc.constant(null)),
		fc.array(tie('value'), { maxLength: 4 }),
		fc.dictionary(word, tie('value'), { maxKeys: 4 }),
	),
}));
const keys = fc.dictionary(fc.constantFrom(...DECLARATION_KEYS), anyValue, { minKeys: 1 });

/** Half of a sign is no text and does not stay. */
function wellFormed(value: unknown): unknown {
	if (typeof value === 'string') return value.toWellFormed();
	if (Array.isArray(value)) return value.map(wellFormed);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key.toWellFormed(), wellFormed(inner)]));
}

/** JSON has no word for some numbers; they are kept as YAML writes them. */
function asWritten(_: string, value: unknown): unknown {
	if (typeof value !== 'number' || Number.isFinite(value)) return value;
	return Number.isNaN(value) ? '.nan' : value > 0 ? '.inf' : '-.inf';
}

function checkPlaces(diagnostics: readonly Diagnostic[], text: string, firstLine: number): void {
	const lines = text.split(/\r\n|\r|\n/);
	for (const one of diagnostics) {
		const line = lines[one.place.line - firstLine];
		expect(one.place.column).toBeGreaterThanOrEqual(1);
		expect(one.place.column).toBeLessThanOrEqual((line?.length ?? -1) + 1);
		expect(wording(one).found).not.toBe('');
	}
}

describe('any value under the keys', () => {
	it('gives frontmatter or an error, at places inside the text', () => {
		fc.assert(
			fc.property(keys, (values) => {
				const yaml = `title: A\n${stringify(values)}`;
				const { frontmatter, diagnostics } = frontmatterOf(yaml);
				expect(frontmatter === null).toBe(diagnostics.some(({ code }) => severityOf(code) === 'error'));
				checkPlaces(diagnostics, yaml, 2);
			}),
			{ numRuns: 500 },
		);
	});

	it('is understood or kept: a warning about its shape leaves it in `extra`', () => {
		fc.assert(
			fc.property(keys, (values) => {
				const { frontmatter, diagnostics } = frontmatterOf(`title: A\n${stringify(values)}`);
				if (frontmatter === null) return;
				for (const { code, args } of diagnostics) {
					if (code !== 'value-type') continue;
					const [key = ''] = (args as { key: string }).key.split('.');
					expect(Object.keys(frontmatter.extra)).toContain(key);
				}
				for (const [key, kept] of Object.entries(frontmatter.extra)) {
					expect(isPartOf(kept, wellFormed(values[key]))).toBe(true);
				}
			}),
			{ numRuns: 500 },
		);
	});

	it('is checked in the config as well, at places inside its text', () => {
		fc.assert(
			fc.property(fc.dictionary(word, keys), (rules) => {
				const text = `export default { rules: ${JSON.stringify(rules, null, '\t')} };`;
				const { annotations, diagnostics } = parseAnnotations({ rules, text, ownContent: true }, 'config.mjs');
				expect(annotations.entries.map(({ rule }) => rule.name)).toEqual(Object.keys(rules));
				checkPlaces(diagnostics, text, 1);
			}),
			{ numRuns: 300 },
		);
	});
});

/**
 * True when each value of `part` is that of `whole` in the same place. Numbers that JSON does not have are kept as text.
 * Values are compared as they are: `JSON.parse` of Node 24 misreads some keys.
 */
function isPartOf(part: unknown, whole: unknown): boolean {
	if (typeof part !== 'object' || part === null || Array.isArray(part)) {
		return JSON.stringify(part) === JSON.stringify(whole, asWritten) || whole === null || typeof part === 'number';
	}
	return Object.entries(part).every(([key, inner]) => isPartOf(inner, (whole as Record<string, unknown>)[key]));
}

describe('any text', () => {
	it('is a code exactly when the pattern for JSON Schemas says so', () => {
		const signs = fc.constantFrom(
			'a',
			'B',
			'9',
			'@',
			'.',
			'..',
			'/',
			'-',
			':',
			'=',
			' ',
			'#',
			'?',
			'*',
			'\\',
			'\n',
			'规',
		);
		const texts = fc.array(fc.oneof(signs, fc.string({ maxLength: 2 })), { maxLength: 8 }).map((all) => all.join(''));
		fc.assert(
			fc.property(texts, (text) => {
				expect(codeFault(text) === null).toBe(new RegExp(CODE_PATTERN, 'u').test(text));
			}),
			{ numRuns: 2000 },
		);
	});
});
