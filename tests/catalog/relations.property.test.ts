import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findAlike } from '../../src/catalog/alike.ts';
import { relate } from '../../src/catalog/related.ts';
import type { FoundBefore } from '../../src/domain/found-before.ts';
import type { RuleId } from '../../src/domain/ids.ts';
import { likenessOf } from '../../src/prepare/likeness.ts';
import { type PlainRule, plainlyAlike, plainlyRelated } from './plain-relations.ts';

/** Few words, so that rules of a random catalog have much in common, and ties are frequent. */
const word = fc.constantFrom(
	'close',
	'files',
	'useEffect',
	'pool_add',
	'std::move',
	'a.b',
	'cost',
	'ids',
	'Ärger',
	'规则',
);
const words = (most: number) => fc.array(word, { maxLength: most }).map((all) => all.join(' '));
/** Long enough that one more word leaves two texts nearly the same. */
const LONG = Array.from({ length: 60 }, (_, n) => `word${n}`).join(' ');
const text = fc.oneof(
	words(30),
	words(2).map((more) => `${LONG} ${more}`),
);

const catalog = fc
	.array(
		fc.record({
			pack: fc.constantFrom('a', 'b', 'c'),
			section: fc.constantFrom('one', 'two'),
			prefix: fc.constantFrom('mem', 'io', 'close'),
			title: words(4),
			tags: fc.array(fc.constantFrom('mem', 'Mem', 'io', 'pool', 'Connection Pool'), { maxLength: 3 }),
			languages: fc.uniqueArray(fc.constantFrom('c', 'rust', 'go'), { maxLength: 2 }),
			text,
		}),
		{ minLength: 2, maxLength: 60 },
	)
	.map((sketches) =>
		sketches.map((sketch, index): PlainRule => {
			const id = (at: number): RuleId => `${sketches[at]?.pack ?? ''}/${sketches[at]?.prefix ?? ''}-${at}`;
			const same = sketches.flatMap((other, at) =>
				other.text === sketch.text && other.pack !== sketch.pack ? [id(at)] : [],
			);
			return {
				...sketch,
				id: id(index),
				stem: `${sketch.prefix}-${index}`,
				previous: index === 0 ? null : id(index - 1),
				next: index + 1 === sketches.length ? null : id(index + 1),
				identical: index % 2 === 0 ? same : [],
				alike: [],
			};
		}),
	);

test('what is found fast is what is found plainly', () => {
	fc.assert(
		fc.property(catalog, fc.array(fc.tuple(fc.nat(59), fc.nat(59)), { maxLength: 6 }), (rules, pairs) => {
			const likeness = (rule: PlainRule) => ({ ...rule, likeness: likenessOf(rule.title, rule.text) });
			const alike = findAlike(rules.map(likeness));
			expect([...alike]).toEqual([...plainlyAlike(rules)]);

			const declared = new Map<RuleId, RuleId[]>();
			for (const [one, two] of pairs) {
				const [from, to] = [rules[one], rules[two]];
				if (from === undefined || to === undefined || from === to) continue;
				declared.set(from.id, [...new Set([...(declared.get(from.id) ?? []), to.id])]);
			}
			const compared = rules.map((rule) => ({ ...rule, alike: alike.get(rule.id) ?? [] }));
			const found = relate(compared.map(likeness), declared);
			expect([...found]).toEqual([...plainlyRelated(compared, declared)]);
		}),
		{ numRuns: 300 },
	);
});

test('what an earlier run has found makes no difference', () => {
	const kept = new Map<string, string>();
	let recalled = 0;
	const before: FoundBefore = {
		recall: (name, key) => {
			const found = kept.get(`${name} ${key}`);
			if (found !== undefined) recalled++;
			return found === undefined ? undefined : JSON.parse(found);
		},
		keep: (name, key, found) => void kept.set(`${name} ${key}`, JSON.stringify(found)),
	};
	const find = (rules: readonly PlainRule[], from: FoundBefore | null) => {
		const likeness = (rule: PlainRule) => ({ ...rule, likeness: likenessOf(rule.title, rule.text) });
		const alike = findAlike(rules.map(likeness), from);
		const compared = rules.map((rule) => ({ ...rule, alike: alike.get(rule.id) ?? [] }));
		return [[...alike], [...relate(compared.map(likeness), new Map(), from)]];
	};
	const edits = fc.array(fc.record({ place: fc.nat(59), title: words(4), text }), { maxLength: 2 });
	fc.assert(
		fc.property(catalog, edits, (rules, some) => {
			expect(find(rules, before)).toEqual(find(rules, null));
			const edited = some.reduce(
				(all, { place, ...edit }) => all.map((rule, at) => (at === place ? { ...rule, ...edit } : rule)),
				rules,
			);
			expect(find(edited, before)).toEqual(find(edited, null));
			expect(find(edited, before)).toEqual(find(edited, null));
		}),
		{ numRuns: 100 },
	);
	expect(recalled).toBeGreaterThan(100);
});
