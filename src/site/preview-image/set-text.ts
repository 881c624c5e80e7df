import sharp from 'sharp';
import type { Mask, SetText } from './card.ts';

/**
 * Sets text with a font of this machine. Throws when there is none: pictures without words would say that all is well.
 */
export async function textSetter(): Promise<SetText> {
	const probe = await setText('A', 64, 400).catch((): Mask => ({ width: 0, height: 0, coverage: new Uint8Array() }));
	if (!probe.coverage.some((ink) => ink > 0)) {
		throw new Error('`ogImages` needs a font: install one, such as fonts-dejavu-core, or leave the key out');
	}
	return setText;
}

async function setText(text: string, size: number, width: number): Promise<Mask> {
	const markup = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
	const image = sharp({ text: { text: markup, font: `sans-serif bold ${size}`, width, dpi: 72, wrap: 'word-char' } });
	const { data, info } = await image.toColourspace('b-w').raw().toBuffer({ resolveWithObject: true });
	if (info.channels === 1) return { width: info.width, height: info.height, coverage: data };
	return { width: info.width, height: info.height, coverage: data.filter((_, at) => at % info.channels === 0) };
}
