import { shortcutsOn } from './shortcuts.ts';

/**
 * Wakes the search field of a page. All that is here runs on every page, so it only waits: the list of results comes with the
 * first focus, the search engine with the first letter.
 */
export function wakeSearch(page: ParentNode): void {
	for (const root of page.querySelectorAll<HTMLElement>('.search')) wake(root);
}

function wake(root: HTMLElement): void {
	const input = root.querySelector('input');
	if (input === null) {
		return;
	}
	input.after(shortcutSign());
	input.autocomplete = 'off';
	input.autocapitalize = 'off';
	input.setAttribute('autocorrect', 'off');
	input.spellcheck = false;
	input.enterKeyHint = 'search';
	let awake = false;
	let ready = false;
	let entered = false;
	const start = async (): Promise<void> => {
		if (awake) return;
		awake = true;
		try {
			const { openSearch } = await import('./search-box.ts');
			ready = true;
			openSearch(root, input, entered);
		} catch {
			// Without the list there still is the page of all results.
			ready = true;
			if (entered) input.form?.requestSubmit();
		}
	};
	input.addEventListener('focus', start);
	input.addEventListener('keydown', (event) => {
		if (event.key !== 'Enter' || event.isComposing || !awake || ready || input.value.trim() === '') return;
		// Enter means what it will mean a moment later, when the list is there.
		event.preventDefault();
		entered = true;
	});
	if (document.activeElement === input) {
		start();
	}
	document.addEventListener('keydown', (event) => {
		if (isSearchKey(event) && shortcutsOn()) {
			event.preventDefault();
			input.focus();
			input.select();
		}
	});
}

/** What a page without scripts has no use for is not in its HTML. */
function shortcutSign(): HTMLElement {
	const sign = document.createElement('kbd');
	sign.ariaHidden = 'true';
	sign.textContent = '/';
	return sign;
}

function isSearchKey(event: KeyboardEvent): boolean {
	if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey) {
		return event.key.toLowerCase() === 'k';
	}
	const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
	const field =
		event.target instanceof Element ? event.target.closest('input, textarea, select, [contenteditable]') : null;
	const typing = field !== null && !(field instanceof HTMLInputElement && /^(checkbox|radio|button)$/.test(field.type));
	return event.key === '/' && plain && !typing;
}
