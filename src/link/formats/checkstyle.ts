import type { LinterCode } from '../../domain/linter.ts';
import { findLinter } from '../../domain/linters.ts';
import { type Edit, ReportError, type ReportFormat } from '../types.ts';
import { linkAttribute, rootOf, xmlEdits } from '../xml/edits.ts';
import { decodeXml } from '../xml/escaping.ts';
import { NO_CODE } from './no-code.ts';
import { NO_TOOL } from './no-tool.ts';

const OWN = 'com.puppycrawl.tools.checkstyle.';

/**
 * Checkstyle's XML, which many linters write. It has no place for a link, so the address ends the `message`.
 * Most linters put their name into `source`; for the others `--tool` has to say it.
 */
export const checkstyle: ReportFormat = {
	name: 'checkstyle',
	title: 'Checkstyle XML',
	detect: ({ head }) => rootOf(head) === 'checkstyle',
	edits: async function* (report, { catalog, tool, saw }) {
		let known = 0;
		let unknownLine: number | null = null;
		yield* xmlEdits(report, (token): readonly Edit[] => {
			if (token.kind !== 'open' || token.name !== 'error') return [];
			const source = decodeXml(token.attributes.get('source')?.raw ?? '').trim();
			if (NO_CODE.has(source)) return [];
			const code = codeOfSource(source, tool);
			if (code === null) {
				unknownLine ??= token.line;
				return [];
			}
			known++;
			const link = catalog.find(code);
			saw(code, link);
			const message = token.attributes.get('message');
			const edit = message === undefined ? null : linkAttribute(message, link?.url ?? null, catalog.url);
			return edit === null ? [] : [edit];
		});
		if (known === 0 && unknownLine !== null) throw new ReportError(NO_TOOL, unknownLine);
	},
};

/** The code in a `source`, by the name or the shape that it begins with, else of the linter `tool`; null when nothing tells the linter. */
export function codeOfSource(source: string, tool: string | null): LinterCode | null {
	// RuboCop's formatter borrows Checkstyle's package for its departments, which have a slash.
	if (source.startsWith(OWN) && source.includes('/')) return { linter: 'rubocop', code: source.slice(OWN.length) };
	if (source.startsWith('com.puppycrawl.')) return { linter: 'checkstyle', code: source };
	if (/^(?:lint|assist)\/./.test(source)) return { linter: 'biome', code: source };
	if (/^[\w@/-]+\([\w@/-]+\)$/.test(source)) return { linter: 'oxlint', code: source };
	if (/^SC\d{4}$/.test(source)) return { linter: 'shellcheck', code: source };
	if (/^DL\d{4}$/.test(source)) return { linter: 'hadolint', code: source };
	const [, name = '', code = ''] = /^([\w-]+)\.(?:rules\.)?(.+)$/.exec(source) ?? [];
	const linter = findLinter(name);
	if (linter !== null) return { linter: linter.name, code };
	return tool === null ? null : { linter: tool, code: source };
}
