import { describe, expect, it } from 'vitest';
import type { Config } from '../../src/domain/config.ts';
import { wording } from '../../src/domain/diagnostics.ts';
import { parseAnnotations } from '../../src/parse/annotations.ts';

/** Reads a config as written: what a program exports, and its text. */
function read(text: string) {
	const rules: Config['rules'] = new Function(`return (${text.replace(/^export default /m, '')}).rules`)();
	const { annotations, diagnostics } = parseAnnotations({ rules, text, ownContent: true }, 'config.mjs');
	const found = diagnostics.map(({ code, place }) => `${code} ${place.line}:${place.column}`);
	return { annotations, diagnostics, found };
}

const rule = (keys: string): string => `export default {\n\trules: {\n\t\t'web/a': { ${keys} },\n\t},\n}`;

describe('what the config says of a rule', () => {
	it('is read like frontmatter', () => {
		const { annotations, found } = read(
			rule(`linters: { ESLint: ['no-eval'], shellcheck: '2086' }, standards: 'cwe 95', aliases: ['old'],
				related: 'b, c', conflicts: ['d'], deprecated: { message: 'Old', replacedBy: 'e' }`),
		);
		expect(found).toEqual([]);
		expect(annotations).toMatchObject({
			file: 'config.mjs',
			complete: true,
			entries: [
				{
					rule: { name: 'web/a', place: { line: 3, column: 3 } },
					codes: [
						{ linter: 'eslint', code: 'no-eval' },
						{ linter: 'shellcheck', code: 'SC2086' },
					],
					standards: [{ name: 'CWE-95' }],
					aliases: [{ name: 'old' }],
					related: [{ name: 'b' }, { name: 'c' }],
					conflicts: [{ name: 'd' }],
					deprecated: { message: 'Old', replacedBy: [{ name: 'e' }] },
				},
			],
		});
	});

	it.each([
		[`linters: { eslint: ['no-eval', 'no eval'] }`, 'code-invalid 3:45'],
		['linters: { eslint: "no eval" }', 'code-invalid 3:33'],
		['linters: { shellcheck: [2086] }', 'code-number 3:38'],
		['linters: { acme1: [null] }', 'linter-unknown 3:25', 'code-number 3:33'],
		[`linters: { 'es-lint': 'a' }`, 'linter-unknown 3:25'],
		[`linters: { eslint: ['no-eval', 'no-eval'] }`, 'code-duplicate 3:45'],
		[`linters: ['eslint']`, 'value-type 3:24'],
		[`standards: ['FILES-1']`, 'standard-unknown 3:26'],
		[`aliases: ['No Eval']`, 'alias-invalid 3:24'],
		[`deprecated: ['a']`, 'value-type 3:27'],
	])('%s: what is wrong stands where it is written', (keys, ...expected) => {
		expect(read(rule(keys)).found.sort()).toEqual(expected.sort());
	});

	it('has the words of frontmatter', () => {
		const [first] = read(rule('linters: { shellcheck: 2086 }')).diagnostics;
		expect(first && wording(first).fix).toBe('Write the code in quotes: "SC2086"');
	});

	it('is looked for in its own rule, not in one before or after, nor in a comment', () => {
		const text = [
			"// 'web/b' once had 'no eval'",
			'export default {',
			'	rules: {',
			"		'web/a': { linters: { ruff: 'S1' } }, 'web/b': { linters: { eslint: 'no ' + 'eval', ruff: 'S 1' } },",
			"		'web/c': { linters: { eslint: 'no eval', ruff: 'S 1' } },",
			'	},',
			'}',
		];
		expect(read(text.join('\n')).found).toEqual([
			// The program computes the code: its key is the nearest place.
			'code-invalid 4:63',
			'code-invalid 4:93',
			'code-invalid 5:33',
			'code-invalid 5:50',
		]);
	});

	it('that the text does not spell out stands at the start', () => {
		const rules = { 'web/a': { linters: { eslint: 'no eval' } } };
		const text = "import rules from './rules.mjs';\nconst other = 'no eval';\nexport default { rules };\n";
		const { diagnostics } = parseAnnotations({ rules, text, ownContent: true }, 'config.mjs');
		expect(diagnostics).toMatchObject([{ file: 'config.mjs', place: { line: 1, column: 1 } }]);
	});
});
