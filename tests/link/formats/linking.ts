import { canonicalCode } from '../../../src/domain/linters.ts';
import type { LinkCatalog } from '../../../src/link/catalog.ts';
import { makeLinkCatalog } from '../../../src/link/catalog.ts';
import type { ReportFormat } from '../../../src/link/types.ts';
import { all, applied, reportOf } from '../report.ts';

const SITE = 'https://rules.example.org/docs/';

interface TestRule {
	readonly title?: string;
	readonly standards?: readonly string[];
	readonly linters?: Readonly<Record<string, readonly string[]>>;
}

/** A catalog of rules that `pageOf` has the pages of. */
export function catalogOf(rules: Readonly<Record<string, TestRule>>, site = SITE): LinkCatalog {
	const nothing = { summary: '', impact: null, impactDescription: null, tags: [], aliases: [] };
	return makeLinkCatalog(
		'Example rules',
		site,
		Object.entries(rules).map(([id, { title = `About ${id}`, standards = [], linters = {} }]) => ({
			...{ ...nothing, id, title, standards, linters },
			url: pageOf(id, site),
		})),
	);
}

export function pageOf(id: string, site = SITE): string {
	return `${site}rules/team/${id}/`;
}

export interface Linked {
	readonly text: string;
	/** Each result as `linter:code`, with `*` when it leads to a rule. */
	readonly seen: readonly string[];
	readonly edits: number;
}

/** Links a report that comes in pieces of `piece` bytes. */
export async function linked(
	format: ReportFormat,
	text: string,
	catalog: LinkCatalog,
	{ tool = null as string | null, hyperlinks = false, piece = 7 } = {},
): Promise<Linked> {
	const seen: string[] = [];
	const edits = await all(
		format.edits(reportOf(text, 'report', piece), {
			...{ catalog, tool, hyperlinks, repair: false, taxonomy: false },
			saw: (code, link) => {
				const { linter, code: own } = canonicalCode(code);
				seen.push(`${linter}:${own}${link === null ? '' : '*'}`);
			},
			warn: () => {},
		}),
	);
	return { text: applied(text, edits), seen, edits: edits.length };
}
