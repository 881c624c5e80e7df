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

/** Puts buttons that copy the page's address and the rule's id beside what a rule's page says first. */
export function addCopyButtons(root: ParentNode): void {
	const facts = root.querySelector('.facts');
	const id = root.querySelector('.origin code')?.textContent;
	if (facts === null || id === undefined) return;
	const buttons = document.createElement('span');
	buttons.className = 'copies';
	buttons.append(
		copyButton('Copy link', () => `${location.origin}${location.pathname}`),
		copyButton('Copy id', () => id),
	);
	facts.insertBefore(buttons, facts.querySelector('.code-names'));
}

function copyButton(label: string, text: () => string): HTMLButtonElement {
	const button = document.createElement('button');
	button.type = 'button';
	button.textContent = label;
	button.addEventListener('click', () => copyFrom(button, text()));
	return button;
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
