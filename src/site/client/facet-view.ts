import { parseImpact } from '../../domain/impact.ts';
import { FIRST_VALUES, plural } from './browser-words.ts';
import type { FacetName } from './facets.ts';
import { impactNode } from './row.ts';
import type { FacetValue } from './rule-index.ts';
import type { Chosen } from './state.ts';
import { inlineNodes } from './text-nodes.ts';

/** A value of a facet as it stands on the page. */
export interface ShownValue extends FacetValue {
	readonly count: number;
	readonly role: keyof Chosen | null;
}

export interface FacetView {
	readonly facet: FacetName;
	/** Shows the values; the view picks which of them fit and what the reader looks for. */
	show(values: readonly ShownValue[]): void;
	/** The values that the page came with. */
	readonly first: readonly ShownValue[];
}

export type Choose = (facet: FacetName, value: string, role: keyof Chosen | null) => void;

/** From so many values on, a facet has a field to look for one. */
const SEARCHABLE = 13;
const MORE_VALUES = 24;

/** Turns a list of links into a list of choices. `ready` is called when the reader is about to need all values. */
export function facetView(root: HTMLElement, choose: Choose, ready: () => void): FacetView {
	const facet = root.dataset.facet as FacetName;
	const list = root.querySelector('ul') ?? document.createElement('ul');
	const first = [...list.querySelectorAll('li')].map(readValue);
	const find = facet === 'impact' ? null : findField(facet);
	const more = document.createElement('button');
	more.type = 'button';
	more.className = 'facet-more';
	root.querySelector('.facet-all')?.remove();
	if (find !== null) {
		list.before(find);
	}
	list.after(more);

	const rows = new Map<string, HTMLLIElement>();
	const rowOf = (value: ShownValue): HTMLLIElement => {
		const row = rows.get(value.key) ?? valueRow(facet, value);
		rows.set(value.key, row);
		update(row, value);
		return row;
	};
	let all: readonly ShownValue[] = first;
	let limit = FIRST_VALUES;
	const draw = (): void => {
		const wanted = find?.value.trim().toLowerCase() ?? '';
		const fitting = fittingValues(facet, all, wanted);
		const shown = facet === 'impact' ? fitting : withChosen(fitting, wanted === '' ? limit : Math.max(limit, 12));
		arrange(list, shown.map(rowOf));
		if (fitting.length === 0 && wanted !== '') {
			const none = document.createElement('li');
			none.className = 'facet-none';
			none.textContent = `No ${plural(facet).slice(0, -1)} like “${wanted}” under these filters`;
			list.append(none);
		}
		// Until the index is here, the page knows only the first values and how many there are.
		const loaded = all !== first;
		const size = loaded ? all.filter((value) => value.count > 0).length : Number(root.dataset.size ?? 0);
		root.hidden = fitting.length === 0 && wanted === '';
		const hidden = (loaded ? fitting.length : size) - shown.length;
		more.hidden = hidden <= 0 || facet === 'impact';
		more.textContent = `Show ${Math.min(hidden, MORE_VALUES)} more of ${hidden.toLocaleString('en')}`;
		if (find !== null) {
			find.hidden = size < SEARCHABLE && wanted === '';
			find.placeholder = `Find among ${size.toLocaleString('en')} ${plural(facet)}`;
		}
	};
	find?.addEventListener('focus', ready);
	find?.addEventListener('input', draw);
	more.addEventListener('click', () => {
		ready();
		limit += MORE_VALUES;
		draw();
	});
	list.addEventListener('change', ({ target }) => {
		const key = keyOf(target);
		if (target instanceof HTMLInputElement && key !== null) {
			choose(facet, key, target.checked ? 'include' : null);
		}
	});
	list.addEventListener('click', (event) => {
		const key = keyOf(event.target);
		const button = event.target instanceof Element ? event.target.closest('button.not') : null;
		if (key !== null && (button !== null || event.altKey)) {
			event.preventDefault();
			const excluded = all.find((value) => value.key === key)?.role === 'exclude';
			choose(facet, key, excluded ? null : 'exclude');
		}
	});
	draw();
	return {
		facet,
		first,
		show: (values) => {
			all = values;
			draw();
		},
	};
}

/** Impact and section keep their order; of the others, those with most rules under the present filters come first. */
function fittingValues(facet: FacetName, values: readonly ShownValue[], wanted: string): readonly ShownValue[] {
	if (facet === 'impact') {
		return values;
	}
	const fitting = values.filter(
		(value) => (value.count > 0 || value.role !== null) && value.label.toLowerCase().includes(wanted),
	);
	return facet === 'section' ? fitting : fitting.toSorted((a, b) => b.count - a.count);
}

/** The first values, and the chosen ones wherever they stand: a choice is never out of sight. */
function withChosen(values: readonly ShownValue[], limit: number): readonly ShownValue[] {
	return values.filter((value, place) => place < limit || value.role !== null);
}

function valueRow(facet: FacetName, { key, label }: ShownValue): HTMLLIElement {
	const row = document.createElement('li');
	row.dataset.value = key;
	const pick = document.createElement('label');
	pick.className = 'pick';
	const box = document.createElement('input');
	box.type = 'checkbox';
	const name = document.createElement('span');
	name.className = 'name';
	name.append(facet === 'impact' ? impactNode(parseImpact(key)) : inlineNodes(label));
	const total = document.createElement('span');
	total.className = 'count';
	const not = document.createElement('button');
	not.type = 'button';
	not.className = 'not';
	not.textContent = 'not';
	not.title = `Leave out ${label} (Alt-click does the same)`;
	not.setAttribute('aria-label', `not ${label.trim()}`);
	pick.append(box, name);
	row.append(pick, not, total);
	return row;
}

function update(row: HTMLLIElement, { count, role }: ShownValue): void {
	row.dataset.role = role ?? '';
	row.classList.toggle('nil', count === 0);
	const box = row.querySelector('input');
	if (box !== null) {
		box.checked = role === 'include';
	}
	row.querySelector('.not')?.setAttribute('aria-pressed', String(role === 'exclude'));
	row.querySelector('.count')?.replaceChildren(count.toLocaleString('en'));
}

function findField(facet: FacetName): HTMLInputElement {
	const field = document.createElement('input');
	field.type = 'search';
	field.className = 'facet-find';
	field.setAttribute('aria-label', `Find a ${plural(facet).slice(0, -1)}`);
	field.autocomplete = 'off';
	field.spellcheck = false;
	return field;
}

/**
 * Puts the rows in place. Rows that are in place are not touched, so that a press of a button that began before the counts
 * came still ends on it; and whoever stood in a row that moves stays in it.
 */
function arrange(list: HTMLElement, rows: readonly HTMLElement[]): void {
	const same = list.children.length === rows.length && rows.every((row, i) => list.children[i] === row);
	if (!same) {
		const focused = document.activeElement;
		list.replaceChildren(...rows);
		if (focused instanceof HTMLElement && list.contains(focused)) {
			focused.focus({ preventScroll: true });
		}
	}
}

function keyOf(target: EventTarget | null): string | null {
	const row = target instanceof Element ? target.closest<HTMLElement>('li[data-value]') : null;
	return row?.dataset.value ?? null;
}

function readValue(row: HTMLLIElement): ShownValue {
	const name = row.querySelector('.name')?.textContent ?? '';
	const count = Number((row.querySelector('.count')?.textContent ?? '0').replaceAll(',', ''));
	return { key: row.dataset.value ?? '', label: name, count, role: null };
}
