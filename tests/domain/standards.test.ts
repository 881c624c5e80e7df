import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseStandard, standardName, standardPage, standardPath } from '../../src/domain/standards.ts';

const SPELLINGS: readonly (readonly [name: string, path: string, ...others: string[]])[] = [
	['CWE-95', '/d/cwe/95/', 'cwe 95', 'CWE-095', 'cwe:95', 'CWE95', 'external/cwe/cwe-095', ' CWE_95 '],
	['CERT-DCL37-C', '/d/cert/dcl37-c/', 'cert-dcl37-c', 'DCL37-C', 'SEI CERT C DCL37-C', 'external/cert/dcl37-c'],
	['CERT-ERR58-CPP', '/d/cert/err58-cpp/', 'CERT C++ ERR58-CPP', 'err58-cpp'],
	['CERT-IDS00-J', '/d/cert/ids00-j/', 'IDS00-J', 'cert java ids00-j'],
	[
		...(['MISRA C:2012 Rule 21.3', '/d/misra/c-2012-21.3/', 'MISRA-C:2012-21.3'] as const),
		...['MISRA-C-2012 Rule 21.3', 'misra-c2012-21.3', 'MISRA C 2012 21.3'],
	],
	['MISRA C:2012 Dir 4.1', '/d/misra/c-2012-dir-4.1/', 'MISRA-C:2012 Directive 4.1', 'misra c2012 dir 4.1'],
	['MISRA C++:2008 Rule 5-0-3', '/d/misra/cpp-2008-5-0-3/', 'misra-cpp-2008-5-0-3', 'MISRA C++ 2008 5-0-3'],
	[
		'OWASP-A03:2021',
		'/d/owasp/a03-2021/',
		'A03:2021',
		'owasp a3 2021',
		'OWASP Top 10 2021 A03',
		'owasp-top-10-2021-a03',
	],
	['OWASP-A03', '/d/owasp/a03/', 'external/owasp/owasp-a03', 'owasp a3'],
	['OWASP-A10:2017', '/d/owasp/a10-2017/', 'A10:2017'],
];

describe('a standard', () => {
	test.each(SPELLINGS)('%s at %s', (name, path, ...others) => {
		for (const text of [name, name.toLowerCase(), ...others]) {
			const standard = parseStandard(text);
			expect(standard?.name, text).toBe(name);
			expect(standard === null ? null : standardPath(standard), text).toBe(path);
		}
	});

	test.each([
		'',
		'CWE',
		'CWE-0',
		'CWE-',
		'A3',
		'a10',
		'MISRA',
		'MISRA 21.3',
		'CERT',
		'PCI-DSS 6.5',
		'no-eval',
		'SC2086',
		'cwe-95/../x',
	])('%j is none of a known family', (text) => {
		expect(parseStandard(text)).toBeNull();
		expect(standardName(text)).toBeNull();
	});

	test('keeps its name when it is read again, and is one segment of an address', () => {
		const part = fc.constantFrom(
			'cwe',
			'CERT',
			'misra-c',
			'MISRA C++',
			'owasp',
			'a',
			'-',
			':',
			' ',
			'2012',
			'2021',
			'03',
			'21.3',
			'DCL37',
			'-c',
			'/',
		);
		const text = fc.oneof(
			fc.string(),
			fc.array(part, { maxLength: 6 }).map((parts) => parts.join('')),
		);
		fc.assert(
			fc.property(text, (written) => {
				const standard = parseStandard(written);
				if (standard === null) return;
				expect(parseStandard(standard.name)).toEqual(standard);
				expect(standard.key).toMatch(/^[a-z0-9][a-z0-9.-]*$/);
				expect(encodeURIComponent(standard.key)).toBe(standard.key);
			}),
			{ numRuns: 3000 },
		);
	});

	test.each([
		['external/cwe/cwe-095', 'https://cwe.mitre.org/data/definitions/95.html'],
		['MISRA-C:2012-21.3', null],
	])('%s has a page of its own: %s', (text, page) => {
		const standard = parseStandard(text);
		expect(standard === null ? undefined : standardPage(standard)).toBe(page);
	});
});
