import { relative } from 'node:path';
import { expect, test } from 'vitest';
import { loadConfig } from '../src/load/config.ts';
import { runPipeline } from '../src/pipeline.ts';
import { folderWith } from './load/folders.ts';

const rule = (title: string, more = ''): string => `---\ntitle: ${title}\n${more}---\n\nText of ${title}.\n`;

async function run(files: Readonly<Record<string, string>>) {
	const root = await folderWith(files);
	const { catalog, diagnostics, leftOut } = await runPipeline(await loadConfig(root), () => {}, { render: false });
	return {
		ids: catalog.rules.map(({ id }) => id),
		codes: diagnostics.map(({ code }) => code).filter((code) => code !== 'examples-missing'),
		leftOut: leftOut.map(({ file }) => relative(root, file)),
		catalog,
	};
}

test('a rule whose own file names an alias that is taken is left out, and is said to be', async () => {
	const { ids, codes, leftOut } = await run({
		'content/web/rules/a.md': rule('A', 'aliases: b\n'),
		'content/web/rules/b.md': rule('B'),
	});
	expect(ids).toEqual(['web/b']);
	expect(codes).toEqual(['alias-taken']);
	expect(leftOut).toEqual(['content/web/rules/a.md']);
});

test('an error in the config leaves no rule out, only what is wrong', async () => {
	const { ids, codes, leftOut, catalog } = await run({
		'rulepress.config.mjs': `export default { rules: { 'web/a': { aliases: ['b', 'c'] }, 'web/x': {} } };`,
		'content/web/rules/a.md': rule('A'),
		'content/web/rules/b.md': rule('B'),
	});
	expect(ids).toEqual(['web/a', 'web/b']);
	expect(codes.toSorted()).toEqual(['alias-taken', 'config-rule-unknown']);
	expect(leftOut).toEqual([]);
	expect(catalog.rules[0]?.aliases).toEqual(['web/c']);
});
