import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../src/parse/document.ts';
import { parseMetadata } from '../../src/parse/metadata.ts';
import { sourceOf } from './source.ts';

describe('half of a sign, which only an escape can write, does not reach a page', () => {
	it.each([
		['title', 'title: "a\\ud800b"\ntags: x'],
		['tags', 'title: x\ntags: ["a\\udfffb"]'],
		['an own key', 'title: x\ntags: y\nowner: "\\ud83d"'],
		['the name of a key', 'title: x\ntags: y\n"\\ud83d": z'],
	])('in %s', (_, yaml) => {
		const { document } = parseDocument(sourceOf(`---\n${yaml}\n---\n\nText.\n`), 'md');
		expect(JSON.stringify(document?.frontmatter)).toContain('\ufffd');
		expect(JSON.stringify(document?.frontmatter)).not.toMatch(/\\ud[89a-f]/);
	});

	it('in metadata.json', () => {
		const { metadata } = parseMetadata(sourceOf('{"abstract": "a\\ud800", "references": ["\\udc00"]}'));
		expect(metadata).toMatchObject({ abstract: 'a\ufffd', references: [{ title: '\ufffd' }] });
	});

	it.each([0, 1])('where a summary is cut, whatever stands before (%i)', (before) => {
		const { document } = parseDocument(
			sourceOf(`---\ntitle: x\n---\n\n${'a'.repeat(before)}${'😀'.repeat(200)}\n`),
			'md',
		);
		expect(document?.summary.isWellFormed()).toBe(true);
	});
});
