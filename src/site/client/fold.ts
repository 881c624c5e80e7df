/** Gives long code, which the style sheet shows in part where scripts may run, a button that shows all of it. */
export function foldLongCode(root: ParentNode): void {
	if (!matchMedia('(scripting: enabled)').matches) {
		return;
	}
	for (const block of root.querySelectorAll<HTMLElement>('.code[data-lines]')) {
		const pre = block.querySelector('pre');
		if (pre !== null) {
			block.append(unfoldButton(block, pre));
		}
	}
}

function unfoldButton(block: HTMLElement, pre: HTMLElement): HTMLButtonElement {
	const button = document.createElement('button');
	button.type = 'button';
	button.className = 'unfold';
	const show = (all: boolean): void => {
		block.toggleAttribute('data-open', all);
		button.setAttribute('aria-expanded', String(all));
		button.textContent = all ? 'Show fewer lines' : `Show all ${block.dataset.lines} lines`;
	};
	button.addEventListener('click', () => {
		show(!block.hasAttribute('data-open'));
		button.scrollIntoView({ block: 'nearest' });
	});
	// Searching in the page or moving the caret can lead into what is folded.
	pre.addEventListener('scroll', () => {
		if (pre.scrollTop > 0) {
			pre.scrollTop = 0;
			show(true);
		}
	});
	show(false);
	return button;
}
