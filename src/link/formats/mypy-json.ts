import { member } from '../json/node.ts';
import { hasKeys, shapeOf } from '../json/shape.ts';
import type { ReportFormat } from '../types.ts';
import { codeAt, inMessage, linkResults } from './json-results.ts';

/** mypy's `--output json`, one result a line. It has no place for a link, so the address ends the message. */
export const mypyJson: ReportFormat = {
	name: 'mypy',
	title: "mypy's JSON lines",
	emptyIsClean: true,
	detect: ({ head }) => {
		const shape = shapeOf(head);
		return shape.root === 'object' && hasKeys(shape, 'file', 'line', 'message', 'hint', 'code');
	},
	edits: (report, context) =>
		linkResults(report, context, {
			patterns: ['*'],
			lines: true,
			read: (node) => {
				const code = codeAt(node, 'code');
				if (code === null) return null;
				return { code: { linter: 'mypy', code }, link: inMessage(member(node, 'message'), context) };
			},
		}),
};
