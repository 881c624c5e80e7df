import { findLinter } from '../../domain/linters.ts';
import { type JsonNode, objectAt, textAt } from '../json/node.ts';
import { hasKeys, shapeOf } from '../json/shape.ts';
import type { ReportFormat } from '../types.ts';
import { codeAt, firstText, inField, type JsonResult, linkResults } from './json-results.ts';
import { NO_CODE } from './no-code.ts';

/**
 * reviewdog's `rdjson`, which Biome, Ruff and others write. `code.url` leads to the rule; a linter's own address there gives way
 * to the team's, as reviewdog shows one.
 */
export const rdjson: ReportFormat = {
	name: 'rdjson',
	title: "reviewdog's rdjson",
	detect: ({ head }) => {
		const shape = shapeOf(head);
		// Biome's own JSON has the places of its results under the same keys.
		if (!hasKeys(shape, 'diagnostics') || hasKeys(shape, 'diagnostics.*.category')) return false;
		return hasKeys(shape, 'diagnostics.*.location.path') || hasKeys(shape, 'source.name') || shape.keys.size === 1;
	},
	edits: async function* (report, context) {
		// Ruff writes its name behind the results, so it takes a pass of its own.
		const tool = (await firstText(report, 'source.name')) ?? context.tool;
		yield* linkResults(report, context, { patterns: ['diagnostics.*'], read: (node) => readDiagnostic(node, tool) });
	},
};

/** The same with one diagnostic a line. */
export const rdjsonl: ReportFormat = {
	name: 'rdjsonl',
	title: "reviewdog's rdjsonl",
	emptyIsClean: true,
	detect: ({ head }) => {
		const shape = shapeOf(head);
		return shape.root === 'object' && hasKeys(shape, 'message', 'location.path');
	},
	edits: (report, context) =>
		linkResults(report, context, {
			patterns: ['*'],
			lines: true,
			read: (node) => readDiagnostic(node, context.tool),
		}),
};

function readDiagnostic(node: JsonNode, tool: string | null): JsonResult | null {
	const object = objectAt(node, 'code');
	const code = codeAt(node, 'code', 'value');
	if (object === null || code === null || NO_CODE.has(code)) return null;
	const source = textAt(node, 'source', 'name') ?? tool;
	return {
		code: source === null ? null : { linter: findLinter(source)?.name ?? source, code },
		link: inField(object, 'url'),
	};
}
