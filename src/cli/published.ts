import { Option } from 'commander';
import { comparePublished } from '../catalog/published.ts';
import { compareDiagnostics, type Diagnostic } from '../domain/diagnostics.ts';
import { type LoadedCatalog, loadCatalog } from '../link/load-catalog.ts';
import type { PipelineResult } from '../pipeline.ts';

/** A catalog that a site has published, with the name that the person gave it. */
interface Former extends LoadedCatalog {
	readonly source: string;
}

export const publishedOption = () =>
	new Option(
		'--published <source>',
		'rules.json of the published site, a file or an address: none of its links may break',
	);

/** Reads what is published; null when nobody asks. Throws `CatalogError` when it cannot be read. */
export async function formerCatalog(source: string | undefined): Promise<Former | null> {
	return source === undefined ? null : { ...(await loadCatalog(source)), source };
}

/**
 * The result of a run, with what was published and is gone among its diagnostics. Rules that were left out for an error
 * are not gone, unless `leavesOut` says that the site goes without them.
 */
export function comparedWith(former: Former | null, result: PipelineResult, leavesOut: boolean): PipelineResult {
	if (former === null) return result;
	const { source, text, file } = former;
	const waiting = leavesOut ? [] : result.leftOut.map((one) => one.file);
	const gone = comparePublished(result.catalog, { file: source, text, rules: file.rules }, waiting);
	return { ...result, diagnostics: [...result.diagnostics, ...gone].sort(compareDiagnostics) };
}

/** True for what no rule can be left out for: a link that was published would break. */
export function isVanished({ code }: Diagnostic): boolean {
	return code === 'id-vanished';
}
