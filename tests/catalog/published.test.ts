import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { comparePublished, type FormerRule } from '../../src/catalog/published.ts';
import { wording } from '../../src/domain/diagnostics.ts';
import { ruleId, rulePath } from '../../src/domain/ids.ts';
import type { Catalog, Rule } from '../../src/domain/rule.ts';
import { catalogJson } from '../../src/formats/catalog-json.ts';
import { parseCatalog } from '../../src/link/published.ts';
import { anyCatalog } from '../any-catalog.ts';
import { SAMPLE_CATALOG } from '../sample-catalog.ts';

const WHERE = { title: 'Rules', site: null, base: '/' };

function rule(id: string, said: Partial<Rule> = {}): Rule {
	const [pack = '', stem = ''] = id.split('/');
	const [template] = SAMPLE_CATALOG.rules;
	if (template === undefined) throw new Error('the sample has rules');
	const plain = { title: `Title of ${stem}`, summary: `About ${stem}.`, aliases: [], codes: [] };
	return {
		...template,
		...plain,
		id: ruleId(pack, stem),
		pack,
		stem,
		path: rulePath(pack, stem),
		file: `${id}.md`,
		...said,
	};
}

function catalogOf(...rules: readonly Rule[]): Catalog {
	return { packs: [], rules, tags: [] };
}

function compared(before: Catalog, now: Catalog, leftOut: readonly string[] = []) {
	const text = catalogJson(before, WHERE);
	const rules: readonly FormerRule[] = parseCatalog(text, 'rules.json').rules;
	return comparePublished(now, { file: 'rules.json', text, rules }, leftOut);
}

/** What is said of a rule that was published, when only these other rules are there now. */
function saidOf(before: Rule, ...now: readonly Rule[]): readonly string[] {
	return compared(catalogOf(before), catalogOf(...now)).map((one) => `${wording(one).found}. ${wording(one).fix}`);
}

const gone = (id: string) => `The rule "${id}" was published and is gone`;
const OR_KEEP = 'or keep the file with `deprecated: true`';

describe('a rule that is gone', () => {
	test.each<[string, Rule, string]>([
		['the same title in the pack', rule('p/new', { title: 'Title of old' }), '"old" to the aliases of p/new.md'],
		['the same stem in another pack', rule('q/old'), '"p/old" to the aliases of q/old.md'],
		['the same title elsewhere', rule('q/new', { title: 'Title of old' }), '"p/old" to the aliases of q/new.md'],
		['the same first words', rule('p/new', { summary: 'About old.' }), '"old" to the aliases of p/new.md'],
		['nearly the same stem', rule('p/olds'), '"old" to the aliases of p/olds.md'],
		['nothing alike', rule('p/quite-another'), '"p/old" to the aliases of its successor'],
	])('has its successor guessed by %s', (_, now, add) => {
		expect(saidOf(rule('p/old'), now)).toEqual([`${gone('p/old')}. Add ${add}, ${OR_KEEP}`]);
	});

	it('is not taken for one that was published beside it', () => {
		const other = rule('p/other', { title: 'Title of old' });
		const [found] = compared(catalogOf(rule('p/old'), other), catalogOf(other));
		expect(found?.args).toEqual({ id: 'p/old', alias: false, successor: null });
	});

	it('takes its aliases with it', () => {
		expect(saidOf(rule('p/old', { aliases: ['p/older'] })).map((words) => words.split('.')[0])).toEqual([
			gone('p/old'),
			'The alias "p/older" was published and is gone',
		]);
	});

	it('is there as long as an alias has its id, in the same letters', () => {
		expect(saidOf(rule('p/old'), rule('q/new', { aliases: ['p/old'] }))).toEqual([]);
		expect(saidOf(rule('p/Old'), rule('p/old'))).toHaveLength(1);
	});

	it('only waits while its file has an error', () => {
		expect(compared(catalogOf(rule('p/old')), catalogOf(), ['content/p/rules/old.md'])).toEqual([]);
	});
});

test('an alias that is gone belongs back to its rule', () => {
	expect(saidOf(rule('p/a', { aliases: ['p/former', 'q/moved'] }), rule('p/a'))).toEqual([
		'The alias "p/former" was published and is gone. Add "former" to the aliases of p/a.md again',
		'The alias "q/moved" was published and is gone. Add "q/moved" to the aliases of p/a.md again',
	]);
});

describe('a code', () => {
	const before = rule('p/a', { codes: [{ linter: 'eslint', code: 'no-eval' }] });

	test('that no rule explains any more is named', () => {
		const [found] = compared(catalogOf(before), catalogOf(rule('p/a')));
		expect(found).toMatchObject({ code: 'code-vanished', args: { linter: 'eslint', code: 'no-eval', file: 'p/a.md' } });
	});

	test('may move to another rule, and be spelled in another way', () => {
		const other = rule('p/b', { codes: [{ linter: 'ESLint', code: 'eslint.rules.no-eval' }] });
		expect(compared(catalogOf(before), catalogOf(rule('p/a'), other))).toEqual([]);
	});
});

test('stands where the published text has the id', () => {
	const [found] = compared(catalogOf(rule('p/a'), rule('p/b')), catalogOf(rule('p/a')));
	const lines = catalogJson(catalogOf(rule('p/a'), rule('p/b')), WHERE).split('\n');
	const { line = 0, column = 0 } = found?.place ?? {};
	expect(lines[line - 1]?.slice(column - 1)).toMatch(/^"p\/b",/);
});

test('any catalog that stays as it is loses nothing, and an empty one loses every id and alias', () => {
	fc.assert(
		fc.property(anyCatalog, (catalog) => {
			expect(compared(catalog, catalog)).toEqual([]);
			const lost = compared(catalog, catalogOf()).filter(({ code }) => code === 'id-vanished');
			expect(lost).toHaveLength(catalog.rules.flatMap(({ aliases }) => [0, ...aliases]).length);
		}),
	);
});
