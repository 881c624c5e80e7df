import { member } from '../json/node.ts';
import { hasKeys, shapeOf } from '../json/shape.ts';
import type { ReportFormat } from '../types.ts';
import { codeAt, inMessage, linkResults } from './json-results.ts';

/** Pylint's `json` and `json2`. They have no place for a link, so the address ends the message. */
export const pylintJson: ReportFormat = {
	name: 'pylint',
	title: "Pylint's JSON",
	detect: ({ head }) => {
		const shape = shapeOf(head);
		if (hasKeys(shape, '*.symbol', '*.message-id') || hasKeys(shape, 'messages.*.symbol', 'messages.*.messageId'))
			return true;
		return hasKeys(shape, 'messages', 'statistics.messageTypeCount');
	},
	edits: (report, context) =>
		linkResults(report, context, {
			patterns: [shapeOf(report.head).root === 'array' ? '*' : 'messages.*'],
			read: (node) => {
				const id = codeAt(node, 'messageId') ?? codeAt(node, 'message-id');
				const symbol = codeAt(node, 'symbol');
				if (id === null && symbol === null) return null;
				// Rules name the one or the other; this spelling stands for both.
				const code = id !== null && symbol !== null ? `${id}(${symbol})` : `${id ?? symbol}`;
				return { code: { linter: 'pylint', code }, link: inMessage(member(node, 'message'), context) };
			},
		}),
};
