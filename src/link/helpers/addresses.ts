import { codePath } from '../../domain/ids.ts';
import { canonicalCode } from '../../domain/linters.ts';
import type { LinkCatalog } from '../catalog.ts';

/**
 * The address of the team's rule for a linter's code in any spelling: the rule's page, or the list when several rules
 * explain it. Null when none does.
 */
export function ruleUrl(catalog: LinkCatalog, linter: string, code: string): string | null {
	return catalog.find({ linter, code })?.url ?? null;
}

/**
 * The address that a site gives to a linter's code, whether or not a rule explains it: a template that needs no catalog.
 * `base` is the address of the site's root, such as `https://rules.example.org/docs/`.
 * Throws a `TypeError` when that is no http or https address.
 */
export function codeUrl(base: string, linter: string, code: string): string {
	const root = URL.canParse(base) ? new URL(base) : null;
	if (root === null || !/^https?:$/.test(root.protocol)) {
		throw new TypeError(`"${base}" is not the address of a site. Write it whole, such as https://rules.example.org/.`);
	}
	const name = canonicalCode({ linter, code });
	return `${root.origin}${root.pathname.replace(/(?<!\/)\/+$/, '')}${codePath(name.linter, name.code)}`;
}
