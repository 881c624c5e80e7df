import { describe, expect, it } from 'vitest';
import { wording } from '../../src/domain/diagnostics.ts';
import { parseFrontmatter } from '../../src/parse/frontmatter.ts';
import { findings, frontmatterOf } from './frontmatter-cases.ts';

describe('a complete frontmatter', () => {
	const yaml = [
		'title: Close what you open',
		'impact: HIGH',
		'impactDescription: prevents leaks',
		'tags: files, memory',
		'section: 3',
		'phpVersion: 8.1',
		'references: [https://example.org/]',
		'conditional: true',
	].join('\n');

	it('is read key by key', () => {
		expect(frontmatterOf(yaml)).toEqual({
			frontmatter: {
				title: 'Close what you open',
				titlePlace: { line: 2, column: 8 },
				impact: 'HIGH',
				impactWord: null,
				impactPlace: { line: 3, column: 9 },
				impactDescription: 'prevents leaks',
				tags: ['files', 'memory'],
				section: '3',
				related: [],
				conflicts: [],
				aliases: [],
				codes: [],
				standards: [],
				deprecated: null,
				extra: { phpVersion: 8.1, references: ['https://example.org/'], conditional: true },
			},
			diagnostics: [],
		});
	});

	it('reads the same with CRLF line ends', () => {
		expect(frontmatterOf(yaml.replaceAll('\n', '\r\n'))).toEqual(frontmatterOf(yaml));
	});

	it('counts lines from the given one and names the given file', () => {
		const { diagnostics } = parseFrontmatter({ file: 'a/b.md', yaml: 'title: A\nimpact: SOME', line: 10 });
		expect(diagnostics).toMatchObject([{ file: 'a/b.md', place: { line: 11, column: 9 } }]);
	});
});

describe('the title', () => {
	it.each([
		['title: Prefer `useMemo` & <script setup>', 'Prefer `useMemo` & <script setup>'],
		['title: Call {{fn}} once', 'Call {{fn}} once'],
		['title: \'`x` is: "fine" # here\'', '`x` is: "fine" # here'],
		['title: "  Trim me  "', 'Trim me'],
		['title:\n  On the\n  next lines', 'On the next lines'],
		['title: C# and F#', 'C# and F#'],
		['title: 关闭你打开的东西', '关闭你打开的东西'],
		['title: 404', '404'],
		['title: 1e5', '1e5'],
		['title: Yes', 'Yes'],
		['title: true', 'true'],
		['title: 2024-01-31', '2024-01-31'],
	])('%j is %j', (yaml, title) => {
		expect(frontmatterOf(yaml).frontmatter?.title).toBe(title);
	});

	it.each([
		['', ['title-missing 2:1']],
		['# only a comment', ['title-missing 2:1']],
		['impact: HIGH\ntags: a', ['title-missing 2:1']],
		['impact: HIGH\ntitle:', ['title-missing 3:1']],
		['impact: HIGH\ntitle: null', ['title-missing 3:1']],
		['title: "  "', ['title-missing 2:1']],
		['title: # to be written', ['title-missing 2:1']],
		['title: #Preview', ['title-missing 2:1', 'value-cut 2:1']],
		['title: 404', ['value-type 2:8']],
		['title: true', ['value-type 2:8']],
		['title: 2024-01-31', ['value-type 2:8']],
		['title: "404"', []],
		['title: [A, B]', ['title-missing 2:1', 'value-type 2:8']],
		['title: {Imperative verb}', ['title-missing 2:1', 'value-type 2:8']],
		['title: &str is not &String', ['value-type 2:8']],
		['title: !important is a smell', ['value-type 2:8']],
		['title: !!str 404', []],
		['original: &name Close it\ntitle: *name', []],
	])('%j yields %j', (yaml, expected) => {
		expect(findings(yaml)).toEqual(expected);
	});

	it('is missing exactly when the frontmatter is null', () => {
		expect(frontmatterOf('impact: HIGH').frontmatter).toBeNull();
		expect(frontmatterOf('title: A').frontmatter).not.toBeNull();
	});
});

