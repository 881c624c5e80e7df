import { describe, expect, it } from 'vitest';
import { findings, frontmatterOf, tagsOf } from './frontmatter-cases.ts';

describe('the shapes of tags', () => {
	it.each([
		['tags: files, memory', ['files', 'memory']],
		['tags: "files, memory"', ['files', 'memory']],
		['tags: [files, memory]', ['files', 'memory']],
		['tags:\n  - files\n  - memory', ['files', 'memory']],
		['tags:\n- files\n- memory', ['files', 'memory']],
		['tags: >-\n  files,\n  memory', ['files', 'memory']],
		['tags:\n  - files, memory\n  - pool', ['files', 'memory', 'pool']],
		['tags: [[files, memory], pool]', ['files', 'memory', 'pool']],
		['tags: files，memory、pool', ['files', 'memory', 'pool']],
		['tags: files', ['files']],
		['tags: machine learning', ['machine learning']],
		['tags: c++, $meta, n+1, nuqs/server, c#', ['c++', '$meta', 'n+1', 'nuqs/server', 'c#']],
		['tags: ["a, b", c]', ['a, b', 'c']],
		['tags: [query, JOIN, NULL]', ['query', 'JOIN', 'NULL']],
		['tags: [2086, 1e5, 007, true]', ['2086', '1e5', '007', 'true']],
		['tags:', []],
		['tags: []', []],
		['tags: null', []],
		['other: 1', []],
	])('%j gives %j', (yaml, tags) => {
		expect(tagsOf(yaml)).toEqual(tags);
	});
});

describe('the faults of tags', () => {
	it.each([
		['tags: [a, NULL, b]', ['tag-null 3:11']],
		['tags: NULL', ['tag-null 3:7']],
		['tags: [a, ~]', ['tag-null 3:11']],
		['tags:\n  - a\n  -\n  - b', ['tag-null 5:4']],
		['tags: [sql, 2086]', ['tag-number 3:13']],
		['tags:\n  - sql\n  - 1e5', ['tag-number 5:5']],
		['tags: [2024-01-31, true]', ['tag-number 3:8', 'tag-number 3:20']],
		['tags: 404', ['tag-number 3:7']],
		['tags: sql, 2086, NULL', []],
		['tags: ["2086", "NULL"]', []],
		['tags: a,,b', ['tag-empty 3:9']],
		['tags: a, b,', ['tag-empty 3:11']],
		['tags: ", a"', ['tag-empty 3:8']],
		['tags: ""', ['tag-empty 3:7']],
		['tags: [a, ""]', ['tag-empty 3:11']],
		['tags: a, -, b', ['tag-empty 3:10']],
		['tags: API, http, api', ['tag-duplicate 3:18']],
		['tags: next-js, "Next.js"', ['tag-duplicate 3:16']],
		['tags: [next-js, "Next.js"]', ['tag-duplicate 3:17']],
		['tags: "a\\u0062c, x, ABC"', ['tag-duplicate 3:21']],
		["tags: 'it''s, x, its'", ['tag-duplicate 3:18']],
		['tags: c, c++, c#', []],
		['tags:\n  a, b,\n  A', ['tag-duplicate 5:3']],
		['tags: >-\n  a,\n  b, A', ['tag-duplicate 5:6']],
		['tags: |\n    a,\n    b, A', ['tag-duplicate 5:8']],
		['tags: "a,\n  b, A"', ['tag-duplicate 4:6']],
		['tags: 𝒳, b, B', ['tag-duplicate 3:14']],
		['tags: {a: b}', ['value-type 3:7']],
		['tags: [a, {b: c}]', ['value-type 3:11']],
		['tags: [[a, [b]]]', ['value-type 3:12']],
		['x: &t [a, b, A]\ntags: *t', ['tag-duplicate 3:14']],
		['x: &t a, b, A\ntags: *t', ['tag-duplicate 4:7']],
	])('%j yields %j', (yaml, expected) => {
		expect(findings(`title: A\n${yaml}`)).toEqual(expected);
	});

	it('says which two tags are one and which stays', () => {
		const { frontmatter, diagnostics } = frontmatterOf('title: A\ntags: [Next.js, b, nextjs]');
		expect(frontmatter?.tags).toEqual(['Next.js', 'b']);
		expect(diagnostics).toMatchObject([{ args: { tag: 'nextjs', first: 'Next.js' } }]);
	});
});
