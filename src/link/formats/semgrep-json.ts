import { setMember } from '../json/edit.ts';
import { itemsAt, type JsonNode, objectAt, textAt } from '../json/node.ts';
import { hasKeys, shapeOf } from '../json/shape.ts';
import type { ReportFormat } from '../types.ts';
import { codeAt, linkResults } from './json-results.ts';

/**
 * Semgrep's JSON. `extra.metadata.source` is where a rule's page stands, also for Semgrep's own other formats; what the rule
 * has there gives way to the team's address.
 */
export const semgrepJson: ReportFormat = {
	name: 'semgrep',
	title: "Semgrep's JSON",
	detect: ({ head }) => {
		const shape = shapeOf(head);
		return hasKeys(shape, 'results.*.check_id') || hasKeys(shape, 'results', 'paths.scanned');
	},
	edits: (report, context) =>
		linkResults(report, context, {
			patterns: ['results.*'],
			read: (node) => {
				const code = codeAt(node, 'check_id');
				const extra = objectAt(node, 'extra');
				if (code === null || extra === null) return null;
				const metadata = objectAt(extra, 'metadata');
				return {
					code: { linter: 'semgrep', code },
					standards: standardsOf(metadata),
					link: (url) => {
						if (url === null) return [];
						return [
							metadata === null ? setMember(extra, 'metadata', { source: url }) : setMember(metadata, 'source', url),
						];
					},
				};
			},
		}),
};

/** `cwe: ["CWE-95: Improper …"]`, or one as text. */
function standardsOf(metadata: JsonNode | null): readonly string[] {
	return ['cwe', 'owasp'].flatMap((key) => {
		const one = textAt(metadata, key);
		const texts =
			one === null ? itemsAt(metadata, key).flatMap((item) => (item.type === 'string' ? [item.value] : [])) : [one];
		return texts.map((text) => (key === 'cwe' ? (/CWE-\d+/i.exec(text)?.[0] ?? text) : (text.split(' - ')[0] ?? text)));
	});
}
