import { member, textAt } from '../json/node.ts';
import { hasKeys, shapeOf } from '../json/shape.ts';
import type { ReportFormat } from '../types.ts';
import { inMessage, linkResults } from './json-results.ts';

/** Biome's `json` and `json-pretty`. It has no place for a link, so the address ends the message. */
export const biomeJson: ReportFormat = {
	name: 'biome',
	title: "Biome's JSON",
	detect: ({ head }) => {
		const shape = shapeOf(head);
		return hasKeys(shape, 'diagnostics.*.category') || hasKeys(shape, 'summary.changed', 'diagnostics');
	},
	edits: (report, context) =>
		linkResults(report, context, {
			patterns: ['diagnostics.*'],
			read: (node) => {
				const code = textAt(node, 'category') ?? '';
				if (code === '') return null;
				// Before 2.6, `message` was a list of pieces with their colours, and `description` the same as text.
				const message = member(node, 'message')?.type === 'string' ? 'message' : 'description';
				return { code: { linter: 'biome', code }, link: inMessage(member(node, message), context) };
			},
		}),
};
