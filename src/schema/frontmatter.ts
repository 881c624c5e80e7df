import { z } from 'zod';
import { CODE_PATTERN, CODES_PATTERN } from '../domain/code-shape.ts';
import { IMPACTS } from '../domain/impact.ts';
import { findLinter, LINTER_NAMES } from '../domain/linters.ts';
import { ALIASES_PATTERN, LINTER_KEY_PATTERN } from './patterns.ts';
import { says } from './says.ts';

/**
 * The frontmatter of a rule as an author is meant to write it: what an editor proposes and marks. It marks what the parser
 * reports of a single value, and some of what the parser takes without a word, such as a tier in other letters: the test of
 * this file lists those. Keys that it does not name are the author's own.
 */

const words = z.union([z.string(), z.array(z.string())]);
const label = z.union([z.string(), z.number()]);
const aliases = z.string().regex(ALIASES_PATTERN);
const code = z.union([
	z.string().max(200).regex(new RegExp(CODE_PATTERN)),
	z.string().regex(new RegExp(CODES_PATTERN)),
]);
const codes = z.union([code, z.array(code)]);

/** A key may be left out, and may stand without a value. */
function optional<T extends z.ZodType>(schema: T, ...meta: Parameters<typeof says>) {
	return schema
		.nullable()
		.optional()
		.meta(says(...meta));
}

const linters = z
	.object(
		Object.fromEntries(
			LINTER_NAMES.map((name) => {
				const title = findLinter(name)?.title ?? name;
				return [
					name,
					codes.optional().meta(says(title, `A code of ${title} that this rule explains, or a list of them.`)),
				];
			}),
		),
	)
	.catchall(codes)
	.meta({ propertyNames: { pattern: LINTER_KEY_PATTERN.source } });

const deprecated = z.union([
	z.boolean(),
	z.string(),
	z.looseObject({
		message: optional(z.string(), 'Message', 'Why the rule no longer holds.'),
		replacedBy: optional(words, 'Replaced by', 'Stems or ids of the rules to follow instead.', [['close-files']]),
	}),
]);

export const frontmatterSchema = z
	.looseObject({
		title: z
			.string()
			.regex(/\S/)
			.meta(
				says('Title', 'What to do, in one line. In quotes when it holds ` #` or `: `, or begins with a backtick.', [
					'Close what you open',
				]),
			),
		impact: optional(z.enum(IMPACTS), 'Impact', 'How much it matters, from CRITICAL to LOW. A rule may have none.'),
		impactDescription: optional(label, 'Impact description', 'What following the rule is good for, in a few words.', [
			'no descriptor leaks under load',
		]),
		tags: optional(
			z.union([z.string(), z.array(z.union([z.string(), z.array(z.string())]))]),
			'Tags',
			'Words separated by commas, or a list of words. In quotes what YAML takes for no word: "NULL", "404".',
			['files, memory', ['files', 'memory']],
		),
		section: optional(label, 'Section', 'The section of the pack, where the file name does not say it.'),
		related: optional(words, 'Related rules', 'Stems of this pack or ids of any, with commas or as a list.', [
			['close-files', 'c-basics/check-every-call'],
		]),
		conflicts: optional(words, 'Conflicts', 'Stems or ids of rules that cannot be followed together with this one.', [
			['use-threads'],
		]),
		aliases: optional(
			z.union([aliases, z.array(aliases)]),
			'Aliases',
			'Former stems of this rule, or former ids after a move: their addresses keep leading here.',
			[['close-handles', 'old-pack/close-handles']],
		),
		linters: optional(
			linters,
			'Linter codes',
			'Linter → the code or codes that this rule explains, as it prints them.',
			[{ eslint: ['no-eval', '@typescript-eslint/no-implied-eval'], ruff: 'S307' }],
		),
		standards: optional(words, 'Standards', 'What the rule serves: CWE, CERT, MISRA, OWASP.', [['CWE-95']]),
		deprecated: optional(
			deprecated,
			'Deprecated',
			'Set it for a rule that no longer holds: its page stays, with a notice.',
			[true, { message: 'The library is gone.', replacedBy: ['close-files'] }],
		),
		replacedBy: optional(words, 'Replaced by', 'Beside `deprecated`: stems or ids of the rules to follow instead.', [
			['close-files'],
		]),
	})
	.meta({
		...says('Frontmatter of a rule, version 1', 'What stands between the two `---` lines at the top of a rule.'),
		dependencies: { replacedBy: ['deprecated'] },
	});
