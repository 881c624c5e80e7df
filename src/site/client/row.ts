import type { Impact } from '../../domain/impact.ts';
import type { Row } from '../html/browser-row.ts';
import { impactKey, impactName } from '../html/impact.ts';
import { inlineNodes } from './text-nodes.ts';

/** One rule of the browser's list; the same as `rowHtml` makes of it. Nodes, because pages forbid that text becomes HTML. */
export function rowNode({ impact, title, deprecated, href, pack, section, sectionHref, summary }: Row): HTMLLIElement {
	const to = link('to', href, inlineNodes(title));
	if (deprecated) to.append(' ', element('span', 'badge', 'Deprecated'));
	const arrow = document.createElement('span');
	arrow.ariaHidden = 'true';
	arrow.append('›');
	const about = document.createElement('p');
	about.append(inlineNodes(summary));
	const row = document.createElement('li');
	const from = link('from', sectionHref, inlineNodes(pack), ' ', arrow, ' ', inlineNodes(section));
	row.append(impactNode(impact), to, about, from);
	return row;
}

/** The six-bar scale and the word, as `impactMark` has them. */
export function impactNode(impact: Impact | null): HTMLElement {
	const mark = element('span', 'impact', impactName(impact));
	mark.dataset['impact'] = impactKey(impact);
	return mark;
}

function link(className: string, href: string, ...content: readonly (Node | string)[]): HTMLAnchorElement {
	const made = document.createElement('a');
	made.className = className;
	made.href = href;
	made.append(...content);
	return made;
}

function element(name: string, className: string, text: string): HTMLElement {
	const made = document.createElement(name);
	made.className = className;
	made.textContent = text;
	return made;
}
