import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Diagnostic, diagnostic } from '../domain/diagnostics.ts';
import type { ParsedPack } from '../domain/parsed.ts';
import { harmlessSvg } from '../render/svg/harmless-svg.ts';

/** Shown in place of a picture that is no picture. */
const NO_PICTURE = '<svg xmlns="http://www.w3.org/2000/svg"><title>This picture cannot be read.</title></svg>\n';

/**
 * The bytes of an image as they are published. A vector picture of a pack that is not trusted loses what could run or load, since
 * whoever opens it by itself has left the pages and their policy; one that is harmless stays as it is, byte for byte.
 */
export function publishedImage(file: string, trusted: boolean): Uint8Array {
	const bytes = readFileSync(file);
	if (trusted || !isVector(file)) return bytes;
	const { svg, removed } = harmlessSvg(decoded(bytes));
	return removed.length === 0 ? bytes : Buffer.from(svg ?? NO_PICTURE);
}

/** What the vector pictures that rules show lose when they are published: a finding for each picture, at the first place. */
export function checkPackImages(packs: readonly ParsedPack[]): readonly Diagnostic[] {
	return packs.flatMap(({ folder, rules }) => {
		if (folder.trusted) return [];
		const shown = new Set(rules.flatMap(({ assets }) => assets.filter(isVector)));
		return [...shown].flatMap((asset) => findingsIn(join(folder.absolute, asset), `${folder.folder}/${asset}`));
	});
}

function findingsIn(path: string, file: string): readonly Diagnostic[] {
	try {
		const { svg, removed } = harmlessSvg(decoded(readFileSync(path)));
		const [first] = removed;
		if (first === undefined) return [];
		const args = { what: first.what, more: removed.length - 1, shown: svg !== null };
		return [diagnostic('image-unsafe', file, first.place, args)];
	} catch {
		// Gone since the folder was listed: the next run reports the link that leads to it.
		return [];
	}
}

function isVector(file: string): boolean {
	return /\.svg$/i.test(file);
}

/** Another encoding than UTF-8 is not read: a browser could see another text in it than we do. An empty text is no XML. */
function decoded(bytes: Uint8Array): string {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return '';
	}
}
