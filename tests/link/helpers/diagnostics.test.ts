import { describe, expect, expectTypeOf, test } from 'vitest';
import { linkDiagnostics, linkEditorDiagnostics } from '../../../src/link/index.ts';
import { catalogOf, pageOf } from './catalog.ts';

const catalog = catalogOf({ 'js/no-dynamic-eval': { eslint: ['no-eval'] }, 'team/answer': { acme: ['42'] } });
const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 4 } };
const href = pageOf('js/no-dynamic-eval');

describe('linkDiagnostics', () => {
	const finding = { range, message: 'eval can be harmful.', source: 'eslint', code: 'no-eval', data: { fix: 1 } };

	test('sets codeDescription.href, and nothing else', () => {
		expect(linkDiagnostics([finding], catalog)).toEqual([{ ...finding, codeDescription: { href } }]);
	});

	test('replaces the address of the linter', () => {
		const linked = linkDiagnostics([{ ...finding, codeDescription: { href: 'https://eslint.org/' } }], catalog);
		expect(linked[0]?.codeDescription).toEqual({ href });
	});

	test('a number is a code as well, and a linter need not be a known one', () => {
		const [linked] = linkDiagnostics(
			[{ range, message: '', source: 'acme', code: 42, codeDescription: { href: '' } }],
			catalog,
		);
		expect(linked?.codeDescription.href).toBe(pageOf('team/answer'));
	});

	test('the linter that the caller names goes before the source', () => {
		expect(linkDiagnostics([{ ...finding, source: 'my-server' }], catalog, 'eslint')).toHaveLength(1);
		expect(linkDiagnostics([{ ...finding, source: 'my-server' }], catalog, 'eslint')[0]).toHaveProperty(
			'codeDescription',
		);
	});

	test.each([
		['without a rule', { ...finding, code: 'no-var' }],
		['without a code', { range, message: 'Parsing error', source: 'eslint' }],
		['without a source', { range, message: '', code: 'no-eval' }],
		['that is linked already', { ...finding, codeDescription: { href } }],
	])('a diagnostic %s stays the same object', (_name, diagnostic) => {
		const given = [diagnostic];
		const linked = linkDiagnostics<object>(given, catalog);
		expect(linked).not.toBe(given);
		expect(linked[0]).toBe(diagnostic);
	});

	test('leaves what it is given as it is', () => {
		const frozen = Object.freeze([Object.freeze({ ...finding })]);
		linkDiagnostics(frozen, catalog);
		expect(frozen[0]).not.toHaveProperty('codeDescription');
	});

	test('keeps the type of the diagnostics', () => {
		expectTypeOf(linkDiagnostics([finding], catalog)).toEqualTypeOf<(typeof finding)[]>();
	});
});

describe('linkEditorDiagnostics', () => {
	class Uri {
		readonly text: string;
		constructor(text: string) {
			this.text = text;
		}
	}
	/** As VS Code has it: a class, with the address in `code`. */
	class Diagnostic {
		message = 'eval can be harmful.';
		source?: string = 'eslint';
		code?: string | number | { value: string | number; target: Uri };
		constructor(code?: Diagnostic['code']) {
			if (code !== undefined) this.code = code;
		}
		toJSON() {
			return this.message;
		}
	}
	const link = (diagnostic: Diagnostic) => linkEditorDiagnostics([diagnostic], catalog, (url) => new Uri(url))[0];

	test.each([['no-eval'], [{ value: 'no-eval', target: new Uri('https://eslint.org/') }]])(
		'puts the address behind the code %j',
		(code) => {
			const given = new Diagnostic(code);
			const linked = link(given);
			expect(linked?.code).toEqual({ value: 'no-eval', target: new Uri(href) });
			expect(linked).toBeInstanceOf(Diagnostic);
			expect(linked?.message).toBe(given.message);
			expect(given.code).toBe(code);
		},
	);

	test.each([['no-var'], [undefined]])('a diagnostic with the code %j stays the same object', (code) => {
		const given = new Diagnostic(code);
		expect(link(given)).toBe(given);
	});
});
