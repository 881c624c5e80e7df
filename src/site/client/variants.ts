import { remember, remembered } from './remembered.ts';

const KEY = 'variant';

interface Tab {
	readonly key: string;
	readonly button: HTMLButtonElement;
	readonly panel: HTMLElement;
	/** The tools of its code where they stand in the caption. */
	readonly tools: Element | null;
}

/** Turns the variants of an example into tabs. The one that is chosen is chosen in every example that has it, and on the next page. */
export function tabVariants(root: ParentNode): void {
	const lists: Tab[][] = [];
	const choose = (key: string): void => {
		for (const tabs of lists) {
			if (tabs.some((tab) => tab.key === key)) {
				select(tabs, key);
			}
		}
	};
	for (const figure of root.querySelectorAll('.example')) {
		const labels = figure.querySelectorAll<HTMLElement>(':scope > .variant');
		if (labels.length > 1) {
			lists.push(tabsOf(figure, labels, lists.length, choose));
		}
	}
	for (const tabs of lists) {
		select(tabs, tabs[0]?.key ?? '');
	}
	choose(remembered(KEY) ?? '');
}

function select(tabs: readonly Tab[], key: string): void {
	for (const { key: own, button, panel, tools } of tabs) {
		const chosen = own === key;
		button.setAttribute('aria-selected', String(chosen));
		button.tabIndex = chosen ? 0 : -1;
		panel.toggleAttribute('data-off', !chosen);
		tools?.toggleAttribute('hidden', !chosen);
	}
}

/** Each label becomes a tab, and it with all that stands below it, up to the next label, a panel. */
function tabsOf(figure: Element, labels: NodeListOf<HTMLElement>, list: number, choose: (key: string) => void): Tab[] {
	// Where only one block of code is seen at a time, the caption has room for its tools.
	const caption = figure.querySelectorAll('.code').length === labels.length ? figure.querySelector('figcaption') : null;
	const bar = document.createElement('div');
	bar.className = 'tabs';
	bar.role = 'tablist';
	bar.ariaLabel = 'Variants';
	labels[0]?.before(bar);
	const tabs = [...labels].map((label, index): Tab => {
		const text = (label.textContent ?? '').trim().replace(/[:：]$/, '');
		const panel = document.createElement('div');
		panel.role = 'tabpanel';
		panel.id = `variant:${list}-${index}`;
		label.before(panel);
		panel.append(label);
		while (panel.nextElementSibling?.matches('.code')) {
			panel.append(panel.nextElementSibling);
		}
		const button = document.createElement('button');
		button.type = 'button';
		button.role = 'tab';
		button.id = `${panel.id}-tab`;
		button.textContent = text;
		button.setAttribute('aria-controls', panel.id);
		panel.setAttribute('aria-labelledby', button.id);
		bar.append(button);
		const tools = caption && panel.querySelector('.code-tools');
		if (tools) {
			caption.append(tools);
		}
		return { key: text.toLowerCase(), button, panel, tools };
	});
	const press = ({ key, button }: Tab): void => {
		const { top } = bar.getBoundingClientRect();
		choose(key);
		remember(KEY, key);
		button.focus({ preventScroll: true });
		// Examples above may have changed their height; what was pressed stays where it is.
		scrollBy({ top: bar.getBoundingClientRect().top - top, behavior: 'instant' });
	};
	for (const [index, tab] of tabs.entries()) {
		tab.button.addEventListener('click', () => press(tab));
		tab.button.addEventListener('keydown', (event) => {
			const steps: Readonly<Record<string, number>> = {
				ArrowRight: index + 1,
				ArrowLeft: index - 1,
				Home: 0,
				End: -1,
			};
			const next = tabs.at((steps[event.key] ?? Number.NaN) % tabs.length);
			if (event.key in steps && next) {
				event.preventDefault();
				press(next);
			}
		});
	}
	return tabs;
}
