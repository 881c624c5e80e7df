import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toString as plainText } from 'hast-util-to-string';

/** Bytes that a page may hold because its author wrote them; a browser shows or drops them. */
const authorsOwn = /control-character|noncharacter|surrogate|null-character/;

const tags = new Set(
	`a blockquote br code del details div em figcaption figure h2 h3 h4 h5 h6 hr img input li mark ol p pre section span strong
	summary sup table tbody td th thead tr ul bdi bdo i b t-c t-d t-f t-h t-i t-k t-n t-r t-s t-v t-y t-x ins`.split(
		/\s+/,
	),
);

const addresses: Readonly<Record<string, RegExp>> = { href: /^(?:https?:|mailto:|#|\.\.?\/|\/\/)/i, src: /^\.\.\// };

/** What is read from the HTML of a page as a browser would read it. */
export interface PageReading {
	/** The text of each code block. */
	readonly code: readonly string[];
	/** What is wrong with it, as `kind: what`. */
	readonly faults: readonly string[];
}

/** Reads HTML with an independent parser. Elements and addresses are checked when nobody trusts the pack. */
export function readPage(html: string, trusted: boolean): PageReading {
	const faults = new Set<string>();
	const tree: Root = fromHtml(html, {
		fragment: true,
		onerror: ({ ruleId, reason }) => {
			if (!trusted && !authorsOwn.test(ruleId ?? '')) faults.add(`html ${ruleId}: ${reason}`);
		},
	});
	const code: string[] = [];
	const ids = new Set<string>();
	const see = (node: Element): void => {
		if (node.tagName === 'pre') code.push(plainText(node));
		const { id } = node.properties;
		if (!trusted && typeof id === 'string') {
			if (ids.has(id)) faults.add(`id twice: ${id}`);
			ids.add(id);
			if (id === '' || /\s/.test(id)) faults.add(`id of no use: ${JSON.stringify(id)}`);
		}
		if (!trusted) for (const fault of elementFaults(node)) faults.add(fault);
		for (const child of node.children) if (child.type === 'element') see(child);
	};
	for (const node of tree.children) if (node.type === 'element') see(node);
	return { code, faults: [...faults] };
}

function elementFaults({ tagName, properties }: Element): string[] {
	const faults = tags.has(tagName) || tagName.startsWith('t-') ? [] : [`element: ${tagName}`];
	for (const [name, value] of Object.entries(properties)) {
		if (/^on|^style$|^srcdoc$|^formaction$/i.test(name)) faults.push(`attribute: ${tagName} ${name}`);
		const allowed = addresses[name];
		if (allowed && !allowed.test(String(value))) faults.push(`address: ${tagName} ${name}=${String(value)}`);
	}
	return faults;
}
