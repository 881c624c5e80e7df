import { linterPath, packPath, rulePath, sectionPath } from '../../domain/ids.ts';
import { IMPACTS } from '../../domain/impact.ts';
import { type AskedCode, type KnownGroup, lowerCaseTwin, missingCodeWords, readAskedCode } from './asked-code.ts';
import { type Asked, type NearRule, nearestRules, readAsked } from './nearest-rules.ts';
import { siteBase } from './pagefind.ts';
import { rowNode } from './row.ts';
import { RULE_FILE, type RuleFile } from './rule-file.ts';
import { EMPTY_STATE, formatState } from './state.ts';

const MOST = 6;

/** Offers, on the page that stands for a missing one, a search for the words of the address and the rules most like it. */
export async function offerNearest(page: HTMLElement): Promise<void> {
	const code = readAskedCode(location.pathname, siteBase());
	if (code !== null) {
		// A page that is left needs no more words.
		if (await leadsInLowerCase()) return;
		sayCode(page, code);
	}
	const found = readAsked(location.pathname, siteBase());
	const asked = code === null ? found : { ...found, words: code.code };
	if (asked.words === '') return;
	const search = page.querySelector<HTMLAnchorElement>('[data-search-words]');
	if (search !== null) {
		search.href = `${siteBase()}${formatState({ ...EMPTY_STATE, query: asked.words })}`;
		search.textContent = `Search for “${asked.words}”`;
	}
	const response = await fetch(`${siteBase()}${RULE_FILE.slice(1)}?v=${page.dataset['version'] ?? ''}`);
	if (!response.ok) return;
	const file = (await response.json()) as RuleFile;
	show(page, file, asked);
}

/** Goes on to the same code in lower case when that has a page: links are written by people too. */
async function leadsInLowerCase(): Promise<boolean> {
	const twin = lowerCaseTwin(location.pathname, siteBase());
	const answer = twin === null ? null : await fetch(twin, { method: 'HEAD' }).catch(() => null);
	if (twin === null || answer?.ok !== true) return false;
	location.replace(twin);
	return true;
}

function sayCode(page: HTMLElement, asked: AskedCode): void {
	const groups = JSON.parse(page.dataset['groups'] ?? '[]') as readonly KnownGroup[];
	const known = groups.find(([name]) => name === asked.group);
	const words = document.querySelector('[data-missing]');
	if (words !== null) words.textContent = missingCodeWords(asked, known);
	const list = page.querySelector<HTMLAnchorElement>('[data-code-list]');
	if (list === null || known === undefined) return;
	const [name, title, kind] = known;
	list.href = siteBase() + linterPath(name).slice(1);
	list.textContent = kind === 'code' ? `Codes of ${title} that have a rule` : `${title}: all that have a rule`;
}

function show(page: HTMLElement, file: RuleFile, asked: Asked): void {
	const status = page.querySelector<HTMLElement>('[data-near-status]');
	const list = page.querySelector<HTMLElement>('[data-near-rules]');
	if (status === null || list === null) return;
	const near = nearestRules(file, asked, MOST);
	const packs = file.packs.map((line) => line.split('\t'));
	const named = packs.find(([name]) => name === asked.pack);
	const [best] = near;
	if (best !== undefined) {
		const isSame = best.stem.toLowerCase() === asked.stem.toLowerCase();
		const isMoved = isSame && packs[best.pack]?.[0] !== asked.pack;
		status.textContent = isMoved ? 'A rule of this name is in another pack:' : 'Rules with an address like it:';
		list.replaceChildren(...near.map((rule) => rowOf(file, rule)));
		for (const empty of list.querySelectorAll('p:empty')) empty.remove();
		list.hidden = false;
	} else if (named !== undefined) {
		const link = document.createElement('a');
		link.href = siteBase() + packPath(named[0] ?? '').slice(1);
		link.textContent = named[1] ?? '';
		status.replaceChildren('The pack is here: ', link);
	}
}

function rowOf(file: RuleFile, { place, pack, section, stem }: NearRule): HTMLElement {
	const [name = '', packTitle = ''] = (file.packs[pack] ?? '').split('\t');
	const [slug = '', sectionTitle = ''] = (file.sections[section]?.[1] ?? '').split('\t');
	return rowNode({
		impact: IMPACTS[Number(file.impacts[place])] ?? null,
		title: (file.rules[place] ?? '').split('\t', 1)[0] ?? '',
		deprecated: file.deprecated.includes(place),
		href: siteBase() + rulePath(name, stem).slice(1),
		pack: packTitle,
		section: sectionTitle,
		sectionHref: siteBase() + sectionPath(name, slug).slice(1),
		summary: '',
	});
}

const page = document.querySelector<HTMLElement>('[data-not-found]');
if (page !== null) {
	offerNearest(page).catch(() => {
		// The page says what else to try.
	});
}
