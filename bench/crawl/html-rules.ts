import { type ConfigData, HtmlValidate, StaticConfigLoader } from 'html-validate';

/** The rules that a page is held to: those of the HTML standard, of whole documents and of accessibility. */
const RULES: ConfigData = {
	root: true,
	extends: ['html-validate:standard', 'html-validate:document', 'html-validate:a11y'],
	rules: {
		// Scripts and styles are files of the site itself, which whoever can change can change the page as well.
		'require-sri': ['error', { target: 'crossorigin' }],
		// ARIA names lists; the recommendation against it is about elements that nobody would announce.
		'aria-label-misuse': ['error', { allowAnyNamable: true }],
		// One way among others to meet WCAG 3.2.2; a form with one field is sent by Enter, and results show while one types.
		'wcag/h32': 'off',
	},
};

/** Authors choose the level of their headings, and `heading-skipped` tells them; the pages keep what they chose. */
const OF_AUTHORS = { ...RULES, rules: { ...RULES.rules, 'heading-level': 'off' } } satisfies ConfigData;

/** One thing that is wrong with the HTML of a page. */
export interface HtmlFault {
	readonly rule: string;
	readonly place: string;
	readonly message: string;
}

/** Makes what tells the faults of a page; `text` says whether pages of authors who skip levels of headings are among them. */
export function htmlChecker(skips: 'may skip' | 'must not skip'): (html: string) => Promise<readonly HtmlFault[]> {
	const validator = new HtmlValidate(new StaticConfigLoader(skips === 'may skip' ? OF_AUTHORS : RULES));
	return async (html) => {
		const { results } = await validator.validateString(html);
		return results.flatMap(({ messages }) =>
			messages.map(({ ruleId, line, column, message, selector }) => ({
				rule: ruleId,
				place: `${line}:${column}`,
				message: `${message} (${selector ?? 'no element'})`,
			})),
		);
	};
}
