import type { Choose } from './facet-view.ts';
import { FACETS, type FacetName } from './facets.ts';
import type { BrowserState, Chosen, Sort } from './state.ts';

export interface Head {
	/** Says how many rules there are to see; `labelOf` gives a value's name as a reader knows it. */
	show(state: BrowserState, sort: Sort, shown: number, labelOf: (facet: FacetName, key: string) => string): void;
	say(text: string): void;
}

export interface HeadActions {
	readonly choose: Choose;
	readonly dropQuery: () => void;
	readonly clear: () => void;
	readonly sort: (sort: Sort) => void;
}

/** The line over the list: how many rules, the chosen filters as buttons that remove them, the order. */
export function headView(root: HTMLElement, total: number, actions: HeadActions): Head | null {
	const found = root.querySelector<HTMLElement>('.found');
	const chips = root.querySelector<HTMLElement>('.chips');
	const clear = root.querySelector<HTMLButtonElement>('.clear');
	const sorts = root.querySelector('select');
	const besideFilters = root.querySelector('.facets-found');
	if (found === null || chips === null || clear === null || sorts === null) {
		return null;
	}
	clear.addEventListener('click', () => {
		actions.clear();
		// The button goes away, and the keyboard must not go with it.
		sorts.focus();
	});
	sorts.addEventListener('change', () => actions.sort(sorts.value as Sort));
	const say = (text: string): void => {
		found.textContent = text;
	};
	return {
		say,
		show: (state, sort, shown, labelOf) => {
			const made: HTMLElement[] = [];
			if (state.query !== '') {
				made.push(chip(`“${state.query}”`, null, actions.dropQuery));
			}
			for (const facet of FACETS) {
				for (const role of ['include', 'exclude'] as const) {
					for (const key of state.facets[facet][role]) {
						const label = `${facet === 'tag' ? '#' : ''}${labelOf(facet, key)}`;
						made.push(chip(label, role, () => actions.choose(facet, key, null)));
					}
				}
			}
			replaceChips(chips, made, sorts);
			chips.hidden = made.length === 0;
			clear.hidden = made.length === 0;
			sorts.value = sort;
			const relevance = sorts.querySelector<HTMLOptionElement>('[value=relevance]');
			if (relevance !== null) {
				relevance.hidden = state.query === '';
				relevance.disabled = state.query === '';
			}
			const all = `${total.toLocaleString('en')} ${total === 1 ? 'rule' : 'rules'}`;
			const count = document.createElement('strong');
			count.textContent = shown.toLocaleString('en');
			if (made.length === 0) {
				found.replaceChildren(count, ` ${total === 1 ? 'rule' : 'rules'}`);
			} else {
				found.replaceChildren(count, ` of ${all}`);
			}
			// On a phone the open filters push the count out of sight.
			besideFilters?.replaceChildren(made.length === 0 ? '' : found.textContent);
		},
	};
}

function chip(label: string, role: keyof Chosen | null, remove: () => void): HTMLLIElement {
	const item = document.createElement('li');
	const button = document.createElement('button');
	const words = role === 'exclude' ? `not ${label}` : label;
	const cross = document.createElement('span');
	cross.textContent = '×';
	cross.setAttribute('aria-hidden', 'true');
	button.type = 'button';
	button.className = role === 'exclude' ? 'chip out' : 'chip';
	button.append(words, ' ', cross);
	button.setAttribute('aria-label', `Remove filter: ${words}`);
	button.addEventListener('click', remove);
	item.append(button);
	return item;
}

/** A chip that is pressed goes away: the next one gets the keyboard, or the order when it was the last. */
function replaceChips(list: HTMLElement, made: readonly HTMLElement[], after: HTMLElement): void {
	const place = [...list.children].findIndex((one) => one.contains(document.activeElement));
	list.replaceChildren(...made);
	if (place >= 0) {
		const next = made[Math.min(place, made.length - 1)]?.querySelector('button') ?? after;
		next.focus({ preventScroll: true });
	}
}
