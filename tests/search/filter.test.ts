import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Choice, column, columnOfHolders, filterRules } from '../../src/site/client/filter.ts';

const none: Choice = { include: new Set(), exclude: new Set() };
const choice = (include: number[], exclude: number[] = []): Choice => ({
	include: new Set(include),
	exclude: new Set(exclude),
});

/** Four rules: impact is one value each, tags are several. */
const impact = column(3, [[0], [0], [1], [2]]);
const tags = column(3, [[0, 1], [1], [0], []]);

describe('columnOfHolders', () => {
	it('packs the rules of each value into the same column as the values of each rule', () => {
		fc.assert(
			fc.property(fc.array(fc.uniqueArray(fc.nat(4))), (valuesOf) => {
				const sorted = valuesOf.map((values) => values.toSorted((a, b) => a - b));
				const holders = Array.from({ length: 5 }, (_, value) =>
					sorted.flatMap((values, rule) => (values.includes(value) ? [rule] : [])),
				);
				expect(columnOfHolders(holders, sorted.length)).toEqual(column(5, sorted));
			}),
		);
	});
});

describe('filterRules', () => {
	it('lets everything pass when nothing is chosen', () => {
		const { total, counts } = filterRules(4, [impact, tags], [none, none], null);
		expect(total).toBe(4);
		expect(counts.map((one) => [...one])).toEqual([
			[2, 1, 1],
			[2, 2, 0],
		]);
	});

	it('takes rules with any included value, and leaves a facet out of its own counts', () => {
		const { passes, counts } = filterRules(4, [impact, tags], [choice([0, 1]), none], null);
		expect([...passes]).toEqual([1, 1, 1, 0]);
		expect(counts.map((one) => [...one])).toEqual([
			[2, 1, 1],
			[2, 2, 0],
		]);
	});

	it('narrows the counts of the other facets', () => {
		const { passes, counts } = filterRules(4, [impact, tags], [none, choice([1])], null);
		expect([...passes]).toEqual([1, 1, 0, 0]);
		expect([...(counts[0] ?? [])]).toEqual([2, 0, 0]);
	});

	it('takes out rules with an excluded value, even when they have an included one', () => {
		const { passes } = filterRules(4, [impact, tags], [none, choice([0], [1])], null);
		expect([...passes]).toEqual([0, 0, 1, 0]);
	});

	it('stays within the rules that a text search found', () => {
		const { total, counts } = filterRules(4, [impact, tags], [none, none], Uint8Array.from([0, 1, 1, 0]));
		expect(total).toBe(2);
		expect([...(counts[0] ?? [])]).toEqual([1, 1, 0]);
	});

	it('agrees with a plain filter for any data and any choices', () => {
		const size = 5;
		const values = fc.uniqueArray(fc.nat(size - 1), { maxLength: 4 });
		const picks = fc.record({ include: values, exclude: values });
		const rule = fc.tuple(values, values, values, fc.boolean());
		fc.assert(
			fc.property(fc.array(rule, { maxLength: 30 }), fc.tuple(picks, picks, picks), (rules, picked) => {
				const columns = [0, 1, 2].map((i) =>
					column(
						size,
						rules.map((one) => one[i as 0 | 1 | 2]),
					),
				);
				const choices = picked.map((one) =>
					choice(
						one.include.filter((value) => !one.exclude.includes(value)),
						one.exclude,
					),
				);
				const passesFacet = (one: readonly number[], of: Choice): boolean =>
					(of.include.size === 0 || one.some((value) => of.include.has(value))) &&
					!one.some((value) => of.exclude.has(value));
				const passesAllBut = (one: (typeof rules)[number], but: number): boolean =>
					one[3] && choices.every((of, i) => i === but || passesFacet(one[i as 0 | 1 | 2], of));

				const within = Uint8Array.from(rules.map((one) => (one[3] ? 1 : 0)));
				const found = filterRules(rules.length, columns, choices, within);

				expect([...found.passes]).toEqual(rules.map((one) => (passesAllBut(one, -1) ? 1 : 0)));
				for (const facet of [0, 1, 2] as const) {
					for (let value = 0; value < size; value += 1) {
						const expected = rules.filter((one) => passesAllBut(one, facet) && one[facet].includes(value)).length;
						expect(found.counts[facet]?.[value]).toBe(expected);
					}
				}
			}),
		);
	});
});
