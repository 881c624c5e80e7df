import { parseImpact } from '../../domain/impact.ts';
import type { Found, Hit } from './engine.ts';
import { impactNode } from './row.ts';
import { setShortcuts, shortcutsOn } from './shortcuts.ts';
import { inlineNodes, markedNodes } from './text-nodes.ts';

/** The list under the search field. */
export interface ResultList {
	/** Says in words what there is to see instead of results. */
	say(text: string): void;
	/** Says how to search. */
	hint(): void;
	show(found: Found, typed: string, allHref: string): void;
	close(): void;
	isOpen(): boolean;
	/** Moves the active option; past either end is no option, then the other end. */
	move(step: 1 | -1): void;
	deactivate(): void;
	active(): HTMLElement | null;
}

const HINT =
	'Words, identifiers, rule ids. Narrow with impact:high, tag:memory, pack:name, language:c; a hyphen in front leaves out.';

/** Makes the list, empty and closed, and ties it to the field as a combobox. */
export function resultList(root: HTMLElement, input: HTMLInputElement): ResultList {
	const panel = element('div', 'search-panel');
	const message = element('p', 'search-message');
	const options = element('div', 'search-options');
	const status = element('p', 'visually-hidden');
	status.setAttribute('role', 'status');
	options.id = 'search:options';
	options.setAttribute('role', 'listbox');
	options.setAttribute('aria-label', 'Rules found');
	panel.append(message, options, foot());
	panel.hidden = true;
	root.append(panel, status);
	for (const [name, value] of Object.entries({
		role: 'combobox',
		'aria-autocomplete': 'list',
		'aria-expanded': 'false',
		'aria-controls': options.id,
	})) {
		input.setAttribute(name, value);
	}

	let current = -1;
	const links = (): HTMLElement[] => [...options.querySelectorAll<HTMLElement>('[role=option]')];
	const activate = (place: number): void => {
		current = place;
		links().forEach((link, i) => {
			link.setAttribute('aria-selected', String(i === place));
			if (i === place) {
				link.scrollIntoView({ block: 'nearest' });
			}
		});
		const id = links()[place]?.id;
		if (id === undefined) {
			input.removeAttribute('aria-activedescendant');
		} else {
			input.setAttribute('aria-activedescendant', id);
		}
	};
	const open = (text: string, found: readonly HTMLElement[]): void => {
		message.textContent = text;
		message.hidden = text === '';
		options.replaceChildren(...found);
		options.hidden = found.length === 0;
		panel.hidden = false;
		input.setAttribute('aria-expanded', String(found.length > 0));
		activate(-1);
	};

	return {
		say: (text) => {
			open(text, []);
			status.textContent = text;
		},
		hint: () => {
			open(HINT, []);
			status.textContent = '';
		},
		show: (found, typed, allHref) => {
			const total = found.ids.length.toLocaleString('en');
			const rows = found.hits.map(option);
			const heading = headingOf(found, typed);
			const more = found.ids.length > rows.length;
			open(heading, more ? [...rows, allOption(`See all ${total} results`, allHref)] : rows);
			status.textContent = `${heading} ${total} rules found, ${rows.length} listed.`.trim();
			if (found.exact) {
				activate(0);
			}
		},
		close: () => {
			panel.hidden = true;
			input.setAttribute('aria-expanded', 'false');
			input.removeAttribute('aria-activedescendant');
			current = -1;
		},
		isOpen: () => !panel.hidden,
		move: (step) => {
			const places = links().length + 1;
			panel.hidden = false;
			input.setAttribute('aria-expanded', String(places > 1));
			activate(((current + 1 + step + places) % places) - 1);
		},
		deactivate: () => activate(-1),
		active: () => (panel.hidden ? null : (links()[current] ?? null)),
	};
}

/** What is to be said of results that are not simply what was asked for. */
function headingOf({ exact, meant }: Found, typed: string): string {
	if (meant !== null) {
		return `No rule has “${typed}”. These have “${meant}”:`;
	}
	return exact ? '' : `No rule has all of “${typed}”. These are near:`;
}

function option(hit: Hit, place: number): HTMLElement {
	const link = optionLink(place, hit.url);
	const impact = element('span', 'search-impact');
	impact.append(impactNode(parseImpact(hit.impact)));
	const title = element('span', 'search-title');
	title.append(inlineNodes(hit.title));
	const from = element('span', 'search-from');
	from.textContent = hit.place;
	const excerpt = element('span', 'search-excerpt');
	excerpt.append(markedNodes(hit.excerpt));
	link.append(impact, title, from, excerpt);
	return link;
}

function allOption(text: string, href: string): HTMLElement {
	const link = optionLink('all', href);
	link.classList.add('search-all');
	link.dataset.searchAll = '';
	link.textContent = text;
	return link;
}

function optionLink(name: number | string, href: string): HTMLAnchorElement {
	const link = document.createElement('a');
	link.id = `search:option-${name}`;
	link.className = 'search-option';
	link.setAttribute('role', 'option');
	link.tabIndex = -1;
	link.href = href;
	return link;
}

/** The keys, and the switch for those that would take a letter from other programs. */
function foot(): HTMLElement {
	const line = element('p', 'search-foot');
	const keys = element('span', 'search-keys');
	const button = document.createElement('button');
	button.type = 'button';
	const label = (): void => {
		keys.textContent = shortcutsOn()
			? '↑ ↓ choose · Enter open · Esc close · / or Ctrl K from anywhere'
			: '↑ ↓ choose · Enter open · Esc close';
		button.textContent = shortcutsOn() ? 'Switch shortcuts off' : 'Switch shortcuts on';
	};
	button.addEventListener('click', () => {
		setShortcuts(!shortcutsOn());
		label();
	});
	label();
	line.append(keys, button);
	return line;
}

function element(name: 'div' | 'p' | 'span', className: string): HTMLElement {
	const made = document.createElement(name);
	made.className = className;
	return made;
}
