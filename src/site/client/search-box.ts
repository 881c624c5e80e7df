import { type Found, searchRules } from './engine.ts';
import { loadPagefind, siteBase } from './pagefind.ts';
import { parseTyped } from './query.ts';
import { type ResultList, resultList } from './search-list.ts';
import { EMPTY_STATE, formatState } from './state.ts';

const PAUSE_MS = 90;

/**
 * Makes the search field a combobox: a list of rules under it follows what is typed. Called once, at the first focus.
 * `entered`: Enter was pressed before all of this was loaded.
 */
export function openSearch(root: HTMLElement, input: HTMLInputElement, entered: boolean): void {
	const list = resultList(root, input);
	let newest = 0;
	let timer = 0;
	let answered = input.value.trim() === '';
	/** Enter was pressed before the answer was there: it does then what it would have done a moment later. */
	let enterWaits = entered;

	const search = async (): Promise<void> => {
		const typed = input.value.trim();
		newest += 1;
		const turn = newest;
		if (typed === '') {
			list.hint();
			return;
		}
		const slow = window.setTimeout(() => turn === newest && list.say('Searching…'), 150);
		try {
			const { text, filters } = parseTyped(typed);
			const found = await searchRules(text, filters);
			if (turn === newest) {
				show(list, typed, found);
				answered = true;
				if (enterWaits) enter(input, list);
				enterWaits = false;
			}
		} catch {
			if (turn === newest) {
				list.say('Search could not be loaded. Check the connection and type on to try again.');
				answered = true;
				enterWaits = false;
			}
		} finally {
			window.clearTimeout(slow);
		}
	};

	input.addEventListener('input', () => {
		window.clearTimeout(timer);
		answered = false;
		enterWaits = false;
		// What is listed no longer answers what is typed: Enter must not open it.
		list.deactivate();
		timer = window.setTimeout(search, PAUSE_MS);
	});
	input.addEventListener('keydown', (event) => {
		if (event.key === 'Enter' && !event.isComposing && !answered && input.value.trim() !== '') {
			event.preventDefault();
			enterWaits = true;
		} else onKey(event, input, list);
	});
	input.addEventListener('focus', () => search());
	root.addEventListener('focusout', (event) => {
		if (!(event.relatedTarget instanceof Node && root.contains(event.relatedTarget))) {
			list.close();
		}
	});
	document.addEventListener('pointerdown', (event) => {
		if (event.target instanceof Node && !root.contains(event.target)) {
			list.close();
		}
	});
	search();
	// The reader is about to type; a failure is told with the first search, which tries again.
	loadPagefind().catch(() => {});
}

/** Opens the chosen rule, or all results when none is chosen. */
function enter(input: HTMLInputElement, list: ResultList): void {
	const active = list.active();
	if (active === null) input.form?.requestSubmit();
	else active.click();
}

function show(list: ResultList, typed: string, found: Found): void {
	const all = `${siteBase()}${formatState({ ...EMPTY_STATE, query: typed })}`;
	if (found.hits.length === 0) {
		list.say(`No rule has “${typed}”.`);
	} else {
		list.show(found, typed, all);
	}
}

function onKey(event: KeyboardEvent, input: HTMLInputElement, list: ResultList): void {
	if (event.isComposing) {
		return;
	}
	if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
		event.preventDefault();
		list.move(event.key === 'ArrowDown' ? 1 : -1);
	} else if (event.key === 'Enter') {
		const active = list.active();
		if (active !== null) {
			event.preventDefault();
			// A click, so that Ctrl and ⌘ open a new tab as on any link.
			active.dispatchEvent(
				new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey: event.ctrlKey, metaKey: event.metaKey }),
			);
		}
	} else if (event.key === 'Escape') {
		event.preventDefault();
		if (list.isOpen()) {
			list.close();
		} else if (input.value !== '') {
			input.value = '';
		} else {
			input.blur();
		}
	}
}
