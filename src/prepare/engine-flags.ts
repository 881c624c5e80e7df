/**
 * From so many rules on, code that V8's last compiler has made saves more than it takes to make; with fewer, the compiler before
 * it is as far as it pays to go. What a rule takes to be rendered is several times what it takes to be checked.
 */
const manyRules = { checked: 10_000, rendered: 3_000 };
/** The first Node whose V8 has a compiler between the first and the last by default. */
const nodeWithMaglev = 24;

export interface WorkAhead {
	/** How many rules there are for all processes. */
	readonly rules: number;
	readonly render: boolean;
	/** The version of Node, `24.1.0`. */
	readonly node: string;
}

/** What a process that prepares rules tells V8 by its command line. It makes no difference to what comes out. */
export function engineFlags({ rules, render, node }: WorkAhead): readonly string[] {
	const flags = ['--max-semi-space-size=16'];
	const many = render ? manyRules.rendered : manyRules.checked;
	// What a rule needs is dropped when it is done. A heap that may grow to a multiple before it is looked through would hold what
	// nobody needs any more; the process that starts this one is told the same by `bin/rulepress.mjs`. What is only checked is little.
	if (render) flags.push('--heap-growing-percent=40');
	// The cores are taken by processes: threads that help each of them to collect garbage would take time from the others.
	if (!render || rules < many) flags.push('--single-threaded-gc');
	return rules < many && Number.parseInt(node, 10) >= nodeWithMaglev ? [...flags, '--max-opt=2'] : flags;
}

/** From so many rules on, what all of them take is most of the heap. */
const rulesThatFill = 20_000;

/** What the process that holds all rules tells V8 when it knows how many they are; null when that is nothing. */
export function heapFlag(rules: number): string | null {
	// A heap that may grow by two fifths has hundreds of megabytes that nobody needs; to look through it more often takes seconds of minutes.
	return rules < rulesThatFill ? null : '--heap-growing-percent=15';
}
