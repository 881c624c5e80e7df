import { HtmlValidate } from 'html-validate';

/** Which rules are about what HTML allows, not about style. */
const validator = new HtmlValidate({
	root: true,
	extends: ['html-validate:standard'],
	elements: ['html5'],
	rules: {
		// Anchors are GitHub's: they may begin with a digit.
		'valid-id': 'off',
		'no-raw-characters': 'off',
		// The frames around examples and tables are ours, and have names.
		'prefer-native-element': 'off',
		'aria-label-misuse': 'off',
		'no-trailing-whitespace': 'off',
		'long-title': 'off',
	},
});

/** What html-validate finds in HTML that stands in the body of a page, as `conformance rule: message`. */
export async function conformanceFaults(html: string): Promise<readonly string[]> {
	const page = `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>A</title></head><body><main><h1>A</h1>\n${html}\n</main></body></html>`;
	const { results } = await validator.validateString(page);
	const found = results.flatMap(({ messages }) =>
		messages.map(({ ruleId, message }) => `conformance ${ruleId}: ${message}`),
	);
	return [...new Set(found)];
}
