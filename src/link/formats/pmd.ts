import type { Edit, ReportFormat } from '../types.ts';
import { rootOf, setAttribute, xmlEdits } from '../xml/edits.ts';
import { decodeXml, MARKUP } from '../xml/escaping.ts';

/** PMD's XML. `externalInfoUrl` is its place for a link. */
export const pmd: ReportFormat = {
	name: 'pmd',
	title: "PMD's XML",
	detect: ({ head }) => rootOf(head) === 'pmd',
	edits: (report, { catalog, saw }) =>
		xmlEdits(report, (token): readonly Edit[] => {
			if (token.kind !== 'open' || token.name !== 'violation') return [];
			const rule = decodeXml(token.attributes.get('rule')?.raw ?? '').trim();
			if (rule === '') return [];
			const code = { linter: 'pmd', code: rule };
			const link = catalog.find(code);
			saw(code, link);
			if (link === null) return [];
			const old = token.attributes.get('externalInfoUrl');
			if (old !== undefined) {
				const edit = setAttribute(old, link.url);
				return edit === null ? [] : [edit];
			}
			const text = ` externalInfoUrl="${MARKUP.encode(link.url)}"`;
			return [{ start: token.attributesEnd, end: token.attributesEnd, text }];
		}),
};
