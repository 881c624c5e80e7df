import { describe, expect, it } from 'vitest';
import { buildCatalog } from '../../src/catalog/build.ts';
import type { Annotation, Annotations } from '../../src/domain/annotation.ts';
import { type Diagnostic, wording } from '../../src/domain/diagnostics.ts';
import type { Rule } from '../../src/domain/rule.ts';
import { named, type PackSketch, packOf, type RuleSketch } from './packs.ts';

const FILE = 'rulepress.config.mjs';
const nothing = { aliases: [], codes: [], conflicts: [], deprecated: null, related: [], standards: [] };

function annotated(entries: Readonly<Record<string, Partial<Annotation>>>, complete = true): Annotations {
	const rules = Object.entries(entries).map(([id, said], index) => ({
		...nothing,
		...said,
		rule: { name: id, place: { line: 40 + index, column: 3 } },
	}));
	return { file: FILE, entries: rules, complete };
}

function web(rules: Readonly<Record<string, RuleSketch>>, more: Partial<PackSketch> = {}): PackSketch {
	const paths = Object.fromEntries(Object.entries(rules).map(([stem, rule]) => [`rules/${stem}.md`, rule]));
	return { source: 'web', rules: paths, ...more };
}

function build(packs: readonly PackSketch[], annotations: Annotations | null = null) {
	const { catalog, diagnostics } = buildCatalog(packs.map(packOf), { relate: true, annotations });
	const rule = (id: string): Rule => {
		const found = catalog.rules.find((one) => one.id === id);
		if (found === undefined) throw new Error(`no rule ${id}`);
		return found;
	};
	return { ids: catalog.rules.map(({ id }) => id), rule, said: diagnostics.map(say), packs: catalog.packs };
}

function say(one: Diagnostic): string {
	return `${one.code} ${one.file.replace('content/web/rules/', '')}:${one.place.line} ${wording(one).found}`;
}

describe('aliases', () => {
	it('are former stems of the own pack, or former ids', () => {
		const { rule, said } = build([web({ a: { aliases: ['old', 'gone/older', './oldest.md'] } })]);
		expect(rule('web/a').aliases).toEqual(['web/old', 'gone/older', 'web/oldest']);
		expect(said).toEqual([]);
	});

	it('are no ids, whatever the case', () => {
		const { ids, said } = build([web({ a: { aliases: ['B', 'A', 'old'] }, b: {} })]);
		expect(said).toEqual([
			'alias-taken a.md:20 "web/B" is an alias in content/web/rules/a.md:20 and the id of content/web/rules/b.md',
			'alias-taken a.md:21 "web/A" is an alias in content/web/rules/a.md:21 and the id of the same rule',
		]);
		expect(ids).toEqual(['web/b']);
	});

	it('belong to one rule', () => {
		const { ids, rule, said } = build([web({ a: { aliases: ['old', 'web/old'] }, b: { aliases: ['x', 'OLD'] } })]);
		expect(said).toEqual([
			'alias-duplicate b.md:21 "web/OLD" is an alias in content/web/rules/b.md:21 and in content/web/rules/a.md:20',
		]);
		expect(rule('web/a').aliases).toEqual(['web/old']);
		expect(ids).toEqual(['web/a']);
	});
});

describe('names of rules', () => {
	const rules = {
		a: { related: named(['old-b']), conflicts: ['web/old-b'], replacedBy: ['./b.md'] },
		b: { aliases: ['old-b'] },
	};

	it('may be aliases, and lead to the rule', () => {
		const { rule, said } = build([web(rules)]);
		expect(said).toEqual([]);
		expect(rule('web/a').related[0]).toBe('web/b');
		expect(rule('web/a').conflicts).toEqual(['web/b']);
		expect(rule('web/a').deprecated).toEqual({ message: null, replacedBy: ['web/b'] });
	});

	it('of a conflict are said of both rules', () => {
		const { rule } = build([web({ a: { conflicts: ['b', 'B', 'c'] }, b: {}, c: { conflicts: ['a', 'b'] } })]);
		expect(rule('web/a').conflicts).toEqual(['web/b', 'web/c']);
		expect(rule('web/b').conflicts).toEqual(['web/a', 'web/c']);
		expect(rule('web/c').conflicts).toEqual(['web/a', 'web/b']);
	});

	it('that no rule has are errors, and keep the rule out', () => {
		const { ids, said } = build([web({ a: { conflicts: ['bb', 'a'] }, b: { replacedBy: ['gone/x'] }, c: {} })]);
		expect(said).toEqual([
			'conflict-unknown a.md:20 `conflicts` names "bb", but no rule has that id',
			'conflict-unknown a.md:21 `conflicts` names "a", which is this rule itself',
			'replaced-by-unknown b.md:20 deprecated.replacedBy names "gone/x", but no rule has that id',
		]);
		expect(ids).toEqual(['web/c']);
	});

	it('of a file that has an error of its own are not reported on top', () => {
		const sketch = web({ a: { conflicts: ['c'], replacedBy: ['web/c'] } }, { leftOut: ['rules/c.md'] });
		const { rule, said } = build([sketch], annotated({ 'web/c': {} }));
		expect(said).toEqual([]);
		expect(rule('web/a').conflicts).toEqual([]);
	});

	it('never lead to a rule that is kept out', () => {
		const { rule, packs } = build([
			web({ a: { conflicts: ['gone'] }, b: { conflicts: ['a'], replacedBy: ['a'], related: named(['a']) }, c: {} }),
		]);
		expect(rule('web/b')).toMatchObject({ conflicts: [], deprecated: { replacedBy: [] }, previous: null });
		expect(rule('web/b').related).not.toContain('web/a');
		expect(packs.flatMap((pack) => pack.rules)).not.toContain('web/a');
	});
});

