import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { SourceFault } from '../../src/domain/source.ts';
import { checkPackFrontmatter } from '../../src/parse/pack-frontmatter.ts';
import { sourceOf } from './source.ts';

const found = (text: string, fault: SourceFault | null = null): string[] =>
	checkPackFrontmatter({ ...sourceOf(text, 'web/SKILL.md'), fault }).map(
		({ code, place }) => `${place.line}:${place.column} ${code}`,
	);

describe('the frontmatter of a file that describes a pack', () => {
	it.each<[what: string, text: string, expected: string[]]>([
		['valid', '---\nname: web\n---\n# Web\n', []],
		['not there', '# Web\n', []],
		['empty', '---\n---\n', []],
		['never closed, so a line between two texts', '---\nname: a: b\n', []],
		['a colon in a plain value', '---\nname: a: b\n---\n', ['2:7 pack-file-invalid']],
		['the same with CRLF', '---\r\nname: a: b\r\n---\r\n', ['2:7 pack-file-invalid']],
		['broken below the frontmatter', '---\nname: a\n---\nname: a: b\n', []],
	])('%s', (_, text, expected) => {
		expect(found(text)).toEqual(expected);
	});

	it('is not looked at in a file that is no text', () => {
		expect(found('', { kind: 'unreadable', reason: 'permission denied' })).toEqual(['1:1 pack-file-invalid']);
		expect(found('', { kind: 'not-utf8', offset: 9, line: 2, column: 3 })).toEqual(['2:3 pack-file-invalid']);
	});
});

test('whatever the text, each finding has a place in it', () => {
	const piece = fc.constantFrom('---\n', 'a: b\n', 'a: b: c\n', '- ', '"', '[', '\t', '\r\n', '&a ', '*a', '# ', '\n');
	fc.assert(
		fc.property(fc.array(piece), (pieces) => {
			const text = `---\n${pieces.join('')}`;
			const lines = text.split(/\r\n|\r|\n/).length;
			for (const { place } of checkPackFrontmatter(sourceOf(text, 'SKILL.md'))) {
				expect(place.line).toBeGreaterThan(0);
				expect(place.line).toBeLessThanOrEqual(lines);
				expect(place.column).toBeGreaterThan(0);
			}
		}),
	);
});
