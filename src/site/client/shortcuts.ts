const KEY = 'shortcuts';

/** Whether `/` and Ctrl K lead to the search field. On unless a reader switched them off in this browser. */
export function shortcutsOn(): boolean {
	try {
		return localStorage.getItem(KEY) !== 'off';
	} catch {
		return true;
	}
}

/** Switches the shortcuts for this browser. Does nothing where storage is forbidden. */
export function setShortcuts(on: boolean): void {
	try {
		if (on) {
			localStorage.removeItem(KEY);
		} else {
			localStorage.setItem(KEY, 'off');
		}
	} catch {
		// Without storage there is nothing to remember.
	}
}
