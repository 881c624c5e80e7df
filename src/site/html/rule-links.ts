import { ruleId } from '../../domain/ids.ts';
import { lookup } from '../lookup.ts';

/**
 * A link to another page of the site, as the pipeline writes it. It stands nowhere else in a rule's HTML: the `<` of a text
 * and the `"` of a value are escaped there.
 */
const PAGE_LINK = /<a href="(\.\.\/\.\.\/\.\.\/(rules|packs)\/([^"/]+)\/(?:([^"/]+)\/)?)(?:#([^"]*))?"/g;

/**
 * The HTML of a rule with its links as they hold in this catalog. A rule is rendered before it is known which others get a
 * page and what headings they have: a link to a page that is not there becomes text, and one to a heading that is not
 * there leads to the top of the page.
 */
export function linkedHtml(html: string): string {
	return html.replace(PAGE_LINK, (_, page: string, kind: string, pack: string, name = '', anchor?: string) => {
		const { ruleIfThere, hasPack } = lookup();
		const rule = kind === 'rules' ? ruleIfThere(ruleId(decodeURI(pack), decodeURI(name))) : null;
		const isThere = kind === 'rules' ? rule !== null : hasPack(decodeURI(pack));
		if (!isThere) return '<a class="broken-link"';
		const known = new Set(rule?.headings.map(({ id }) => id));
		const id = decodeURIComponent(anchor ?? '');
		const found = [id, id.toLowerCase()].find((one) => known.has(one));
		return `<a href="${page}${found === undefined ? '' : `#${encodeURIComponent(found)}`}"`;
	});
}
