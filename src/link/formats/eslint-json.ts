import { member, textAt } from '../json/node.ts';
import { hasKeys, shapeOf } from '../json/shape.ts';
import type { LinkContext, ReportFormat } from '../types.ts';
import { eslintMetadataEdits } from './eslint-metadata.ts';
import { inMessage, linkResults } from './json-results.ts';

const HINT = '--format json-with-metadata has a place for links; in json they are added to the message.';

/**
 * ESLint's `json` and `json-with-metadata`. The first has no place for a link, so the address ends the message; the second has
 * `docs.url` of every rule. An empty list is a clean report of half a dozen linters; it is taken for ESLint's.
 */
export const eslintJson: ReportFormat = {
	name: 'eslint',
	title: "ESLint's JSON",
	detect: ({ head }) => {
		const shape = shapeOf(head);
		if (shape.root === 'array') return shape.empty || hasKeys(shape, '*.filePath', '*.messages');
		return (
			hasKeys(shape, 'results', 'metadata.rulesMeta') || hasKeys(shape, 'results.*.filePath', 'results.*.messages')
		);
	},
	edits: (report, context) =>
		shapeOf(report.head).root === 'object' ? eslintMetadataEdits(report, context) : messageEdits(report, context),
};

function messageEdits(report: Parameters<ReportFormat['edits']>[0], context: LinkContext) {
	let hinted = false;
	return linkResults(report, context, {
		patterns: ['*.messages.*', '*.suppressedMessages.*'],
		read: (node) => {
			const code = textAt(node, 'ruleId');
			if (code === null) return null;
			const link = inMessage(member(node, 'message'), context);
			return {
				code: { linter: 'eslint', code },
				link: (url, title) => {
					if (!hinted && url !== null) context.warn({ message: HINT, line: null });
					hinted ||= url !== null;
					return link(url, title);
				},
			};
		},
	});
}
