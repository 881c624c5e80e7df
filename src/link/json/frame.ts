import type { JsonMember, JsonNode, Layout } from './node.ts';

/** A pattern as the walker takes it: keys from the root, `*` for any. */
export interface WalkPattern {
	readonly steps: readonly string[];
	/** Build only its own scalars and the spans of the containers in it. */
	readonly shallow: boolean;
	/** As the caller wrote it. */
	readonly name: string;
}

/** A container that has begun and not ended. */
export interface Frame {
	readonly isArray: boolean;
	readonly start: number;
	/** Patterns that match so far and go on below. */
	readonly plan: readonly WalkPattern[];
	/** Patterns that end here. */
	readonly asked: readonly WalkPattern[];
	readonly deep: boolean;
	readonly shallow: boolean;
	readonly parent: Frame | null;
	key: string;
	keyStart: number;
	index: number;
	lead: string | null;
	comma: string | null;
	colon: string;
	lastEnd: number | null;
	readonly children: JsonMember[];
}

/** The container that begins at `start`, as its parent and the patterns that end here want it. */
export function frame(
	isArray: boolean,
	start: number,
	plan: readonly WalkPattern[],
	asked: readonly WalkPattern[],
	parent: Frame | null,
): Frame {
	const deep = parent?.deep === true || asked.some(({ shallow }) => !shallow);
	return {
		isArray,
		start,
		plan,
		asked,
		deep,
		shallow: !deep && asked.length > 0,
		parent,
		key: '',
		keyStart: 0,
		index: -1,
		lead: null,
		comma: null,
		colon: '',
		lastEnd: null,
		children: [],
	};
}

/** The container with what was built of it, once it has ended. */
export function containerOf(ended: Frame, end: number, tail: string): JsonNode {
	const built = ended.deep || (ended.shallow && !ended.isArray);
	const span = { start: ended.start, end, built, layout: layoutOf(ended, tail), lastEnd: ended.lastEnd };
	return ended.isArray
		? { type: 'array', ...span, items: ended.children.map(({ value }) => value) }
		: { type: 'object', ...span, members: ended.children };
}

/** How the container is laid out; an empty one as its parent is, one step deeper. */
function layoutOf(ended: Frame, tail: string): Layout {
	const unit = unitOf(ended);
	const colon = colonOf(ended);
	if (ended.lead !== null) return { lead: ended.lead, comma: ended.comma ?? commaOf(ended), colon, tail, unit };
	const outer = ended.parent?.lead ?? '';
	if (!outer.includes('\n') || unit === '') return { lead: '', comma: commaOf(ended), colon, tail: '', unit: '' };
	return { lead: outer + unit, comma: outer + unit, colon, tail: outer, unit };
}

/** One step of indentation: by how much a container's children stand deeper than the container. */
function unitOf(ended: Frame): string {
	for (let at: Frame | null = ended; at?.parent; at = at.parent) {
		const inner = at.lead;
		if (inner === null || !inner.includes('\n')) continue;
		const outer = at.parent.parent === null ? inner.slice(0, inner.lastIndexOf('\n') + 1) : (at.parent.lead ?? '');
		if (inner.startsWith(outer) && inner.length > outer.length) return inner.slice(outer.length);
	}
	return '';
}

function colonOf(ended: Frame): string {
	for (let at: Frame | null = ended; at !== null; at = at.parent) if (at.colon !== '') return at.colon;
	return ended.parent?.lead?.includes('\n') || ended.lead?.includes('\n') ? ': ' : ':';
}

/** White space after a comma, where the container itself has none to show. */
function commaOf(ended: Frame): string {
	if (ended.lead?.includes('\n')) return ended.lead;
	for (let at = ended.parent; at !== null; at = at.parent) {
		if (at.comma !== null && !at.comma.includes('\n')) return at.comma;
	}
	return colonOf(ended).endsWith(' ') ? ' ' : '';
}
