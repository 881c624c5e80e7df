import type { JsonNode } from '../json/node.ts';
import { hasKeys, shapeOf } from '../json/shape.ts';
import type { ReportFormat } from '../types.ts';
import { codeAt, inField, type JsonResult, linkResults } from './json-results.ts';

/** Ruff's `json`. `url` leads to the rule; Ruff's own address there gives way to the team's. */
export const ruffJson: ReportFormat = {
	name: 'ruff',
	title: "Ruff's JSON",
	detect: ({ head }) => hasKeys(shapeOf(head), '*.filename', '*.noqa_row'),
	edits: (report, context) => linkResults(report, context, { patterns: ['*'], read: readViolation }),
};

/** Ruff's `json-lines`: the same with one result a line. */
export const ruffLines: ReportFormat = {
	name: 'ruff-lines',
	title: "Ruff's JSON lines",
	emptyIsClean: true,
	detect: ({ head }) => hasKeys(shapeOf(head), 'filename', 'noqa_row'),
	edits: (report, context) => linkResults(report, context, { patterns: ['*'], lines: true, read: readViolation }),
};

function readViolation(node: JsonNode): JsonResult | null {
	const code = codeAt(node, 'code');
	if (code === null) return null;
	return { code: { linter: 'ruff', code }, link: inField(node, 'url') };
}
