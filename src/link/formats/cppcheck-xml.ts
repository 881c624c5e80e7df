import type { Edit, ReportFormat } from '../types.ts';
import { linkAttribute, rootOf, xmlEdits } from '../xml/edits.ts';
import { decodeXml } from '../xml/escaping.ts';

/** Cppcheck's XML. It has no place for a link, so the address ends both messages, of which readers show one or the other. */
export const cppcheckXml: ReportFormat = {
	name: 'cppcheck',
	title: "Cppcheck's XML",
	detect: ({ head }) => rootOf(head) === 'results',
	edits: (report, { catalog, saw }) =>
		xmlEdits(report, (token): readonly Edit[] => {
			if (token.kind !== 'open' || token.name !== 'error') return [];
			const id = decodeXml(token.attributes.get('id')?.raw ?? '').trim();
			if (id === '') return [];
			const code = { linter: 'cppcheck', code: id };
			const cwe = decodeXml(token.attributes.get('cwe')?.raw ?? '').trim();
			const link = catalog.find(code, cwe === '' ? [] : [`CWE-${cwe}`]);
			saw(code, link);
			return [token.attributes.get('msg'), token.attributes.get('verbose')]
				.flatMap((message) => (message === undefined ? [] : [linkAttribute(message, link?.url ?? null, catalog.url)]))
				.filter((edit) => edit !== null)
				.sort((a, b) => a.start - b.start);
		}),
};
