import { hash } from 'node:crypto';
import type { Diagnostic } from '../../src/domain/diagnostics.ts';
import { wording } from '../../src/domain/diagnostics.ts';
import type { SourceFile } from '../../src/domain/source.ts';
import { decodeUtf8 } from '../../src/load/utf8.ts';
import { parseDocument } from '../../src/parse/document.ts';
import { type PrepareContext, type PreparedRule, prepareRule } from '../../src/prepare/prepare-rule.ts';
import { createHighlighter } from '../../src/render/highlight.ts';
import { conformanceFaults } from './conformance.ts';
import type { Input } from './input.ts';
import { nativeTreeFaults } from './native-tree.ts';
import { readPage } from './page-check.ts';
import { sourceFences } from './source-fences.ts';
import { cpuOf, type Outcome, type Target } from './target.ts';

/** Larger pages are not read again: that would take longer than making them. */
const longestRead = 3_000_000;

const map: PrepareContext['map'] = {
	pages: new Map([
		['/content/pack', '/rules/pack/'],
		['/content/pack/rules/a.md', '/rules/pack/a/'],
		['/content/pack/rules/b.md', '/rules/pack/b/'],
	]),
	files: new Map([['/content/pack/rules/b.png', '/pack-files/pack/rules/b.png']]),
};

/** Puts an input through all that becomes of a rule file in a build, and checks what comes out. */
export async function ruleTarget(): Promise<Target> {
	const highlighter = await createHighlighter();
	return async ({ bytes, random }: Pick<Input, 'bytes' | 'random'>): Promise<Outcome> => {
		const share = random.share();
		const trusted = share > 0.86;
		const source = sourceOf(bytes, share > 0.94 ? 'mdx' : 'md');
		const context = { pack: { name: 'pack', absolute: '/content/pack', trusted }, map, highlighter };
		const { value: first, ms } = await cpuOf(() => prepareRule(source, context));
		const faults = placeFaults(first, source.text);
		if (random.share() < 0.15) {
			const again = await prepareRule(source, context);
			if (JSON.stringify(again) !== JSON.stringify(first)) faults.push('not the same twice: a second run differs');
		}
		const { rule } = first;
		if (rule === null) {
			if (first.diagnostics.length === 0) faults.push('nothing: neither a page nor a diagnostic');
			return { result: first.diagnostics.map(({ code }) => code).sort()[0] ?? 'nothing', ms, faults };
		}
		if (random.share() < 0.3) faults.push(...nativeTreeFaults(source.text));
		const html = rule.html.lead + rule.html.body;
		if (!rule.mdx && html.length <= longestRead) {
			const { code, faults: wrong } = readPage(html, trusted);
			faults.push(...wrong);
			if (!trusted) faults.push(...anchorFaults(first, html));
			// Reading it all again, twice, takes as long as making the page.
			if (!trusted && random.share() < 0.5) faults.push(...fenceFaults(source, code, random.share() < 0.5));
			if (!trusted && random.share() < 0.02) faults.push(...(await conformanceFaults(html)));
		}
		return { result: 'page', ms, faults };
	};
}

function sourceOf(bytes: Buffer, ending: 'md' | 'mdx'): SourceFile {
	const name = `rules/a.${ending}`;
	const names = { file: `pack/${name}`, absolute: `/content/pack/${name}`, source: `pack/${name}` };
	return { ...names, ...decodeUtf8(bytes), digest: hash('sha256', bytes) };
}

function placeFaults({ diagnostics }: PreparedRule, text: string): string[] {
	const lines = text.split(/\r\n|\n|\r/);
	return diagnostics.flatMap((one: Diagnostic) => {
		const { line, column } = one.place;
		const length = lines[line - 1]?.length ?? -1;
		const inside = line >= 1 && column >= 1 && column <= length + 1;
		const said = wording(one).found !== '' && one.file !== '';
		return [
			...(inside ? [] : [`place ${one.code}: ${line}:${column} is outside of the text`]),
			...(said ? [] : [`wording ${one.code}: says nothing`]),
		];
	});
}

function anchorFaults({ rule }: PreparedRule, html: string): string[] {
	const dropped = rule?.html.titleAnchor;
	const missing = (rule?.headings ?? []).filter(
		({ id }) => id !== dropped && !html.includes(`id="${id.replaceAll('&', '&#x26;').replaceAll('"', '&#x22;')}"`),
	);
	return missing.slice(0, 1).map(({ id }) => `anchor: no element has the id ${JSON.stringify(id)}`);
}

/** Fences of our parser are on the page letter for letter; and where the reference parser sees one too, so is its code. */
function fenceFaults(source: SourceFile, shown: readonly string[], withReference: boolean): string[] {
	const { document } = parseDocument(source, 'md');
	const fences = document?.fences ?? [];
	const left = new Map<string, number>();
	for (const code of shown) left.set(code, (left.get(code) ?? 0) + 1);
	const faults: string[] = [];
	for (const fence of fences) {
		const code = asShown(fence.code);
		const count = left.get(code) ?? 0;
		if (count === 0) faults.push(`fence: that of line ${fence.place.line} is not on the page as it is written`);
		left.set(code, count - 1);
	}
	// What begins with a tag is HTML to the reference parser, and text on our pages.
	if (!withReference || /^[\s>*+\d.)-]*</m.test(source.text)) return faults;
	const own = new Map(fences.map((fence) => [fence.place.line, fence]));
	for (const { line, code } of sourceFences(source.text)) {
		const ours = own.get(line);
		if (ours === undefined) continue;
		// Of a fence that is never closed, the parsers disagree whether blank lines at its end belong to it.
		const end = ours.closed ? /$^/ : /\s+$/;
		if (asShown(ours.code).replace(end, '') !== asShown(code).replace(end, '')) {
			faults.push(`fence, reference: the code of line ${line} differs from that of commonmark.js`);
		}
	}
	return faults;
}

/** A browser reads line ends and NUL in its own way. */
function asShown(code: string): string {
	return code.replace(/\r\n?/g, '\n').replaceAll('\0', '\ufffd');
}
