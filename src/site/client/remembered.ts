/** What a reader chose in this browser; null when nothing, or where storage is forbidden. */
export function remembered(key: string): string | null {
	try {
		return localStorage.getItem(key);
	} catch {
		return null;
	}
}

/** Keeps a choice for the next page. Without storage it holds for this page. */
export function remember(key: string, value: string): void {
	try {
		localStorage.setItem(key, value);
	} catch {
		// The page goes on without.
	}
}
