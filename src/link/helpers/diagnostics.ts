import type { LinkCatalog } from '../catalog.ts';
import { ruleUrl } from './addresses.ts';
import { copyWith } from './copy-with.ts';

/** A diagnostic of the Language Server Protocol (3.16 or later), as far as links need it. */
export interface LspDiagnostic {
	code?: string | number;
	codeDescription?: { href: string };
	source?: string;
}

/** A diagnostic of VS Code's API. `U` is its `Uri`. */
export interface EditorDiagnostic<U> {
	code?: string | number | { value: string | number; target: U };
	source?: string;
}

/**
 * LSP diagnostics with the team's address behind the code. Only `codeDescription.href` changes: a changed message would
 * break quick fixes. `source` names the linter unless `linter` does. A diagnostic without a rule is the same object.
 */
export function linkDiagnostics<D extends LspDiagnostic>(
	diagnostics: readonly D[],
	catalog: LinkCatalog,
	linter?: string,
): D[] {
	return diagnostics.map((one) => {
		const url = urlOf(one.code, linter ?? one.source, catalog);
		if (url === null || one.codeDescription?.href === url) return one;
		const changes: Partial<LspDiagnostic> = { codeDescription: { ...one.codeDescription, href: url } };
		return copyWith<LspDiagnostic>(one, changes) as D;
	});
}

/**
 * The same for the diagnostics of VS Code's API, which hold the address in `code.target`, for `handleDiagnostics` of a
 * language client. `toUri` is `Uri.parse` of `vscode`.
 */
export function linkEditorDiagnostics<U, D extends EditorDiagnostic<U>>(
	diagnostics: readonly D[],
	catalog: LinkCatalog,
	toUri: (url: string) => U,
	linter?: string,
): D[] {
	return diagnostics.map((one) => {
		const value = typeof one.code === 'object' ? one.code.value : one.code;
		const url = urlOf(value, linter ?? one.source, catalog);
		if (url === null || value === undefined) return one;
		return copyWith<EditorDiagnostic<U>>(one, { code: { value, target: toUri(url) } }) as D;
	});
}

function urlOf(code: string | number | undefined, linter: string | undefined, catalog: LinkCatalog): string | null {
	if (code === undefined || code === '' || linter === undefined) return null;
	return ruleUrl(catalog, linter, String(code));
}