describe('the impact', () => {
	it.each([
		['impact: CRITICAL', 'CRITICAL', null, []],
		['impact: medium high', 'MEDIUM-HIGH', null, []],
		['impact: "LOW"', 'LOW', null, []],
		['impact: HIGH # one of six', 'HIGH', null, []],
		['impact:', null, null, []],
		['impact: null', null, null, []],
		['other: 1', null, null, []],
		['impact: REFERENCE', null, 'REFERENCE', ['impact-unknown 3:9']],
		['impact:   Very High', null, 'Very High', ['impact-unknown 3:11']],
		['impact: 3', null, '3', ['impact-unknown 3:9']],
		['impact: [HIGH, LOW]', null, null, ['value-type 3:9']],
		['impact: {CRITICAL | HIGH}', null, null, ['value-type 3:9']],
	])('%j is %j with the word %j and yields %j', (yaml, impact, impactWord, expected) => {
		const whole = `title: A\n${yaml}`;
		expect(frontmatterOf(whole).frontmatter).toMatchObject({ impact, impactWord });
		expect(findings(whole)).toEqual(expected);
	});
});

describe('a value cut by a comment', () => {
	it.each([
		['title: Use #Preview Macro', ['value-cut 2:8'], { key: 'title', kept: 'Use', lost: '#Preview Macro' }],
		[
			'title: A\nimpactDescription: prevents the #1 cause of skew',
			['value-cut 3:20'],
			{ key: 'impactDescription', kept: 'prevents the', lost: '#1 cause of skew' },
		],
		['title: A\nimpactDescription: #1 cause', ['value-cut 3:1'], { kept: '', lost: '#1 cause' }],
		['title: A\ntags: c, #d, e', ['value-cut 3:7'], { key: 'tags', kept: 'c,', lost: '#d, e' }],
		['title: A\ntags:\n  - a #b\n  - c', ['value-cut 4:5'], { key: 'tags', kept: 'a', lost: '#b' }],
		['title:\n  Two\n  lines #cut', ['value-cut 3:3'], { kept: 'Two lines', lost: '#cut' }],
		['title: A\nnote: two words # more', ['value-cut 3:7'], { key: 'note', kept: 'two words' }],
	])('%j yields %j', (yaml, expected, args) => {
		const found = frontmatterOf(yaml).diagnostics.filter(({ code }) => code === 'value-cut');
		expect(found.map(({ code, place }) => `${code} ${place.line}:${place.column}`)).toEqual(expected);
		expect(found[0]?.args).toMatchObject(args);
	});

	it.each([
		'title: "Use #Preview" # a note',
		'# a comment of its own\ntitle: A\n# another\n',
		'title: A\ntype: reference # or guide',
		'title: A\norder: 3 # last',
		'title: A\ntags: # to be added',
		'title: A\ntags:\n  # on memory\n  - pool',
		'title: C# and a#b',
	])('%j is not cut', (yaml) => {
		expect(findings(yaml)).not.toContainEqual(expect.stringContaining('value-cut'));
	});

	it('says how to write the value', () => {
		const [found] = frontmatterOf('title: Use #Preview Macro').diagnostics;
		expect(found && wording(found).fix).toBe('Write title: "Use #Preview Macro"');
	});
});

describe('the other keys', () => {
	it.each([
		['impactDescription: 5', '5'],
		['impactDescription: >-\n  folded\n  text', 'folded text'],
		['impactDescription:\n  on the next line', 'on the next line'],
		['impactDescription: ""', null],
		['impactDescription: [a]', null],
	])('%j gives the impact description %j', (yaml, impactDescription) => {
		expect(frontmatterOf(`title: A\n${yaml}`).frontmatter?.impactDescription).toBe(impactDescription);
	});

	it('keeps what it does not know, in order, as JSON values', () => {
		const yaml =
			'title: A\nz: .inf\nid: x\nwhen: 2024-01-31\nlist: [1, [b, null]]\nmap: {k: v}\nbig: 12345678901234567890';
		const extra = frontmatterOf(yaml).frontmatter?.extra;
		expect(JSON.stringify(extra)).toBe(
			'{"z":".inf","id":"x","when":"2024-01-31","list":[1,["b",null]],"map":{"k":"v"},"big":12345678901234567000}',
		);
	});

	it('treats the names of built-in properties as names', () => {
		const extra = frontmatterOf('title: A\n__proto__: {polluted: yes}\nconstructor: b').frontmatter?.extra;
		expect(Object.keys(extra ?? {})).toEqual(['__proto__', 'constructor']);
		expect(Object.getPrototypeOf(extra)).toBe(Object.prototype);
		expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
	});

	it('finds no key that only a prototype has', () => {
		expect(frontmatterOf('title: A\ntoString: b').frontmatter?.extra).toEqual({ toString: 'b' });
	});
});
