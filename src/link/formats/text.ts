import { textEdits } from '../text/edits.ts';
import { lineMatcher } from '../text/match.ts';
import { visible } from '../text/visible.ts';
import { type LinkContext, type Report, ReportError, type ReportFormat } from '../types.ts';

/** Results stand between lines of source code, but not more rarely than this. */
const LEAST_SHARE = 1 / 200;

/** Reports that have no place for a link and are no text either. */
const REFUSED: readonly { readonly head: RegExp; readonly message: string }[] = [
	{
		head: /^\s*(?:---\s+)?(?:MainSourceFile|Diagnostics):/,
		message: "clang-tidy's YAML has no place for links; use its text output",
	},
	{
		head: /^\s*<(?:!doctype html|html)\b/i,
		message:
			"an HTML report is not linked: its addresses come from the rules. For ESLint's, use eslintLinks of rulepress/link in eslint.config.mjs, or link its JSON (--format json-with-metadata)",
	},
];

/**
 * What linters print for people. The lines stay as they are; a list of the rules follows them, and on a terminal the codes lead
 * there as well. Commands of a build server get the address into their message.
 */
export const text: ReportFormat = {
	name: 'text',
	title: 'plain text',
	emptyIsClean: true,
	detect: ({ head }) => refusalOf(head) !== null || looksLikeResults(head),
	edits: (report: Report, context: LinkContext) => {
		const refusal = refusalOf(report.head);
		if (refusal !== null) throw new ReportError(`${refusal}.`);
		return textEdits(report, context);
	},
};

function refusalOf(head: string): string | null {
	return REFUSED.find((refused) => refused.head.test(head))?.message ?? null;
}

function looksLikeResults(head: string): boolean {
	// JSON and XML of other kinds, which a footer would break.
	if (/^\s*(?:[<{]|\[\s*[[{\]"])/.test(head)) return false;
	const match = lineMatcher(head, null);
	const lines = head
		.split(/\r?\n/)
		.map((line) => visible(Buffer.from(line).toString('latin1')).text)
		.filter((line) => line.trim() !== '');
	const results = lines.filter((line, index) => {
		const found = match(line);
		return found !== null && found.next?.test(lines[index + 1] ?? '') !== false;
	});
	return results.length > 0 && results.length / lines.length >= LEAST_SHARE;
}
