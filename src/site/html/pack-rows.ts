import { packPath } from '../../domain/ids.ts';
import type { Pack } from '../../domain/rule.ts';
import { href } from '../href.ts';
import { escapeHtml } from './escape.ts';
import { brief, counted, inlineHtml } from './text.ts';

const ABOUT_LENGTH = 160;

/** Packs as list items: title, count, and the beginning of what the pack says of itself. */
export function packRows(packs: readonly Pack[]): string {
	return packs.map(packRow).join('');
}

function packRow(pack: Pack): string {
	const about = pack.abstract ?? pack.description ?? '';
	const text = about === '' ? '' : `<p>${inlineHtml(brief(about, ABOUT_LENGTH))}</p>`;
	return `<li><a href="${escapeHtml(href(packPath(pack.name)))}">${inlineHtml(pack.title)}</a> <span class="count">${counted(pack.rules.length, 'rule')}</span>${text}</li>`;
}
