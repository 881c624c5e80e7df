import { itemsAt, type JsonNode, member, textAt } from '../../json/node.ts';
import type { LinkWarning } from '../../types.ts';
import type { Run } from './run.ts';

/** What GitHub's code scanning takes of a SARIF file; more is rejected or cut. */
const MOST = { runs: 20, results: 25_000, rules: 25_000, extensions: 100, tags: 20, text: 1024, name: 255 } as const;

/** Counts what GitHub counts, and warns once of every limit. */
export interface Limits {
	readonly rule: (descriptor: JsonNode) => void;
	readonly result: (run: Run) => void;
	readonly end: (runs: readonly Run[]) => void;
}

export function makeLimits(warn: (warning: LinkWarning) => void, repair: boolean): Limits {
	const over = new Map<string, { count: number; readonly first: string }>();
	const results = new Map<Run, number>();
	const note = (what: string, id: string) => {
		const found = over.get(what) ?? { count: 0, first: id };
		found.count += 1;
		over.set(what, found);
	};
	const say = (message: string) => warn({ message, line: null });
	return {
		rule: (descriptor) => {
			const id = textAt(descriptor, 'id') ?? '';
			for (const problem of problemsOf(descriptor)) note(problem, id);
			if (!repair && numericSeverity(descriptor)) note(NUMERIC, id);
		},
		result: (run) => results.set(run, (results.get(run) ?? 0) + 1),
		end: (runs) => {
			for (const [what, { count, first }] of over) {
				say(`${count === 1 ? `the rule ${first} has` : `${count} rules, such as ${first}, have`} ${what}`);
			}
			const most = (of: (run: Run) => number) => Math.max(0, ...runs.map(of));
			const rules = most(({ components }) => sum([...components.values()].map((one) => one.rules.length)));
			for (const [limit, count, unit] of [
				['runs', runs.length, ''],
				['results', most((run) => results.get(run) ?? 0), ' in one run'],
				['rules', rules, ' in one run'],
				['extensions', most(({ components }) => components.size - (components.has('driver') ? 1 : 0)), ' in one run'],
			] as const) {
				if (count > MOST[limit]) {
					say(`${number(count)} ${limit}${unit}; GitHub takes a file with ${number(MOST[limit])} at most`);
				}
			}
		},
	};
}

function problemsOf(descriptor: JsonNode): readonly string[] {
	const long = (['shortDescription', 'fullDescription'] as const)
		.filter((key) => (textAt(descriptor, key, 'text')?.length ?? 0) > MOST.text)
		.map((key) => `a ${key} of more than ${number(MOST.text)} characters, the most that GitHub takes`);
	const name = textAt(descriptor, 'name')?.length ?? 0;
	const tags = itemsAt(descriptor, 'properties', 'tags').length;
	return [
		...long,
		...(name > MOST.name ? [`a name of more than ${MOST.name} characters, the most that GitHub takes`] : []),
		...(tags > MOST.tags ? [`more than ${MOST.tags} tags, the most that GitHub takes`] : []),
	];
}

const NUMERIC = 'a security-severity that is a number; GitHub takes text only. --repair makes it text';

function numericSeverity(descriptor: JsonNode): boolean {
	return member(descriptor, 'properties', 'security-severity')?.type === 'number';
}

function number(value: number): string {
	return value.toLocaleString('en');
}

function sum(numbers: readonly number[]): number {
	return numbers.reduce((total, one) => total + one, 0);
}
