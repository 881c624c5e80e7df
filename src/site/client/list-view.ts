import { rulePath, sectionPath } from '../../domain/ids.ts';
import { IMPACTS } from '../../domain/impact.ts';
import type { BrowserData, TextResult } from './browser-data.ts';
import { FIRST_ROWS } from './browser-words.ts';
import { siteBase } from './pagefind.ts';
import { rowNode } from './row.ts';
import type { RuleIndex } from './rule-index.ts';
import { inlineNodes, markedNodes } from './text-nodes.ts';

export interface ListView {
	/** Lists the rules from the start. `text` gives excerpts when the rules come from a search. */
	show(index: RuleIndex, rules: readonly number[], shown: number, text: TextResult | null): void;
	/** How many rules the reader has asked to see. */
	shown(): number;
}

/** The list of rules with its button for more. `need` lists the rules anew when the page still shows those it came with. */
export function listView(
	list: HTMLElement,
	more: HTMLButtonElement,
	total: number,
	data: BrowserData,
	need: () => Promise<void>,
): ListView {
	let index: RuleIndex | null = null;
	let rules: readonly number[] = [];
	let text: TextResult | null = null;
	let shown = Math.min(FIRST_ROWS, total);

	const label = (of: number): void => {
		const left = of - shown;
		more.hidden = left <= 0;
		more.textContent = `Show ${Math.min(left, FIRST_ROWS)} more`;
	};
	const append = (from: number): void => {
		if (index === null) {
			return;
		}
		const some = rules.slice(from, shown);
		const known = index;
		const rows = some.map((rule) => row(known, rule));
		list.append(...rows);
		fillIn(known, data, some, rows, text).catch(() => {
			// A list without its second lines is still a list.
		});
		label(rules.length);
	};
	more.addEventListener('click', async () => {
		if (index === null) {
			await need();
		}
		const from = shown;
		shown = Math.min(shown + FIRST_ROWS, rules.length);
		append(from);
		list.children[from]?.querySelector<HTMLElement>('.to')?.focus({ preventScroll: true });
	});
	label(total);
	return {
		show: (newIndex, newRules, wanted, newText) => {
			index = newIndex;
			rules = newRules;
			text = newText;
			shown = Math.min(Math.max(FIRST_ROWS, wanted), rules.length);
			list.replaceChildren();
			append(0);
		},
		shown: () => shown,
	};
}

function row(index: RuleIndex, rule: number): HTMLElement {
	const section = first(index, 'section', rule);
	const pack = first(index, 'pack', rule);
	const [, slug = ''] = (index.values.section[section]?.key ?? '').split('/');
	const name = index.values.pack[pack]?.key ?? '';
	return rowNode({
		impact: IMPACTS[first(index, 'impact', rule)] ?? null,
		title: index.titleOf(rule),
		deprecated: index.deprecated.has(rule),
		href: siteBase() + rulePath(name, index.stemOf(rule)).slice(1),
		pack: index.values.pack[pack]?.label ?? '',
		section: index.values.section[section]?.label ?? '',
		sectionHref: siteBase() + sectionPath(name, slug).slice(1),
		summary: '',
	});
}

function first(index: RuleIndex, facet: 'impact' | 'pack' | 'section', rule: number): number {
	const { offsets, items } = index.columns[facet];
	return items[offsets[rule] ?? 0] ?? -1;
}

const ranks = new WeakMap<RuleIndex, Uint32Array>();

function rankOf(index: RuleIndex, rule: number): number {
	let known = ranks.get(index);
	if (known === undefined) {
		known = new Uint32Array(index.count);
		for (const [rank, one] of index.order.entries()) {
			known[one] = rank;
		}
		ranks.set(index, known);
	}
	return known[rule] ?? 0;
}

/** Puts the excerpt of a search, or else the summary, under each title as soon as it is there. */
async function fillIn(
	index: RuleIndex,
	data: BrowserData,
	rules: readonly number[],
	rows: readonly Element[],
	text: TextResult | null,
): Promise<void> {
	if (text !== null) {
		const excerpts = await text.excerpts(rules);
		rules.forEach((rule, i) => {
			rows[i]?.querySelector('p')?.replaceChildren(markedNodes(excerpts.get(rule) ?? ''));
		});
		return;
	}
	await Promise.all(
		rules.map(async (rule, i) => {
			const summary = await data.summary(rankOf(index, rule));
			rows[i]?.querySelector('p')?.replaceChildren(inlineNodes(summary));
		}),
	);
}
