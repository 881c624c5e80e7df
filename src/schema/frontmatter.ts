import { z } from 'zod';
import { IMPACTS } from '../domain/impact.ts';
import { findLinter, LINTER_NAMES } from '../domain/linters.ts';

/**
 * The frontmatter of a rule as an author is meant to write it: what an editor proposes and marks. The parser takes more, and
 * says so in a warning: a number as a title, a tier in other letters, an empty tag.
 */

const words = z.union([z.string(), z.array(z.string().min(1))]);

const codes = z.union([z.string().min(1), z.array(z.string().min(1))]);

const linters = z
	.object(
		Object.fromEntries(
			LINTER_NAMES.map((name) => [
				name,
				codes.optional().meta({ description: `A code of ${findLinter(name)?.title ?? name}, or a list of codes.` }),
			]),
		),
	)
	.catchall(codes);

export const frontmatterSchema = z
	.looseObject({
		title: z
			.string()
			.regex(/\S/)
			.meta({
				description: 'What to do, in one line. Put it in quotes when it holds ` #` or `: `.',
				examples: ['Close what you open'],
			}),
	})
	.meta({ title: 'Frontmatter of a rule, version 1' });
void [words, linters, IMPACTS];
