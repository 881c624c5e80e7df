/** @type {import('rulepress').UserConfig} */
export default {
	title: 'Rulepress',
	content: ['content'],
	trusted: [],
};