describe('replacements in a circle', () => {
	it.each<[Readonly<Record<string, RuleSketch>>, readonly string[]]>([
		[{ a: { replacedBy: ['a'] } }, ['a.md:20 The rule web/a is replaced by itself']],
		[
			{ a: { replacedBy: ['b'] }, b: { replacedBy: ['a'] } },
			['a.md:20 The rule is replaced by itself: web/a → web/b → web/a'],
		],
		[
			{ a: { replacedBy: ['b'] }, b: { replacedBy: ['d', 'c'] }, c: { replacedBy: ['b'] }, d: {} },
			['b.md:21 The rule is replaced by itself: web/b → web/c → web/b'],
		],
		[{ a: { replacedBy: ['b', 'c'] }, b: { replacedBy: ['d'] }, c: { replacedBy: ['d'] }, d: {} }, []],
	])('%j', (rules, expected) => {
		const { said } = build([web(rules)]);
		expect(said.map((one) => one.replace('replaced-by-cycle ', ''))).toEqual(expected);
	});

	it('are found in a long chain', () => {
		const name = (index: number): string => `r${index % 20_000}`;
		const rules = Array.from(
			{ length: 20_000 },
			(_, index) => [name(index), { replacedBy: [name(index + 1)] }] as const,
		);
		const { catalog, diagnostics } = buildCatalog([packOf(web(Object.fromEntries(rules)))], { relate: false });
		expect(diagnostics.map(({ code }) => code)).toEqual(['replaced-by-cycle']);
		expect(catalog.rules).toHaveLength(19_999);
	});
});

describe('the config', () => {
	const place = { line: 41, column: 5 };
	const code = (linter: string, name: string) => ({ linter, code: name, place });

	it('adds to what the frontmatter says, without repeats', () => {
		const own: RuleSketch = {
			codes: [code('eslint', 'no-eval')],
			standards: named(['CWE-95']),
			conflicts: ['b'],
			aliases: ['old'],
			replacedBy: ['b'],
		};
		const { rule, said } = build(
			[web({ a: own, b: {}, c: {} })],
			annotated({
				'web/a': {
					codes: [code('eslint', 'No-Eval'), code('ruff', 'S307')],
					standards: named(['CWE-95', 'CWE-94']),
					conflicts: named(['web/b', 'c']),
					aliases: named(['old', 'older']),
					deprecated: { message: 'Old', replacedBy: named(['c', 'b']), place },
				},
			}),
		);
		expect(said).toEqual([]);
		expect(rule('web/a')).toMatchObject({
			codes: [
				{ linter: 'eslint', code: 'no-eval' },
				{ linter: 'ruff', code: 'S307' },
			],
			standards: ['CWE-95', 'CWE-94'],
			conflicts: ['web/b', 'web/c'],
			aliases: ['web/old', 'web/older'],
			deprecated: { message: 'Old', replacedBy: ['web/b', 'web/c'] },
		});
	});

	it('finds a rule by its former id', () => {
		const { rule, said } = build(
			[web({ a: { aliases: ['old'] } })],
			annotated({ 'web/old': { codes: [code('ruff', 'S307')] } }),
		);
		expect(said).toEqual([]);
		expect(rule('web/a').codes).toEqual([{ linter: 'ruff', code: 'S307' }]);
	});

	it('is where its faults are, and they keep no rule out', () => {
		const { ids, rule, said } = build(
			[web({ a: {}, b: { aliases: ['old'] } })],
			annotated({
				'web/a': { aliases: named(['b', 'old', 'new']), conflicts: named(['bb']), related: named(['x']) },
				'web/aa': {},
			}),
		);
		expect(said).toEqual([
			`alias-taken ${FILE}:20 "web/b" is an alias in ${FILE}:20 and the id of content/web/rules/b.md`,
			`conflict-unknown ${FILE}:20 \`conflicts\` names "bb", but no rule has that id`,
			`related-unknown ${FILE}:20 \`related\` names "x", and no rule is called that`,
			`alias-duplicate ${FILE}:21 "web/old" is an alias in ${FILE}:21 and in content/web/rules/b.md:20`,
			`config-rule-unknown ${FILE}:41 \`rules\` names "web/aa", but no rule has that id`,
		]);
		expect(ids).toEqual(['web/a', 'web/b']);
		expect(rule('web/a').aliases).toEqual(['web/new']);
	});

	it('may speak of packs that this run does not look at', () => {
		const { said } = build([web({ a: {} })], annotated({ 'other/x': {}, 'web/x': {} }, false));
		expect(said.map((one) => one.split(' ')[1])).toEqual([`${FILE}:41`]);
	});
});
