import type { Impact } from '../../domain/impact.ts';
import { escapeHtml } from './escape.ts';
import { impactMark } from './impact.ts';
import { deprecatedMark, inlineHtml } from './text.ts';

/** What a list of rules shows of one rule; all of it plain text of the author. */
export interface Row {
	readonly impact: Impact | null;
	readonly title: string;
	/** Whether the rule no longer holds. */
	readonly deprecated: boolean;
	readonly href: string;
	readonly pack: string;
	readonly section: string;
	/** Address of the section's page. */
	readonly sectionHref: string;
	/** `''` while it is not known. */
	readonly summary: string;
}

/** One rule of the browser's list as HTML, for the first rows; the browser makes all others by `rowNode`. */
export function rowHtml({ impact, title, deprecated, href, pack, section, sectionHref, summary }: Row): string {
	const place = `${inlineHtml(pack)} <span aria-hidden="true">›</span> ${inlineHtml(section)}`;
	return (
		`<li>${impactMark(impact)}<a class="to" href="${escapeHtml(href)}">${inlineHtml(title)}${deprecatedMark(deprecated)}</a>` +
		`<p>${inlineHtml(summary)}</p><a class="from" href="${escapeHtml(sectionHref)}">${place}</a></li>`
	);
}
