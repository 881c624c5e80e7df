import { describe, expect, test } from 'vitest';
import { candidateFiles, findPacks } from '../../src/load/pack-folders.ts';
import type { Looks } from '../../src/load/rule-files.ts';

const MARKS: Readonly<Record<string, Looks>> = { '~': 'other', '#': 'tagged', '!': 'titled' };

/** Finds packs among files that all look like rules, but for those that begin with `~` (plain Markdown), `#` (only tags) or `!` (only a title). */
function packsOf(files: readonly string[], rootName = 'root'): Record<string, number> {
	const paths = files.map((file) => file.replace(/^[~#!]/, '')).sort();
	const marked = new Map<string, Looks>(
		files.map((file) => [file.replace(/^[~#!]/, ''), MARKS[file[0] ?? ''] ?? 'rule']),
	);
	const looks = new Map(candidateFiles(paths).map((path) => [path, marked.get(path) ?? 'rule']));
	return Object.fromEntries(findPacks(paths, looks, rootName).map((pack) => [pack.folder, pack.rules.length]));
}

describe('the folder that is the pack', () => {
	test.each<[why: string, files: string[], packs: Record<string, number>]>([
		['rules/', ['foo/SKILL.md', 'foo/rules/a.md', 'foo/rules/b.mdx'], { foo: 2 }],
		['references/', ['foo/metadata.json', 'foo/references/_sections.md', 'foo/references/a.md'], { foo: 1 }],
		['reference/ without any mark', ['foo/reference/a.md'], { foo: 1 }],
		['rules directly in it', ['foo/a.md', 'foo/b.md', 'bar/c.md'], { foo: 2, bar: 1 }],
		['folders below rules/', ['foo/rules/x/a.md', 'foo/rules/x/y/b.md', 'foo/rules/c.md'], { foo: 3 }],
		['folders below references/', ['foo/references/sub/b.md'], { foo: 1 }],
		['folders below SKILL.md', ['foo/SKILL.md', 'foo/x/a.md', 'foo/y/b.md'], { foo: 2 }],
		['folders below _sections.md', ['foo/_sections.md', 'foo/x/a.md', 'foo/y/b.md'], { foo: 2 }],
		['folders below rules of its own', ['foo/a.md', 'foo/x/b.md', 'foo/x/y/c.md'], { foo: 3 }],
		['files with only a title in rules/', ['!foo/rules/a.md', '!foo/rules/b.md'], { foo: 2 }],
		['files with only a title below SKILL.md', ['foo/SKILL.md', '!foo/a.md'], { foo: 1 }],
		['files with only a title beside a rule', ['foo/a.md', '!foo/b.md'], { foo: 2 }],
		['pages of documentation', ['!docs/a.md', '!docs/guide/b.mdx', 'foo/a.md'], { foo: 1 }],
		['the content folder with rules/', ['rules/a.md', 'rules/x/b.md'], { '': 2 }],
		['the content folder with SKILL.md', ['SKILL.md', 'references/a.md'], { '': 1 }],
		['the content folder with rules directly', ['a.md', 'b.md'], { '': 2 }],
		[
			'a collection',
			['skills/group/foo/rules/a.md', 'skills/bar/SKILL.md', 'skills/bar/rules/b.md'],
			{
				'skills/group/foo': 1,
				'skills/bar': 1,
			},
		],
		[
			'hidden folders',
			['.claude/skills/foo/rules/a.md', 'skills/.curated/bar/rules/b.md'],
			{
				'.claude/skills/foo': 1,
				'skills/.curated/bar': 1,
			},
		],
		['plugins', ['plugins/p/skills/foo/SKILL.md', 'plugins/p/skills/foo/rules/a.md'], { 'plugins/p/skills/foo': 1 }],
		[
			'a pack inside another',
			['foo/SKILL.md', 'foo/rules/a.md', 'foo/more/bar/SKILL.md', 'foo/more/bar/rules/b.md'],
			{
				foo: 1,
				'foo/more/bar': 1,
			},
		],
		[
			'packs below a marked repository',
			['SKILL.md', 'skills/foo/rules/a.md', 'skills/bar/b.md'],
			{
				'skills/foo': 1,
				'skills/bar': 1,
			},
		],
		[
			'packs below a folder called rules',
			['rules/foo/SKILL.md', 'rules/foo/a.md', 'rules/bar/rules/b.md'],
			{
				'rules/foo': 1,
				'rules/bar': 1,
			},
		],
		[
			'rule sets with sections of their own below one skill',
			['foo/SKILL.md', 'foo/references/bar/rules/_sections.md', 'foo/references/bar/rules/a.md', 'foo/references/b.md'],
			{ foo: 1, 'foo/references/bar': 1 },
		],
		['sections of a topic', ['foo/SKILL.md', 'foo/rules/x/_sections.md', 'foo/rules/x/a.md'], { foo: 1 }],
		['odd folder names', ['x/(quality)/rules/a.md', 'x/a b/rules/a.md'], { 'x/(quality)': 1, 'x/a b': 1 }],
	])('%s', (_why, files, packs) => {
		expect(packsOf(files)).toEqual(packs);
	});
});

describe('what is no rule', () => {
	test.each<[why: string, files: string[], packs: Record<string, number>]>([
		['names with _', ['foo/rules/_template.md', 'foo/rules/_sections.md'], {}],
		['files for agents and people', ['foo/AGENTS.md', 'foo/Readme.md', 'foo/readme.zh-CN.md', 'foo/License.md'], {}],
		[
			'templates among the assets',
			['foo/rules/a.md', 'foo/assets/templates/x.md', 'foo/assets/templates/y/z.md'],
			{
				foo: 1,
			},
		],
		['templates beside SKILL.md', ['foo/SKILL.md', 'foo/rules/a.md', 'foo/templates/x.md'], { foo: 1 }],
		['templates beside rules/', ['foo/rules/a.md', 'foo/Templates/x.md'], { foo: 1 }],
		['templates of a forge', ['.github/ISSUE_TEMPLATE/bug.md'], {}],
		['documents without frontmatter', ['~docs/a.md', '~docs/b.md'], {}],
		['documents beside a pack', ['foo/rules/a.md', '~foo/docs/b.md', '~foo/guide.md'], { foo: 1 }],
		['tags alone', ['#notes/a.md'], {}],
		['other files', ['foo/rules/a.md', 'foo/rules/b.txt', 'foo/rules/c.markdown'], { foo: 1 }],
	])('%s', (_why, files, packs) => {
		expect(packsOf(files)).toEqual(packs);
	});

	test.each<[why: string, files: string[], packs: Record<string, number>]>([
		['a topic called templates', ['foo/rules/templates/a.md', 'foo/rules/_sections.md'], { foo: 1 }],
		['a pack called templates', ['templates/rules/a.md'], { templates: 1 }],
		['a name that only begins like README', ['foo/rules/readme-first.md', 'foo/rules/skill-tests.md'], { foo: 2 }],
		['no frontmatter among rules', ['foo/rules/a.md', '~foo/rules/b.md'], { foo: 2 }],
		['no frontmatter beside _sections.md', ['foo/rules/_sections.md', '~foo/rules/b.md'], { foo: 1 }],
		['tags alone in a pack', ['foo/rules/a.md', '#foo/rules/x/b.md'], { foo: 2 }],
	])('but this is: %s', (_why, files, packs) => {
		expect(packsOf(files)).toEqual(packs);
	});
});

test('a content folder called rules is read like the rules folder of a pack', () => {
	expect(packsOf(['x/a.md', 'y/b.md'], 'rules')).toEqual({ '': 2 });
});

test("a pack's own files are found wherever they lie on the way to its rules", () => {
	const files = ['foo/rules/SKILL.md', 'foo/rules/_sections.md', 'foo/rules/a.md', 'foo/metadata.json'];
	expect(findPacks(files, new Map([['foo/rules/a.md', 'rule']]), 'root')).toEqual([
		{
			folder: 'foo',
			rules: ['foo/rules/a.md'],
			sections: 'foo/rules/_sections.md',
			metadata: 'foo/metadata.json',
			skill: 'foo/rules/SKILL.md',
		},
	]);
});
