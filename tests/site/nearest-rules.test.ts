import { describe, expect, it } from 'vitest';
import { nearestRules, readAsked } from '../../src/site/client/nearest-rules.ts';
import { ruleFile } from '../../src/site/search/rule-index.ts';
import { SAMPLE_CATALOG } from '../sample-catalog.ts';

describe('an address that leads nowhere', () => {
	it.each([
		['/rules/nginx-c/evt-block/', '/', 'nginx-c', 'evt-block', 'evt block'],
		['/docs/rules/nginx-c/evt-block', '/docs/', 'nginx-c', 'evt-block', 'evt block'],
		['/rules/nginx-c/evt-block/index.html', '/', 'nginx-c', 'evt-block', 'evt block'],
		['/rules/nginx-c/evt-block.md', '/', 'nginx-c', 'evt-block', 'evt block'],
		['/rules/nginx-c/', '/', 'nginx-c', '', 'nginx c'],
		['/packs/nginx-c/gone/', '/', 'nginx-c', '', 'nginx c'],
		['/old/place/evt-block.html', '/', 'place', 'evt-block', 'evt block'],
		['/tags/n%2B1/', '/', '', 'n+1', 'n+1'],
		['/%E0%A4%A/', '/', '', '%E0%A4%A', '%E0%A4%A'],
		['/docs/', '/docs/', '', '', ''],
	])('%s below %s asks for %j, %j', (path, base, pack, stem, words) => {
		expect(readAsked(path, base)).toEqual({ pack, stem, words });
	});
});

describe('the nearest rules', () => {
	const file = ruleFile(SAMPLE_CATALOG);
	const stems = (pack: string, stem: string) => nearestRules(file, { pack, stem, words: '' }, 3).map((one) => one.stem);

	it.each([
		['a typing error', 'nginx-c', 'evt-never-blok', 'evt-never-block'],
		['another prefix', 'nginx-c', 'event-never-block', 'evt-never-block'],
		['words in another order', 'nginx-c', 'mem-every-allocation-check', 'mem-check-every-allocation'],
		['another pack', 'web-basics', 'evt-never-block', 'evt-never-block'],
		['other letters', 'nginx-c', 'EVT-NEVER-BLOCK', 'evt-never-block'],
	])('are found despite %s', (_, pack, stem, expected) => {
		expect(stems(pack, stem)[0]).toBe(expected);
	});

	it('are none when nothing is like it', () => {
		expect(stems('nginx-c', 'qwxyz')).toEqual([]);
		expect(stems('nginx-c', '')).toEqual([]);
	});

	it('put a rule of the same stem first, and of several the one whose pack is most like', () => {
		const twins = SAMPLE_CATALOG.rules.map((rule) =>
			rule.stem === 'use-main' ? { ...rule, stem: 'evt-never-block' } : rule,
		);
		const found = nearestRules(
			ruleFile({ ...SAMPLE_CATALOG, rules: twins }),
			{ pack: 'web-basic', stem: 'evt-never-block', words: '' },
			2,
		);
		expect(found.map(({ pack }) => SAMPLE_CATALOG.packs[pack]?.name)).toEqual(['web-basics', 'nginx-c']);
	});

	it('leave out what is much less like it than the best', () => {
		expect(stems('nginx-c', 'mem-check-every-allocations')).toEqual(['mem-check-every-allocation']);
	});

	it('stand at their place in the catalog', () => {
		const [first] = nearestRules(file, { pack: 'nginx-c', stem: 'evt-never-block', words: '' }, 1);
		expect(SAMPLE_CATALOG.rules[first?.place ?? -1]?.id).toBe('nginx-c/evt-never-block');
	});
});
