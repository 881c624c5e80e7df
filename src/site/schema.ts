import { z } from 'astro/zod';
import { IMPACTS } from '../domain/impact.ts';
import type { Rule } from '../domain/rule.ts';

/** What the content collection holds of a rule. The HTML is not in it: pages read that from the site's state by id. */
export const ruleSchema = z.object({
	id: z.templateLiteral([z.string(), '/', z.string()]),
	pack: z.string().min(1),
	section: z.string().min(1),
	stem: z.string().min(1),
	path: z.string().startsWith('/rules/'),
	source: z.string(),
	title: z.string().min(1),
	impact: z.enum(IMPACTS).nullable(),
	impactDescription: z.string().nullable(),
	tags: z.array(z.string()),
	summary: z.string(),
	languages: z.array(z.string()),
	examples: z.array(
		z.object({
			kind: z.enum(['incorrect', 'correct', 'alternative']),
			reason: z.string().nullable(),
			language: z.string().nullable(),
		}),
	),
});

export type RuleData = z.infer<typeof ruleSchema>;

/** The part of a rule that goes into the collection. */
export function ruleData(rule: Rule): RuleData {
	return {
		id: rule.id,
		pack: rule.pack,
		section: rule.section,
		stem: rule.stem,
		path: rule.path,
		source: rule.source,
		title: rule.title,
		impact: rule.impact,
		impactDescription: rule.impactDescription,
		tags: [...rule.tags],
		summary: rule.summary,
		languages: [...rule.languages],
		examples: rule.examples.map(({ kind, reason, language }) => ({ kind, reason, language })),
	};
}
