import { hasKeys, shapeOf } from '../json/shape.ts';
import type { ReportFormat } from '../types.ts';
import { codeAt, inField, linkResults } from './json-results.ts';

/**
 * stylelint's `json`. `url` of a warning leads to the rule; stylelint sets it where the configuration of the rule has one, and
 * that gives way to the address of the catalog.
 */
export const stylelintJson: ReportFormat = {
	name: 'stylelint',
	title: "stylelint's JSON",
	detect: ({ head }) => hasKeys(shapeOf(head), '*.source', '*.warnings'),
	edits: (report, context) =>
		linkResults(report, context, {
			patterns: ['*.warnings.*'],
			read: (node) => {
				const code = codeAt(node, 'rule');
				if (code === null) return null;
				return { code: { linter: 'stylelint', code }, link: inField(node, 'url') };
			},
		}),
};
