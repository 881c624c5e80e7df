import type { FootnoteDefinition, FootnoteReference, Nodes, Root } from 'mdast';

/** Where a reference stands: in a note, or in the text. */
type Standing = FootnoteDefinition | null;

/** The notes of a tree in their order, and the references by where they stand. */
interface Notes {
	readonly all: FootnoteDefinition[];
	readonly references: Map<Standing, FootnoteReference[]>;
}

/**
 * Marks the footnotes to which no text leads: those that nothing refers to, those that only refer to themselves or to each
 * other, and further ones under a name that is taken. The page shows them where they stand, since no number leads to them,
 * and what refers to them as text.
 */
export function markLostNotes(tree: Root): void {
	const notes: Notes = { all: [], references: new Map() };
	collect(tree, null, notes);
	const named = new Map<string, FootnoteDefinition>();
	for (const note of notes.all) if (!named.has(nameOf(note))) named.set(nameOf(note), note);
	const reached = new Set<Standing>();
	const reach = (from: Standing): void => {
		const next = [from];
		for (let at = next.pop(); at !== undefined; at = next.pop()) {
			if (reached.has(at)) continue;
			reached.add(at);
			for (const reference of notes.references.get(at) ?? []) next.push(named.get(nameOf(reference)) ?? null);
		}
	};
	reach(null);
	for (const note of notes.all) {
		if (reached.has(note)) continue;
		note.data = { ...note.data, isLost: true };
		reach(note);
	}
	for (const reference of [...notes.references.values()].flat()) {
		if (named.get(nameOf(reference))?.data?.isLost) reference.data = { ...reference.data, isLost: true };
	}
}

function collect(node: Nodes, standing: Standing, notes: Notes): void {
	if (node.type === 'footnoteReference') {
		const others = notes.references.get(standing);
		if (others === undefined) notes.references.set(standing, [node]);
		else others.push(node);
	}
	if (node.type === 'footnoteDefinition') notes.all.push(node);
	const within = node.type === 'footnoteDefinition' ? node : standing;
	if (node.type === 'example') for (const child of node.label.reason) collect(child, within, notes);
	if ('children' in node) for (const child of node.children) collect(child, within, notes);
}

function nameOf({ identifier }: FootnoteDefinition | FootnoteReference): string {
	return identifier.toUpperCase();
}
