import type { Fragment, Pagefind } from '../../src/site/client/pagefind.ts';

/** A search engine over a few texts that, like the real one, answers an unknown word with its longest known beginning. */
export function fakePagefind(texts: Readonly<Record<string, string>>): Pagefind {
	const docs = Object.entries(texts).map(([id, content]) => ({ id, content, words: content.toLowerCase().split(' ') }));
	const result = ({ id, content }: (typeof docs)[number], score: number) => ({
		id,
		score,
		data: async (): Promise<Fragment> => ({ url: `/${id}/`, excerpt: '', content, meta: { id }, filters: {} }),
	});
	const beginning = (word: string) => docs.filter(({ words }) => words.some((one) => one.startsWith(word)));
	return {
		options: async () => {},
		mergeIndex: async () => {},
		filters: async () => ({}),
		search: async (text) => {
			const word = (text ?? '').toLowerCase();
			if (word.startsWith('"')) {
				const exact = docs.filter(({ words }) => words.includes(word.slice(1, -1)));
				return { results: exact.map((doc) => result(doc, 1)) };
			}
			for (let end = word.length; end > 0; end -= 1) {
				const found = beginning(word.slice(0, end));
				if (found.length > 0) {
					return { results: found.map((doc) => result(doc, 10)) };
				}
			}
			return { results: [] };
		},
	};
}
