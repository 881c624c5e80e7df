/** The site of the packs that only the browser tests need. */
export default {
	title: 'Packs of the browser tests',
	content: ['packs'],
	base: '/docs/',
	site: 'https://rules.example.org',
	trusted: [],
};
