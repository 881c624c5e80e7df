import { z } from 'astro/zod';
import type { Rule } from '../domain/rule.ts';
import { catalogRuleSchema, exampleSchema } from '../schema/catalog.ts';

/**
 * What the content collection holds of a rule: the part of the published catalog that pages need, and where it lies. The
 * HTML is not in it: pages read that from the site's state by id.
 */
export const ruleSchema = catalogRuleSchema
	.pick({
		id: true,
		pack: true,
		section: true,
		source: true,
		title: true,
		impact: true,
		impactDescription: true,
		tags: true,
		summary: true,
	})
	.extend({
		stem: z.string().min(1),
		path: z.string().startsWith('/rules/'),
		languages: z.array(z.string()),
		examples: z.array(exampleSchema.omit({ place: true })),
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
