import { shortcutsOn } from './shortcuts.ts';

/**
 * Wakes the search field of a page. All that is here runs on every page, so it only waits: the list of results comes with the
 * first focus, the search engine with the first letter.
 */
export function wakeSearch(page: ParentNode): void {
	for (const root of page.querySelectorAll<HTMLElement>('[data-search]')) wake(root);
}

function wake(root: HTMLElement): void {
	const input = root.querySelector('input');
	if (input === null) {
		return;
	}
	input.autocapitalize = 'off';
	input.setAttribute('autocorrect', 'off');
	input.spellcheck = false;
	input.enterKeyHint = 'search';
	let awake = false;
	const start = async (): Promise<void> => {
		if (!awake) {
			awake = true;
			const { openSearch } = await import('./search-box.ts');
			openSearch(root, input);
		}
	};
	input.addEventListener('focus', start);
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
