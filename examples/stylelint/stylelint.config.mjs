import { join } from 'node:path';
import { withStylelintLinks } from 'rulepress/link';
import { loadCatalog } from 'rulepress/link/node';

const catalog = await loadCatalog(join(import.meta.dirname, '../dist'));

/** @type {import('stylelint').Config} */
const config = {
	rules: { 'property-no-unknown': true, 'block-no-empty': true },
};

// The same as { 'property-no-unknown': [true, { url: 'https://rules.example.org/rules/team/use-properties-that-exist/' }], … }.
export default withStylelintLinks(config, catalog);
