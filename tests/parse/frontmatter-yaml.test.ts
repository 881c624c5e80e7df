import { describe, expect, it } from 'vitest';
import { wording } from '../../src/domain/diagnostics.ts';
import { findings, frontmatterOf } from './frontmatter-cases.ts';

describe('invalid YAML', () => {
	it.each([
		['title: `use` it', 'yaml-invalid 2:8', 'begins with a backtick', 'title: "`use` it"'],
		['title: @media last', 'yaml-invalid 2:8', 'begins with `@`', 'title: "@media last"'],
		['title: %s is slow', 'yaml-invalid 2:8', 'begins with `%`', 'title: "%s is slow"'],
		['title: *ptr++ reads', 'yaml-invalid 2:8', 'begins with `*`', 'title: "*ptr++ reads"'],
		['title: *', 'yaml-invalid 2:8', 'begins with `*`', 'title: "*"'],
		['title: & joins', 'yaml-invalid 2:8', 'begins with `&`', 'title: "& joins"'],
		['title: > is not >=', 'yaml-invalid 2:8', 'begins with `>`', 'title: "> is not >="'],
		['title: - is minus', 'yaml-invalid 2:8', 'begins with `-`', 'title: "- is minus"'],
		['title: ] closes', 'yaml-invalid 2:8', 'begins with `]`', 'title: "] closes"'],
		['title: A\nimpactDescription: fast: yes', 'yaml-invalid 3:20', 'a colon and a space', '"fast: yes"'],
		['title: "any" is weak', 'yaml-invalid 2:14', 'after the closing quote', `title: '"any" is weak'`],
		["title: 'Don't'", 'yaml-invalid 2:13', 'after the closing quote', 'title: "Don\'t"'],
		['title: A\ntags: "a", "b"', 'yaml-invalid 3:10', 'after the closing quote', 'tags: ["a", "b"]'],
		['title: "open\nimpact: HIGH', 'yaml-invalid 2:8', 'a quote that opens here', 'Close the quote'],
		['title: A\nnote:\n\tx: 1', 'yaml-invalid 4:1', 'a tab as indentation', 'spaces'],
		['title: "\\d+"', 'yaml-invalid 2:9', 'means nothing in double quotes', 'single quotes'],
		['title: A\nimpact: LOW\ntitle: B', 'yaml-invalid 4:1', '`title` stands twice', 'Remove one'],
		['title: {Verb} the thing', 'yaml-invalid 2:15', 'begins with `{`', 'placeholder'],
		['title: [a] is a list', 'yaml-invalid 2:12', 'begins with `[`', 'title: "[a] is a list"'],
		['title: A\ntags: [a, b\nimpact: LOW', 'yaml-invalid 3:7', 'a bracket `[`', 'Close it'],
		['title: A\ntags: [c, #d]\nimpact: LOW', 'yaml-invalid 3:7', 'a bracket `[`', 'begin a comment'],
		['title: A\ntags: [a,,b]', 'yaml-invalid 3:10', 'a sign too many', 'Remove it'],
		['title: A #1\n  B', 'yaml-invalid 3:1', 'not indented', 'begin a comment'],
		['title: A\n impact: LOW\ntags: a', 'yaml-invalid 2:8', 'indented below a value', 'first column'],
		['title:A\nimpact: LOW', 'yaml-invalid 2:1', 'no colon and space', 'space after the colon'],
		['title: A\n...\nmore', 'yaml-invalid 4:1', 'text after a line that ends it', 'Remove the line'],
		['- title: A', 'yaml-invalid 2:1', 'a list', 'one key on each line'],
		['Just text', 'yaml-invalid 2:1', 'a single text', 'one key on each line'],
	])('%j is %s: %s', (yaml, finding, reason, fix) => {
		const { frontmatter, diagnostics } = frontmatterOf(yaml);
		expect(findings(yaml)).toEqual([finding]);
		expect(frontmatter).toBeNull();
		const words = diagnostics[0] && wording(diagnostics[0]);
		expect(words?.found).toContain(reason);
		expect(words?.fix).toContain(fix);
	});

	it('reports each key once and three keys at most', () => {
		const yaml = ['title: `a` b', 'a: b: c: d: e', 'b: "x" y z', 'c: @d', 'd: %e'].join('\n');
		expect(findings(yaml)).toEqual(['yaml-invalid 2:8', 'yaml-invalid 3:4', 'yaml-invalid 4:8']);
	});
});

