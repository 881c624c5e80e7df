import { member } from '../json/node.ts';
import { hasKeys, shapeOf } from '../json/shape.ts';
import type { ReportFormat } from '../types.ts';
import { codeAt, inMessage, linkResults } from './json-results.ts';

/** ShellCheck's `json` and `json1`. The code is a number without `SC`. They have no place for a link, so the address ends the message. */
export const shellcheckJson: ReportFormat = {
	name: 'shellcheck',
	title: "ShellCheck's JSON",
	detect: ({ head }) => {
		const shape = shapeOf(head);
		if (shape.root === 'object')
			return hasKeys(shape, 'comments') && (shape.keys.size === 1 || hasKeys(shape, 'comments.*.level'));
		return hasKeys(shape, '*.file', '*.level', '*.code', '*.message');
	},
	edits: (report, context) =>
		linkResults(report, context, {
			patterns: [shapeOf(report.head).root === 'array' ? '*' : 'comments.*'],
			read: (node) => {
				const code = codeAt(node, 'code');
				if (code === null) return null;
				const spelled = /^\d+$/.test(code) ? `SC${code}` : code;
				return { code: { linter: 'shellcheck', code: spelled }, link: inMessage(member(node, 'message'), context) };
			},
		}),
};
