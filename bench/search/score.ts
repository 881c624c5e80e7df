export const KINDS = ['identifier', 'concept', 'misspelling', 'message', 'id'] as const;
export const SPLITS = ['tune', 'held'] as const;

/** A search that a reader may type, and the rules that answer it. */
export interface Question {
	readonly kind: (typeof KINDS)[number];
	/** The search is tuned on the questions marked `tune` alone. */
	readonly split: (typeof SPLITS)[number];
	readonly query: string;
	/** Ids of all rules that are right. */
	readonly accept: readonly string[];
}

/** How well a search answers some questions: shares from 0 to 1. */
export interface Score {
	readonly questions: number;
	/** The first result is right. */
	readonly first: number;
	/** One of the first five is. */
	readonly five: number;
	/** Mean of 1 divided by the place of the first right result; 0 where none is listed. */
	readonly mrr: number;
}

/** The answers of one search: for each question, in order, the ids it lists. */
export interface Answers {
	readonly name: string;
	readonly listed: readonly (readonly string[])[];
}

/** The score of some lists of ids; `lists[i]` answers `questions[i]`. */
export function score(questions: readonly Question[], lists: readonly (readonly string[])[]): Score {
	const places = questions.map(({ accept }, i) => (lists[i] ?? []).findIndex((id) => accept.includes(id)));
	const share = (good: readonly number[]): number => good.reduce((sum, one) => sum + one, 0) / (questions.length || 1);
	return {
		questions: questions.length,
		first: share(places.map((place) => Number(place === 0))),
		five: share(places.map((place) => Number(place >= 0 && place < 5))),
		mrr: share(places.map((place) => (place < 0 ? 0 : 1 / (place + 1)))),
	};
}

/** A Markdown table with a line for every kind and split, and columns for every search side by side. */
export function scoreTable(questions: readonly Question[], searches: readonly Answers[]): string {
	const head = [
		'Questions',
		'n',
		...searches.flatMap(({ name }) => ['@1', '@5', 'MRR'].map((what) => `${name} ${what}`)),
	];
	const lines = SPLITS.flatMap((split) =>
		[...KINDS, null].map((kind) => {
			const asked = questions.map((one) => one.split === split && (kind === null || one.kind === kind));
			const of = questions.filter((_, i) => asked[i]);
			const cells = searches.flatMap(({ listed }) => {
				const { first, five, mrr } = score(
					of,
					listed.filter((_, i) => asked[i]),
				);
				return [percent(first), percent(five), mrr.toFixed(3)];
			});
			const label = kind === null ? `**${split}, all**` : `${split}, ${kind}`;
			return [label, String(of.length), ...cells];
		}),
	);
	return markdownTable(head, lines);
}

/** A Markdown table; all columns but the first are numbers. */
export function markdownTable(head: readonly string[], lines: readonly (readonly string[])[]): string {
	const rule = head.map((_, i) => (i === 0 ? '---' : '--:'));
	return [head, rule, ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** The value that this share of all values does not pass. Throws when there are none. */
export function percentile(values: readonly number[], share: number): number {
	const sorted = values.toSorted((a, b) => a - b);
	const value = sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
	if (value === undefined) throw new Error('A percentile of no values');
	return value;
}

function percent(share: number): string {
	return `${Math.round(share * 100)} %`;
}
