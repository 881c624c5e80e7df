const SHOWN_MS = 2000;

let announcer: HTMLElement | null = null;

/** Copies a text and says on the button, and to screen readers, whether it worked. */
export async function copyFrom(button: HTMLButtonElement, text: string): Promise<void> {
	const label = button.dataset.label ?? button.textContent;
	button.dataset.label = label;
	const done = await copied(text);
	button.textContent = done ? 'Copied' : 'Not copied';
	announce(done ? 'Copied' : 'The browser did not allow copying');
	window.setTimeout(() => {
		button.textContent = label;
	}, SHOWN_MS);
}

/** Reveals the buttons that copy a given text (`data-copy`) or the address of the page (`data-copy-link`). */
export function armCopyButtons(root: ParentNode): void {
	for (const button of root.querySelectorAll<HTMLButtonElement>('[data-copy], [data-copy-link]')) {
		button.hidden = false;
		button.addEventListener('click', () => {
			const { origin, pathname } = location;
			copyFrom(button, button.dataset.copy ?? `${origin}${pathname}`);
		});
	}
}

async function copied(text: string): Promise<boolean> {
	try {
		await navigator.clipboard.writeText(text);
		return true;
	} catch {
		return copiedBySelection(text);
	}
}

/** Pages that were not loaded over https have no clipboard interface. */
function copiedBySelection(text: string): boolean {
	const field = document.createElement('textarea');
	field.value = text;
	field.className = 'visually-hidden';
	const before = document.activeElement;
	document.body.append(field);
	field.select();
	const done = document.execCommand('copy');
	field.remove();
	if (before instanceof HTMLElement) {
		before.focus();
	}
	return done;
}

function announce(text: string): void {
	if (announcer === null) {
		announcer = document.createElement('p');
		announcer.className = 'visually-hidden';
		announcer.setAttribute('role', 'status');
		document.body.append(announcer);
	}
	// The same words twice would not be read twice.
	announcer.textContent = announcer.textContent === text ? `${text} ` : text;
}