describe('hostile YAML', () => {
	const levels = ['a: &a [x, x, x, x, x, x, x, x]'];
	for (const [name, inner] of ['ba', 'cb', 'dc', 'ed', 'fe', 'gf', 'hg', 'ih', 'ji']) {
		levels.push(`${name}: &${name} [${Array(8).fill(`*${inner}`).join(', ')}]`);
	}

	it.each([
		['aliases that expand to a billion values', `title: A\n${levels.join('\n')}`],
		['a list that holds itself', 'title: A\nloop: &loop [*loop]'],
		['a map that holds itself', 'title: A\nloop: &loop {inner: *loop}'],
		['ten thousand brackets', `title: A\nx: ${'['.repeat(10_000)}`],
		['ten thousand braces', `title: A\nx: ${'{'.repeat(10_000)}`],
		['ten thousand hyphens', `title: A\nx:\n${'- '.repeat(10_000)}`],
		['a hundred closed brackets', `title: A\nx: ${'['.repeat(100)}${']'.repeat(100)}`],
	])('refuses %s', (_, yaml) => {
		const { frontmatter, diagnostics } = frontmatterOf(yaml);
		expect(frontmatter).toBeNull();
		expect(diagnostics.map(({ code }) => code)).toContain('yaml-invalid');
		expect(diagnostics.length).toBeLessThanOrEqual(3);
	});

	const times = (count: number, one: (index: number) => string): string =>
		Array.from({ length: count }, (_, index) => one(index)).join('');

	// The first line of the YAML is the second of its file.
	it.each<[string, string, readonly string[]]>([
		['a billion laughs', levels.join('\n'), ['8:12', '9:8', '10:8']],
		['100,000 aliases', `x: &x [1, 2]\ny: [${times(100_000, () => '*x,')}]`, ['4:29998']],
		['blocks 2,000 deep', times(2000, (depth) => `${' '.repeat(depth)}a:\n`), ['44:42']],
		['hyphens 2,000 deep', `x:\n${'- '.repeat(2000)}`, ['4:81']],
		['brackets 2,000 deep', `x: ${'['.repeat(2000)}${']'.repeat(2000)}`, ['3:204']],
		['a key of 1,000,000 letters', `${'k'.repeat(1_000_000)}: 1`, ['3:1']],
		['a key of 1,000,000 letters, in quotes', `"${'k'.repeat(1_000_000)}": 1`, ['3:1']],
		['100,000 keys', times(100_000, (index) => `k${index}: 1\n`), ['10002:9']],
		['100,000 keys with other line ends', times(100_000, (index) => `k${index}: 1\r\n`), ['10002:9']],
		['100,000 keys on one line', `x: {${times(100_000, () => 'k: 1,')}}`, ['3:50004']],
		['100,000 anchors', `x: [${times(100_000, () => '&a 1,')}]`, ['3:50004']],
	])('says where it is too much: %s', (_, yaml, places) => {
		expect(findings(`title: A\n${yaml}`)).toEqual(places.map((place) => `yaml-invalid ${place}`));
	});

	it('takes as much as a person may write', () => {
		expect(frontmatterOf(`title: A\nx: [${times(4000, () => '1,')}]\n${'# note\n'.repeat(4000)}`).diagnostics).toEqual(
			[],
		);
	});

	it('follows aliases in a sound number', () => {
		const { frontmatter } = frontmatterOf('title: A\nx: &x [1, 2]\ny: [*x, *x]');
		expect(frontmatter?.extra).toEqual({
			x: [1, 2],
			y: [
				[1, 2],
				[1, 2],
			],
		});
	});
});
