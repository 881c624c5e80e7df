interface Branch<Node> {
	readonly children?: readonly Node[];
}

/** Shows every node of a tree, parents before their children, from the first to the last. */
export function walk<Node extends object>(node: Node, see: (node: Node) => void): void {
	see(node);
	if (!('children' in node)) return;
	for (const child of (node as Branch<Node>).children ?? []) walk(child, see);
}
