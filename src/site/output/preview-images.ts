import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Rule } from '../../domain/rule.ts';
import { impactName } from '../html/impact.ts';
import { brief, plainText } from '../html/text.ts';
import { lookup } from '../lookup.ts';
import { type Card, drawCard } from '../preview-image/card.ts';
import { previewImagePath } from '../preview-image/path.ts';
import { png } from '../preview-image/png.ts';
import type { SiteState } from '../state.ts';

const LONGEST_TITLE = 150;
/** Text is set by native code beside the thread that builds pages; more at once only take memory. */
const AT_ONCE = 2;

/** Draws the picture of every rule to `<out>/og/`, when the config wants them. Throws when this machine has no font. */
export async function writePreviewImages({ catalog, config }: SiteState, out: string): Promise<void> {
	if (!config.ogImages || config.site === null) return;
	// Most builds draw nothing, and need not load what draws.
	const { textSetter } = await import('../preview-image/set-text.ts');
	const setText = await textSetter();
	const folders = catalog.packs.map(({ name }) => join(out, dirname(previewImagePath(name, 'rule'))));
	await Promise.all(folders.map((folder) => mkdir(decodeURI(folder), { recursive: true })));
	const rules = catalog.rules.values();
	const draw = async (): Promise<void> => {
		for (const rule of rules) {
			const file = join(out, decodeURI(previewImagePath(rule.pack, rule.stem)));
			await writeFile(file, png(await drawCard(cardOf(rule), setText)));
		}
	};
	await Promise.all(Array.from({ length: AT_ONCE }, draw));
}

/** The picture of one rule. Throws when this machine has no font. */
export async function previewImage(rule: Rule): Promise<Buffer> {
	const { textSetter } = await import('../preview-image/set-text.ts');
	return Buffer.from(png(await drawCard(cardOf(rule), await textSetter())));
}

function cardOf(rule: Rule): Card {
	const { pack, section } = lookup();
	const tier = rule.impact === null ? [] : [impactName(rule.impact)];
	return {
		title: brief(plainText(rule.title), LONGEST_TITLE),
		impact: rule.impact,
		place: plainText([...tier, `${pack(rule.pack).title} › ${section(rule).title}`].join(' · ')),
	};
}
