/** What `rulepress/link` offers: the team's addresses for linters and editors. Runs in Node 20 and later and in browsers. */

export type { LinterCode } from '../domain/linter.ts';
export type { CodeLink, LinkCatalog, PublishedRule } from './catalog.ts';
export { codeUrl, ruleUrl } from './helpers/addresses.ts';
export {
	type EditorDiagnostic,
	type LspDiagnostic,
	linkDiagnostics,
	linkEditorDiagnostics,
} from './helpers/diagnostics.ts';
export { type EslintLinks, eslintLinks } from './helpers/eslint.ts';
export { readCatalog } from './helpers/read-catalog.ts';
export { type StylelintRules, stylelintLinks, withStylelintLinks } from './helpers/stylelint.ts';
export { CatalogError } from './published.ts';
