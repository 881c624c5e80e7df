import type { CodeLink } from '../catalog.ts';
import type { Edit, ReportFormat } from '../types.ts';
import { rootOf, TextEnd, xmlEdits } from '../xml/edits.ts';
import { decodeXml } from '../xml/escaping.ts';

/** SpotBugs' XML (`-xml:withMessages`). It has no place for a link, so the address ends the long message of each bug. */
export const spotbugs: ReportFormat = {
	name: 'spotbugs',
	title: "SpotBugs' XML",
	detect: ({ head }) => rootOf(head) === 'BugCollection',
	edits: (report, { catalog, saw }) => {
		/** Null outside of a bug's own message. */
		let bug: { readonly link: CodeLink | null } | null = null;
		let message: TextEnd | null = null;
		return xmlEdits(report, (token): readonly Edit[] => {
			if (token.kind === 'text') message?.add(token);
			else if (token.kind === 'close') {
				const edit =
					token.name === 'LongMessage' && bug !== null ? message?.link(bug.link?.url ?? null, catalog.url) : null;
				message = null;
				return edit === null || edit === undefined ? [] : [edit];
			} else if (token.name === 'BugInstance') {
				const code = { linter: 'spotbugs', code: decodeXml(token.attributes.get('type')?.raw ?? '') };
				const cwe = token.attributes.get('cweid')?.raw;
				const link = catalog.find(code, cwe === undefined ? [] : [`CWE-${cwe}`]);
				saw(code, link);
				bug = { link };
			} else if (token.name === 'LongMessage') message = new TextEnd();
			// What other elements explain, such as a class, has a long message as well.
			else if (token.name !== 'ShortMessage') bug = null;
			return [];
		});
	},
};
