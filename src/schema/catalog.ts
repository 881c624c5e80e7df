import { z } from 'zod';
import { IMPACTS } from '../domain/impact.ts';
import type { Immutable } from './immutable.ts';
import { says } from './says.ts';

/**
 * What `/rules.json` holds. This is the one description of it: the writer is typed by it, the site's collection is a part of
 * it, and the published JSON Schema is generated from it.
 */

const text = z.string();
const name = z.string().min(1);
const address = z.string().min(1).meta({ format: 'uri-reference' });
const count = z.int().min(1).max(1_000_000_000);
const segment = z.string().regex(/[^/]+/);
const ruleId = z.templateLiteral([segment, '/', segment]);
const ruleIds = z.array(ruleId);

export const exampleSchema = z
	.object({
		kind: z
			.enum(['incorrect', 'correct', 'alternative'])
			.meta(says('Kind', 'What the example shows. `alternative` is neither wrong nor the one right answer.')),
		reason: text.nullable().meta(says('Reason', 'As plain text; null when the label gives none.')),
		language: text.nullable().meta(says('Language', 'In lower case; null for prose and for code without a language.')),
		place: z
			.object({
				line: count.meta(says('Line', 'From 1.')),
				column: count.meta(says('Column', 'From 1, in UTF-16 code units.')),
			})
			.meta(says('Place', 'Where the example begins in the file that `source` names.')),
	})
	.meta(says('Example', 'A labelled example of the rule.'));

const deprecationSchema = z.object({
	message: text.nullable().meta(says('Message', 'Why, as plain text; null when the author gives no reason.')),
	replacedBy: ruleIds.meta(says('Replaced by', 'Ids of the rules to follow instead.')),
});

export const catalogRuleSchema = z
	.object({
		id: ruleId.meta(
			says('Id', 'Pack and stem. It never changes; after a rename the old one is among the aliases.', [
				'web-basics/close-files',
			]),
		),
		pack: name.meta(says('Pack', 'Name of the pack.')),
		section: name.meta(says('Section', 'Section of the pack, as its address has it.')),
		title: name.meta(says('Title', 'What to do. It may hold Markdown code spans.', ['Close what you open'])),
		url: address.meta(
			says('Address', 'The page: a whole URL, or a path when the site was built without its own address.', [
				'https://rules.example.org/rules/web-basics/close-files/',
			]),
		),
		source: text.meta(says('Source', 'Path of the Markdown file below its content folder.')),
		impact: z
			.enum(IMPACTS)
			.nullable()
			.meta(says('Impact', 'How much it matters, from CRITICAL to LOW; null for a rule without a tier.')),
		impactDescription: text
			.nullable()
			.meta(says('Impact description', 'What it is good for, in a few words; null when the author says nothing.')),
		tags: z.array(text).meta(says('Tags', 'As the author spells them.', [['files', 'memory']])),
		summary: text.meta(says('Summary', 'First paragraph as plain text, at most 300 characters; may be empty.')),
		examples: z.array(exampleSchema).meta(says('Examples', 'The labelled examples, in the order of the text.')),
		aliases: ruleIds.meta(says('Aliases', 'Former ids. Their addresses lead to this rule.')),
		linters: z
			.record(name, z.array(name))
			.meta(
				says('Linter codes', 'Linter → the codes that this rule explains, as that linter spells them.', [
					{ eslint: ['no-eval'], ruff: ['S307'] },
				]),
			),
		standards: z.array(name).meta(says('Standards', 'The standards that it serves.', [['CWE-95']])),
		related: ruleIds.meta(says('Related rules', 'Ids of rules to read next, best first.')),
		conflicts: ruleIds.meta(says('Conflicts', 'Ids of rules that cannot be followed together with this one.')),
		deprecated: deprecationSchema
			.nullable()
			.meta(says('Deprecated', 'Set for a rule that no longer holds: its page stays, with a notice. Otherwise null.')),
	})
	.meta(says('Rule', 'A rule that has a page.'));

const packSchema = z
	.object({
		name: name.meta(says('Name', 'First part of the ids of its rules.')),
		title: name.meta(says('Title', 'What a person reads.')),
	})
	.meta(says('Pack', 'A folder of rules.'));

export const catalogSchema = z
	.object({
		$schema: address.meta(says('Schema', 'Address of this schema.')),
		version: z
			.literal(1)
			.meta(says('Version', 'Fields may be added to version 1: ignore those you do not know, refuse other versions.')),
		name: text.meta(says('Name', 'Name of the site.')),
		url: address.meta(
			says('Address', 'The home page: a whole URL, or a path when the site was built without its own address.'),
		),
		packs: z.array(packSchema).meta(says('Packs', 'The packs that have rules, by name.')),
		rules: z.array(catalogRuleSchema).meta(says('Rules', 'Every rule, by id in code-unit order.')),
	})
	.meta(says('Catalog of rules, version 1', 'Every rule of a site: what `/rules.json` holds.'));

export type CatalogFile = Immutable<z.infer<typeof catalogSchema>>;
export type CatalogRule = Immutable<z.infer<typeof catalogRuleSchema>>;
