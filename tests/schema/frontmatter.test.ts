import { globSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { parse } from 'yaml';
import type { DiagnosticCode } from '../../src/domain/diagnostics.ts';
import { FRONTMATTER_SCHEMA_PATH } from '../../src/schema/paths.ts';
import { frontmatterOf } from '../parse/frontmatter-cases.ts';
import { validatorOf } from './validator.ts';

const faults = validatorOf(FRONTMATTER_SCHEMA_PATH);

/** What the parser says of one value by itself; the rest is about repeats, other files, or names that may yet be right. */
const OF_SHAPE: ReadonlySet<DiagnosticCode> = new Set([
	'alias-invalid',
	'code-invalid',
	'code-number',
	'impact-unknown',
	'linter-invalid',
	'tag-null',
	'tag-number',
	'title-missing',
	'value-type',
]);

function shapeFindings(yaml: string): readonly DiagnosticCode[] {
	return frontmatterOf(yaml)
		.diagnostics.map(({ code }) => code)
		.filter((code) => OF_SHAPE.has(code));
}

/** Every value in JSON, which is YAML too. */
function asYaml(frontmatter: Readonly<Record<string, unknown>>): string {
	return Object.entries(frontmatter)
		.map(([key, value]) => `${key}: ${JSON.stringify(value)}`)
		.join('\n');
}

const scalar = fc.oneof(fc.constantFrom('a', 'b c', '5'), fc.integer({ min: 0, max: 9 }), fc.boolean());
const strange = fc.constantFrom<unknown[]>({ a: 'b' }, [{ a: 'b' }], [[['a']]]);
const stem = fc.constantFrom('close-files', 'pack/close-files', './close-files.md', 'C++', '标题', 'a, b', '');
const names = fc.oneof(stem, fc.array(stem), fc.constant(null));
const alias = fc.oneof(stem, fc.constantFrom('a b', 'a/b/c', '#a', '-a', 'a-', 'a?', '../a', 'a,b c'));
const code = fc.constantFrom<unknown[]>(
	'no-eval',
	'@x/y',
	'a(b)',
	'S307',
	'S307, S301',
	'S307, no eval',
	'no eval',
	'',
	'*',
	'../x',
	'a//b',
	2086,
	null,
);
const codes = fc.oneof(code, fc.array(code), strange);
const linter = fc.constantFrom('eslint', 'ruff', 'my-linter', 'cwe', 'a b', '-', 'clang-tidy');

/** Values as authors write them, right and wrong; what only the parser takes is below. */
const key = {
	title: fc.oneof(scalar, strange, fc.constantFrom(null, '', ' ', '`code` & <T>: #1')),
	impact: fc.oneof(strange, fc.constantFrom('HIGH', 'LOW-MEDIUM', null, 'REFERENCE', 5)),
	impactDescription: fc.oneof(strange, fc.constantFrom('2-10× faster', '', 100, null)),
	tags: fc.oneof(
		scalar,
		fc.array(fc.oneof(scalar, fc.constant(null), fc.array(scalar))),
		fc.constantFrom(null, { a: 1 }),
	),
	section: fc.oneof(strange, fc.constantFrom('Memory', 3, null)),
	related: names,
	conflicts: fc.oneof(names, strange, fc.boolean()),
	aliases: fc.oneof(alias, fc.array(alias), strange, fc.boolean()),
	linters: fc.oneof(fc.dictionary(linter, codes), fc.constantFrom('eslint', ['eslint'], null, {})),
	standards: fc.oneof(fc.constantFrom('CWE-95', ['CWE-95', 'x'], null), strange),
	deprecated: fc.oneof(
		strange.filter((value) => Array.isArray(value)),
		fc.constantFrom(true, 'The library is gone.', null, 5, {}),
		fc.record({ message: fc.oneof(strange, fc.constantFrom('gone', null)), replacedBy: fc.oneof(names, strange) }),
	),
	extra: fc.oneof(scalar, strange),
};

const frontmatter = fc.record(key, { requiredKeys: [] });

describe('the schema and the parser', () => {
	it('agree on any keys together', () => {
		fc.assert(
			fc.property(frontmatter, (value) => {
				expect([value, faults(value).length > 0]).toEqual([value, shapeFindings(asYaml(value)).length > 0]);
			}),
			{ numRuns: 300 },
		);
	});

	it.each(Object.entries(key))('agree on `%s` beside a title', (name, values) => {
		let valid = 0;
		fc.assert(
			fc.property(values, (value) => {
				const whole = { title: 'A', [name]: value };
				const isValid = faults(whole).length === 0;
				if (isValid) valid += 1;
				expect([value, isValid]).toEqual([value, shapeFindings(asYaml(whole)).length === 0]);
			}),
			{ numRuns: 300 },
		);
		expect(valid).toBeGreaterThan(0);
	});

	it('agree on the files of all fixtures and shipped packs', () => {
		const files = globSync(['tests/fixtures/*/**/*.md', 'content/*/rules/*.md']);
		const texts = files.map((file) => ({
			file,
			yaml: /^\uFEFF?---\r?\n(.*?)\r?\n---/s.exec(readFileSync(file, 'utf8'))?.[1],
		}));
		const read = texts.flatMap(({ file, yaml }) => {
			// An anchor that swallows a word is lost before a schema sees the value.
			if (yaml === undefined || /[\\/]_/.test(file) || file.includes('--anchor')) return [];
			const { diagnostics } = frontmatterOf(yaml);
			const isYaml = diagnostics.every(({ code }) => code !== 'yaml-invalid');
			return isYaml ? [{ file, yaml }] : [];
		});
		expect(read.length).toBeGreaterThan(50);
		const apart = read.filter(({ yaml }) => faults(parse(yaml) ?? {}).length > 0 !== shapeFindings(yaml).length > 0);
		expect(apart.map(({ file }) => file)).toEqual([]);
	});
});

describe('the parser is lenient, and an editor marks', () => {
	test.each([
		['a tier in other letters', 'impact: high'],
		['a tier that is an empty text', 'impact: ""'],
		['a yes or no as a text', 'section: true'],
		['`related` in the shape of another tool', 'related: { see: a }'],
		['numbers among names', 'conflicts: [5]'],
		['nothing among names', 'conflicts: [null]'],
		['a number as a standard', 'standards: 95'],
		['spaces around a code', 'linters: { ruff: " S307" }'],
		['a linter without a code', 'linters:\n  ruff:'],
		['a number as the reason of a deprecation', 'deprecated: { message: 5 }'],
	])('%s', (_, yaml) => {
		expect(shapeFindings(`title: A\n${yaml}`)).toEqual([]);
		expect(faults(parse(`title: A\n${yaml}`))).not.toEqual([]);
	});

	test('`replacedBy` without `deprecated`, as the parser does', () => {
		expect(shapeFindings('title: A\nreplacedBy: b')).toEqual(['value-type']);
		expect(faults({ title: 'A', replacedBy: 'b' })).not.toEqual([]);
		expect(faults({ title: 'A', replacedBy: 'b', deprecated: true })).toEqual([]);
	});
});
