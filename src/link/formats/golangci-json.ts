import { member, textAt } from '../json/node.ts';
import { hasKeys, shapeOf } from '../json/shape.ts';
import type { ReportFormat } from '../types.ts';
import { codeAt, inMessage, linkResults } from './json-results.ts';

/** How a linter inside puts its own code before the text: `G204: Subprocess …`, `exported: function …`. */
const INNER_CODE = /^([A-Za-z]+\d+|[a-z][a-z-]+): /;
const WITH_CODES: ReadonlySet<string> = new Set(['gosec', 'staticcheck', 'stylecheck', 'gosimple', 'revive']);

/** golangci-lint's JSON. It has no place for a link, so the address ends the text. */
export const golangciJson: ReportFormat = {
	name: 'golangci-lint',
	title: "golangci-lint's JSON",
	detect: ({ head }) => {
		const shape = shapeOf(head);
		return hasKeys(shape, 'Issues.*.FromLinter') || hasKeys(shape, 'Issues', 'Report');
	},
	edits: (report, context) =>
		linkResults(report, context, {
			patterns: ['Issues.*'],
			read: (node) => {
				const linter = codeAt(node, 'FromLinter');
				if (linter === null) return null;
				const inner = WITH_CODES.has(linter) ? INNER_CODE.exec(textAt(node, 'Text') ?? '')?.[1] : undefined;
				const code = inner === undefined ? linter : `${linter}/${inner}`;
				return { code: { linter: 'golangci-lint', code }, link: inMessage(member(node, 'Text'), context) };
			},
		}),
};
