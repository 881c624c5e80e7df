import { copyFrom } from './copy.ts';

const WRAP_KEY = 'wrap';

/** Gives every block of code a button that copies exactly its text, and, where lines are too long, one that wraps them. */
export function addCodeTools(root: ParentNode): void {
	const blocks = [...root.querySelectorAll<HTMLElement>('.code')];
	if (blocks.length === 0) {
		return;
	}
	const wraps: HTMLButtonElement[] = [];
	const setWrap = (on: boolean): void => {
		for (const block of blocks) {
			block.toggleAttribute('data-wrap', on);
		}
		for (const button of wraps) {
			button.setAttribute('aria-pressed', String(on));
		}
	};
	for (const block of blocks) {
		const code = block.querySelector('code');
		if (code !== null) {
			const { tools, wrap } = toolsOf(code, (on) => {
				setWrap(on);
				remember(on);
			});
			placeOf(block).append(tools);
			wraps.push(wrap);
		}
	}
	const measure = (): void => {
		blocks.forEach((block, i) => {
			const pre = block.querySelector('pre');
			const wrap = wraps[i];
			if (pre !== null && wrap !== undefined) {
				wrap.hidden = !block.hasAttribute('data-wrap') && pre.scrollWidth <= pre.clientWidth + 1;
			}
		});
	};
	setWrap(remembered());
	measure();
	new ResizeObserver(measure).observe(document.body);
}

/** The caption of an example with one block of code has room for its tools; otherwise they lie over the code. */
function placeOf(block: HTMLElement): HTMLElement {
	const figure = block.parentElement;
	const caption = figure?.querySelector<HTMLElement>(':scope > figcaption') ?? null;
	const alone = figure?.querySelectorAll('.code').length === 1;
	return caption !== null && alone ? caption : block;
}

function toolsOf(code: HTMLElement, onWrap: (on: boolean) => void): { tools: HTMLElement; wrap: HTMLButtonElement } {
	const tools = document.createElement('span');
	tools.className = 'code-tools';
	const wrap = button('Wrap', () => onWrap(wrap.getAttribute('aria-pressed') !== 'true'));
	wrap.setAttribute('aria-label', 'Wrap long lines');
	const copy = button('Copy', () => copyFrom(copy, code.textContent));
	tools.append(wrap, copy);
	return { tools, wrap };
}

function button(text: string, onClick: () => void): HTMLButtonElement {
	const made = document.createElement('button');
	made.type = 'button';
	made.className = 'code-tool';
	made.textContent = text;
	made.addEventListener('click', onClick);
	return made;
}

function remembered(): boolean {
	try {
		return localStorage.getItem(WRAP_KEY) === 'on';
	} catch {
		return false;
	}
}

function remember(on: boolean): void {
	try {
		localStorage.setItem(WRAP_KEY, on ? 'on' : 'off');
	} catch {
		// Without storage the choice holds for this page.
	}
}
