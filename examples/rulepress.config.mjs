/** @type {import('rulepress').UserConfig} */
export default {
	title: 'Team rules',
	content: ['packs'],
	// Links in a linter's report are whole addresses, so the site has to know its own.
	site: 'https://rules.example.org',
};
