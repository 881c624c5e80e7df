import { SaxesParser, type SaxesTagNS } from 'saxes';
import type { Place } from '../../domain/place.ts';
import { isAllowedAttribute, isAllowedElement, isHarmlessStyle, SVG_NAMESPACE } from './allowed.ts';

/** What was taken out of a picture, and where it stood. */
export interface Removed {
	/** In words that follow "holds": `the element <script>`. */
	readonly what: string;
	readonly place: Place;
}

export interface HarmlessSvg {
	/** The picture without what could run or load; `null` for a file that no browser shows either. */
	readonly svg: string | null;
	/** Nothing for a picture that was harmless as it is: then `svg` is the very text. */
	readonly removed: readonly Removed[];
}

/** Larger drawings are no illustrations of a rule. */
const longest = 4_000_000;
const deepest = 500;

/**
 * Reads an SVG picture as XML and takes out all that a page of its own could run or load: scripts, handlers, foreign elements,
 * addresses of other files, styles that load, instructions and document types. Never throws.
 */
export function harmlessSvg(text: string): HarmlessSvg {
	const writer = new Writer();
	if (text.length > longest) return refused('more than 4 MB', { line: 1, column: 1 });
	const parser = new SaxesParser({ xmlns: true, position: true });
	const here = (): Place => ({ line: parser.line, column: Math.max(1, parser.columnIndex) });
	parser.on('error', (error) => {
		throw error;
	});
	parser.on('xmldecl', ({ encoding, version }) => {
		const isUtf8 = encoding === undefined || /^utf-?8$/i.test(encoding);
		if (!isUtf8 || version !== '1.0') writer.removed.push({ what: 'another encoding than UTF-8', place: here() });
	});
	parser.on('doctype', () => writer.removed.push({ what: 'a document type', place: here() }));
	parser.on('processinginstruction', ({ target }) => {
		writer.removed.push({ what: `the instruction <?${target}?>`, place: here() });
	});
	parser.on('opentag', (tag) => writer.open(tag, here()));
	parser.on('closetag', (tag) => writer.close(tag));
	parser.on('text', (value) => writer.text(value, here()));
	parser.on('cdata', (value) => writer.text(value, here()));
	try {
		parser.write(text).close();
	} catch (error) {
		return refused(`a fault as XML (${reasonOf(error)})`, here());
	}
	return { svg: writer.removed.length === 0 ? text : writer.written, removed: writer.removed };
}

function refused(what: string, place: Place): HarmlessSvg {
	return { svg: null, removed: [{ what, place }] };
}

function reasonOf(error: unknown): string {
	return (error instanceof Error ? error.message : String(error)).replace(/^\d+:\d+:\s*/, '').replace(/\.$/, '');
}

/** Writes what is allowed of the elements that it is told of. */
class Writer {
	readonly removed: Removed[] = [];
	written = '';
	/** How deep inside of an element that is left out the parser is; 0 when it is in none. */
	#leftOut = 0;
	#depth = 0;
	#style: string | null = null;

	open(tag: SaxesTagNS, place: Place): void {
		this.#depth++;
		if (this.#depth > deepest) throw new Error(`it is nested more than ${deepest} deep`);
		if (this.#leftOut > 0) {
			this.#leftOut++;
			return;
		}
		const isRoot = this.#depth === 1;
		if (isRoot && (tag.local !== 'svg' || tag.uri !== SVG_NAMESPACE)) throw new Error('its root is not <svg>');
		if (!isAllowedElement(tag.local, tag.uri)) {
			this.removed.push({ what: `the element <${tag.name}>`, place });
			this.#leftOut = 1;
			return;
		}
		const kept = Object.values(tag.attributes).filter(({ name, local, uri, value }) => {
			const isAllowed = isAllowedAttribute(local || name, uri, value, tag.local);
			if (!isAllowed) this.removed.push({ what: `the attribute ${name} of <${tag.name}>`, place });
			return isAllowed;
		});
		this.written += `<${tag.name}${kept.map(({ name, value }) => ` ${name}="${escaped(value)}"`).join('')}>`;
		if (tag.local === 'style') this.#style = '';
	}

	text(value: string, place: Place): void {
		if (this.#leftOut > 0 || this.#depth === 0) return;
		if (this.#style === null) this.written += escaped(value);
		else {
			// Pieces of a style say together what none of them says.
			this.#style += value;
			if (isHarmlessStyle(this.#style)) this.written += escaped(value);
			else this.removed.push({ what: 'a style that loads', place });
		}
	}

	close(tag: SaxesTagNS): void {
		this.#depth--;
		if (this.#leftOut > 0) this.#leftOut--;
		else this.written += `</${tag.name}>`;
		if (tag.local === 'style') this.#style = null;
	}
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
	return text.replace(/[&<>"\t\n\r]/g, (sign) => ENTITIES[sign] ?? `&#${sign.charCodeAt(0)};`);
}
