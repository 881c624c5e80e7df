import { findLinter } from '../../domain/linters.ts';
import { type JsonNode, member, textAt } from '../json/node.ts';
import { selectJson } from '../json/select.ts';
import { hasKeys, shapeOf } from '../json/shape.ts';
import type { Report, ReportFormat } from '../types.ts';
import { codeAt, inMessage, linkResults } from './json-results.ts';

/** SonarQube's generic issues. They have no place for a link, so the address ends the message of the main place. */
export const sonarJson: ReportFormat = {
	name: 'sonar',
	title: "SonarQube's generic issues",
	detect: ({ head }) => hasKeys(shapeOf(head), 'issues.*.ruleId', 'issues.*.primaryLocation'),
	edits: async function* (report, context) {
		const engines = await enginesOf(report);
		yield* linkResults(report, context, {
			patterns: ['issues.*'],
			read: (node) => {
				const code = codeAt(node, 'ruleId');
				if (code === null) return null;
				const engine = textAt(node, 'engineId') ?? engines.get(code) ?? context.tool;
				return {
					code: engine === null ? null : { linter: findLinter(engine)?.name ?? engine, code },
					link: inMessage(member(node, 'primaryLocation', 'message'), context),
				};
			},
		});
	},
};

/** The newer form of the format names the linter where it describes its rules, which may be behind the issues. */
async function enginesOf(report: Report): Promise<ReadonlyMap<string, string>> {
	const engines = new Map<string, string>();
	for await (const { node } of selectJson(report, ['rules.*'])) addEngine(engines, node);
	return engines;
}

function addEngine(engines: Map<string, string>, rule: JsonNode): void {
	const id = codeAt(rule, 'id');
	const engine = textAt(rule, 'engineId');
	if (id !== null && engine !== null) engines.set(id, engine);
}
