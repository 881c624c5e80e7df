import fc from 'fast-check';
import { ruleId, rulePath } from '../src/domain/ids.ts';
import { IMPACTS } from '../src/domain/impact.ts';
import type { Catalog, Example, Rule } from '../src/domain/rule.ts';
import { SAMPLE_CATALOG } from './sample-catalog.ts';

/** Catalogs of rules with hostile titles, long texts, codes of known and unknown linters: all that a pack may say. */

const template = SAMPLE_CATALOG.rules[0];
if (template === undefined) throw new Error('the sample has rules');

const hostile = fc
	.array(
		fc.oneof(
			fc.constantFrom('`code`', '<script>', '[x](javascript:a)', '![i](http://a/b)', '*', '\\', '|', '\n', '"', '标题'),
			fc.constantFrom('😀', '\ud83d', '\u0000', '`', '``', 'www.a.org', 'a@b.org', '{{fn}}', '&amp;', '#1', '_', '---'),
			fc.string({ unit: 'binary', maxLength: 20 }),
			fc.constant('word '.repeat(300)),
			fc.constant('x'.repeat(1100)),
		),
		{ maxLength: 6 },
	)
	.map((pieces) => pieces.join(''));

const title = hostile.map((text) => (text.trim() === '' ? 'A' : text.trim()));
const segment = fc.stringMatching(/^[a-z0-9_@+()~](?:[a-z0-9._-]{0,12}[a-z0-9_])?$/);
const id = fc.tuple(segment, segment).map(([pack, stem]) => ruleId(pack, stem));

const code = fc.record({
	linter: fc.oneof(
		fc.constantFrom('eslint', 'ruff', 'clang-tidy', 'shellcheck', 'cppcheck'),
		fc.stringMatching(/^[a-z][a-z0-9.-]{0,9}$/),
	),
	code: fc.oneof(
		fc.constantFrom('no-eval', '@typescript-eslint/no-explicit-any', 'eslint(no-eval)', 'S307', 'SC2086', 'NO-EVAL'),
		fc.stringMatching(/^[A-Za-z0-9@_+()=:~-]{1,12}(?:\/[A-Za-z0-9@_+()=:~-]{1,12})?$/),
	),
});

const example: fc.Arbitrary<Example> = fc.record({
	kind: fc.constantFrom('incorrect', 'correct', 'alternative'),
	reason: fc.option(title),
	language: fc.option(fc.constantFrom('c', 'ts')),
	title: fc.constant(null),
	place: fc.record({ line: fc.integer({ min: 1, max: 9999 }), column: fc.integer({ min: 1, max: 9999 }) }),
});

const anyRule = fc
	.record({
		id,
		title,
		summary: hostile,
		impact: fc.constantFrom(...IMPACTS, null),
		impactDescription: fc.option(title),
		tags: fc.array(fc.oneof(title, fc.constantFrom('security', 'Security', 'external/cwe/cwe-079')), { maxLength: 25 }),
		aliases: fc.array(id, { maxLength: 3 }),
		related: fc.array(id, { maxLength: 3 }),
		conflicts: fc.array(id, { maxLength: 3 }),
		codes: fc.array(code, { maxLength: 5 }),
		standards: fc.array(
			fc.oneof(
				fc.constantFrom('CWE-95', 'CWE-1', 'house style'),
				fc.integer({ min: 1, max: 2000 }).map((n) => `CWE-${n}`),
			),
			{
				maxLength: 3,
			},
		),
		deprecated: fc.option(fc.record({ message: fc.option(title), replacedBy: fc.array(id, { maxLength: 2 }) })),
		examples: fc.array(example, { maxLength: 3 }),
	})
	.map((said): Rule => {
		const [pack = '', stem = ''] = said.id.split('/');
		return { ...template, ...said, pack, stem, path: rulePath(pack, stem) };
	});

export const anyCatalog: fc.Arbitrary<Catalog> = fc
	.uniqueArray(anyRule, { selector: (rule) => rule.id, maxLength: 8 })
	.map((rules) => ({ ...SAMPLE_CATALOG, rules }));
