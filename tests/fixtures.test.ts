import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { comparedWith, formerCatalog } from '../src/cli/published.ts';
import { DIAGNOSTIC_CODES } from '../src/domain/diagnostics.ts';
import { loadConfig, withOverrides } from '../src/load/config.ts';
import { type PipelineResult, runPipeline } from '../src/pipeline.ts';

/**
 * Each folder of `fixtures/` is a content folder: `<code>` or `<code>--<variant>` holds packs with that one fault,
 * `clean…` holds packs without any. Its `expected.json` lists every diagnostic that it yields. A fixture about the config has
 * a config file of its own, which names its content folder; one about addresses has the `published.json` of its site.
 */
const fixtures = join(import.meta.dirname, 'fixtures');

interface Finding {
	readonly code: string;
	readonly file: string;
	readonly line: number;
	readonly column: number;
}

async function check(folder: string): Promise<PipelineResult> {
	const config = await loadConfig(folder);
	const names = config.content.includes(folder);
	const packs = names ? config : withOverrides(config, { content: [folder] });
	const published = join(folder, 'published.json');
	const former = await formerCatalog(existsSync(published) ? published : undefined);
	return comparedWith(former, await runPipeline(packs, () => {}, { render: false }), false);
}

async function findingsIn(folder: string): Promise<readonly Finding[]> {
	const { diagnostics } = await check(folder);
	return diagnostics.map(({ code, file, place }) => ({
		code,
		file: relative(folder, resolve(file)).replaceAll('\\', '/'),
		...place,
	}));
}

function expectedIn(folder: string): readonly Finding[] {
	return JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8'));
}

function sorted(findings: readonly Finding[]): readonly Finding[] {
	const key = ({ file, line, column, code }: Finding) => JSON.stringify([file, line, column, code]);
	return findings.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** A checkout on Windows may turn symbolic links into text files; then there is no link to refuse. */
function isWhole(folder: string): boolean {
	const links = [join(folder, 'demo/references/leave-the-folder.md'), join(folder, 'demo/references/leak.png')];
	return links.every((link) => !existsSync(link) || lstatSync(link).isSymbolicLink());
}

const names = readdirSync(fixtures).sort();

describe('a fixture folder', () => {
	it.each(DIAGNOSTIC_CODES)('stands for %s', (code) => {
		expect(names).toContain(code);
		expect(expectedIn(join(fixtures, code)).map((finding) => finding.code)).toContain(code);
	});

	it.each(names)('%s is named after a code or is clean', (name) => {
		const codes = new Set(expectedIn(join(fixtures, name)).map((finding) => finding.code));
		const [code = ''] = name.split('--');
		expect([...codes]).toEqual(code === 'clean' ? [] : [code]);
	});
});

describe('the packs of', () => {
	for (const name of names) {
		const folder = join(fixtures, name);
		it.skipIf(!isWhole(folder))(`${name} yield what is expected of them`, async () => {
			expect(sorted(await findingsIn(folder))).toEqual(sorted(expectedIn(folder)));
		});
	}
});

describe('the clean packs of', () => {
	it.each(names.filter((name) => name.startsWith('clean')))('%s are read whole', async (name) => {
		const folder = join(fixtures, name);
		const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => file.replaceAll('\\', '/'));
		const rules = files.filter((file) => /\/[^_/][^/]*\.mdx?$/.test(file) && !/\/SKILL\.md$/.test(file));
		const { catalog } = await check(folder);
		expect(catalog.rules.map((rule) => rule.source).sort()).toEqual(rules.sort());
	});
});
