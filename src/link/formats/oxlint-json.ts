import { hasKeys, shapeOf } from '../json/shape.ts';
import type { ReportFormat } from '../types.ts';
import { codeAt, inField, linkResults } from './json-results.ts';

/** Oxlint's `json`. `url` leads to the rule; Oxlint's own address there gives way to the team's. */
export const oxlintJson: ReportFormat = {
	name: 'oxlint',
	title: "Oxlint's JSON",
	detect: ({ head }) => {
		const shape = shapeOf(head);
		return hasKeys(shape, 'diagnostics', 'number_of_files') || hasKeys(shape, 'diagnostics.*.filename');
	},
	edits: (report, context) =>
		linkResults(report, context, {
			patterns: ['diagnostics.*'],
			read: (node) => {
				const code = codeAt(node, 'code');
				return code === null ? null : { code: { linter: 'oxlint', code }, link: inField(node, 'url') };
			},
		}),
};
