import type { Config } from '../domain/config.ts';
import type { DiagnosticCode } from '../domain/diagnostics.ts';
import { CODES_PACK } from '../domain/diagnostics.ts';
import { rulePath } from '../domain/ids.ts';

/** What an address is made from. */
export type Whereabouts = Pick<Config, 'site' | 'base'>;

/**
 * A site-relative path (`/rules/…/`) as others reach it: a whole URL when the config names the site,
 * else a path that begins with the base.
 */
export function address({ site, base }: Whereabouts, path: string): string {
	return `${site ?? ''}${base}${path.replace(/^\//, '')}`;
}

/** The page that explains a code; null while the config names no site, because a path alone leads nowhere from a report. */
export function codeUrl(where: Whereabouts, code: DiagnosticCode): string | null {
	return where.site === null ? null : address(where, rulePath(CODES_PACK, code));
}
