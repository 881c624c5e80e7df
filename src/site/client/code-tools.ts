import { copyFrom } from './copy.ts';
import { remember, remembered } from './remembered.ts';

const WRAP_KEY = 'wrap';

/**
 * Gives every block of code a button that copies exactly its text, and, where lines are too long, one that wraps them.
 * A diff has no text of its author to copy.
 */
export function addCodeTools(root: ParentNode): void {
	const blocks = [...root.querySelectorAll<HTMLElement>('.code')];
	const wraps = new Map<HTMLElement, HTMLButtonElement>();
	const setWrap = (on: boolean): void => {
		for (const [block, button] of wraps) {
			block.toggleAttribute('data-wrap', on);
			button.setAttribute('aria-pressed', String(on));
		}
	};
	for (const block of blocks) {
		const code = block.querySelector('code');
		if (code !== null) {
			const { tools, wrap } = toolsOf(block, code, (on) => {
				setWrap(on);
				remember(WRAP_KEY, on ? 'on' : 'off');
			});
			placeOf(block).append(tools);
			wraps.set(block, wrap);
		}
	}
	setWrap(remembered(WRAP_KEY) === 'on');
	const observer = new ResizeObserver(() => {
		for (const [block, wrap] of wraps) {
			const pre = block.querySelector('pre');
			wrap.hidden = !block.hasAttribute('data-wrap') && pre !== null && pre.scrollWidth <= pre.clientWidth + 1;
		}
	});
	for (const block of blocks) {
		observer.observe(block);
	}
}

/** The caption of an example with one block of code has room for its tools; otherwise they lie over the code. */
function placeOf(block: HTMLElement): HTMLElement {
	const figure = block.parentElement;
	const caption = figure?.querySelector<HTMLElement>(':scope > figcaption') ?? null;
	const alone = figure?.querySelectorAll('.code').length === 1;
	return caption !== null && alone ? caption : block;
}

function toolsOf(
	block: HTMLElement,
	code: HTMLElement,
	onWrap: (on: boolean) => void,
): { tools: HTMLElement; wrap: HTMLButtonElement } {
	const tools = document.createElement('span');
	tools.className = 'code-tools';
	const wrap = button('Wrap', () => onWrap(wrap.getAttribute('aria-pressed') !== 'true'));
	wrap.setAttribute('aria-label', 'Wrap long lines');
	tools.append(wrap);
	if (block.closest('.diff') === null) {
		const copy = button('Copy', () => copyFrom(copy, code.textContent));
		tools.append(copy);
	}
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
