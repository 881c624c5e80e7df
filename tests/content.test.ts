import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CODES_PACK, DIAGNOSTIC_CODES, type Diagnostic, severityOf } from '../src/domain/diagnostics.ts';
import type { Example, Rule } from '../src/domain/rule.ts';
import { loadConfig, withOverrides } from '../src/load/config.ts';
import { type PipelineResult, runPipeline } from '../src/pipeline.ts';

const root = join(import.meta.dirname, '..');
const content = join(root, 'content');

async function check(folder: string, trusted: readonly string[] = []): Promise<PipelineResult> {
	const config = withOverrides(await loadConfig(root), { content: [folder] });
	return runPipeline({ ...config, trusted: [...config.trusted, ...trusted] }, () => {}, { render: false });
}

let shipped: PipelineResult;
beforeAll(async () => {
	shipped = await check(content);
});

describe('the shipped packs', () => {
	it('yield no diagnostics', () => {
		expect(shipped.diagnostics).toEqual([]);
	});

	it('hold at least eight rules on nginx modules, clean-up handlers among them', () => {
		const rules = shipped.catalog.rules.filter(({ pack }) => pack === 'nginx-c-modules');
		expect(rules.length).toBeGreaterThanOrEqual(8);
		expect(rules.map(({ stem }) => stem)).toContain('mem-pool-cleanup-handlers');
	});

	it('show code side by side wherever they show a pair', () => {
		const wide = shipped.catalog.rules.flatMap((rule) =>
			rule.examples.filter((example) => widthOf(snippet(rule, example)) > 72).map(() => rule.id),
		);
		expect(wide).toEqual([]);
	});

	it('explain each code in one rule, and nothing else', () => {
		const files = readdirSync(join(content, CODES_PACK, 'rules')).filter((name) => !name.startsWith('_'));
		expect(files.sort()).toEqual(DIAGNOSTIC_CODES.map((code) => `${code}.md`).sort());
	});

	it('give errors the upper tiers of impact, warnings the middle, infos the lower', () => {
		const tiers = { error: ['CRITICAL', 'HIGH'], warning: ['MEDIUM-HIGH', 'MEDIUM'], info: ['LOW-MEDIUM', 'LOW'] };
		for (const code of DIAGNOSTIC_CODES) {
			expect(tiers[severityOf(code)], code).toContain(explanationOf(code).impact);
		}
	});
});

/** A snippet of one rule file cannot show these: they are about folders, bytes or the config. Their fixtures do. */
const aboutMoreThanOneFile = new Set([
	'code-vanished',
	'config-rule-unknown',
	'encoding-invalid',
	'file-unreadable',
	'id-duplicate',
	'id-lookalike',
	'id-vanished',
	'image-missing',
	'image-unsafe',
	'mdx-untrusted',
	'metadata-invalid',
	'pack-file-invalid',
	'pack-name-unused',
	'pack-renamed',
	'replaced-by-cycle',
	'rule-identical',
	'section-empty',
	'section-undeclared',
]);

describe('the snippets that explain', () => {
	const folder = realpathSync(mkdtempSync(join(tmpdir(), 'rulepress-content-')));
	const shown = DIAGNOSTIC_CODES.filter((code) => !aboutMoreThanOneFile.has(code));
	const found = new Map<string, Diagnostic[]>();

	beforeAll(async () => {
		const packs = shown.flatMap((code) => writePacks(folder, explanationOf(code)));
		for (const one of (await check(folder, packs)).diagnostics) {
			const [pack = ''] = relative(folder, resolve(one.file)).split(/[/\\]/);
			found.set(pack, [...(found.get(pack) ?? []), one]);
		}
	});
	afterAll(() => rmSync(folder, { recursive: true }));

	it.each(shown)('%s yield it on the incorrect side and not on the correct one', (code) => {
		const codes = (kind: string): string[] => (found.get(`${code}-${kind}`) ?? []).map((one) => one.code);
		expect(codes('incorrect')).toContain(code);
		expect(codes('correct')).not.toContain(code);
	});
});

function explanationOf(code: string): Rule {
	const rule = shipped.catalog.rules.find(({ id }) => id === `${CODES_PACK}/${code}`);
	if (rule === undefined) throw new Error(`${CODES_PACK} has no rule ${code}`);
	return rule;
}

/** The code of an example; '' for one in prose. */
function snippet(rule: Rule, { place }: Example): string {
	const lines = readFileSync(join(content, rule.source), 'utf8').split('\n');
	const fence = /^`{3,}/.exec(lines[place.line - 1] ?? '')?.[0];
	if (fence === undefined) return '';
	return `${lines.slice(place.line, lines.indexOf(fence, place.line)).join('\n')}\n`;
}

function widthOf(code: string): number {
	return Math.max(...code.split('\n').map((line) => line.length));
}

/** A rule without faults: what the snippets about links lead to, and what makes their folder one that holds rules. */
const neighbour = [
	'---\ntitle: Clean up\n---',
	'**Incorrect:**\n\n```c\nopen(path);\n```',
	'**Correct:**\n\n```c\nclose(fd);\n```\n',
].join('\n\n');

/** Writes the incorrect and the correct snippets of a rule as packs of their own. Returns the names of the packs. */
function writePacks(folder: string, rule: Rule): string[] {
	const wholeFiles = rule.examples.some((example) => snippet(rule, example).startsWith('---\n'));
	const packs = new Set<string>();
	for (const [number, example] of rule.examples.entries()) {
		const pack = `${rule.stem}-${example.kind}`;
		const rules = join(folder, pack, 'rules');
		const text = asRuleFile(snippet(rule, example), example.language, wholeFiles);
		writeFile(join(rules, `snippet-${number}.${example.language === 'mdx' ? 'mdx' : 'md'}`), text);
		writeFile(join(rules, 'mem-pool-cleanup.md'), neighbour);
		packs.add(pack);
	}
	return [...packs];
}

function asRuleFile(code: string, language: string | null, wholeFile: boolean): string {
	if (language === 'yaml') return `---\n${/^title:/m.test(code) ? '' : 'title: Snippet\n'}${code}---\n`;
	return wholeFile ? code : `---\ntitle: Snippet\n---\n\n${code}`;
}

function writeFile(path: string, text: string): void {
	mkdirSync(dirname(path), { recursive: true });
	writeFileSync(path, text);
}
