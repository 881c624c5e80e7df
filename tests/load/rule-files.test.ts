import { expect, test } from 'vitest';
import { looksOf } from '../../src/load/rule-files.ts';

test.each<[text: string, looks: string]>([
	['---\ntitle: A\ntags: a\n---\n', 'rule'],
	['---\ntitle: A\n---\n', 'titled'],
	['---\r\nimpact: HIGH\r\n---\r\n', 'rule'],
	['--- \n"title": A\n---\n', 'titled'],
	['---\ntitle: never closed\n', 'titled'],
	['---\ntags: [a]\n---\n', 'tagged'],
	['---\nname: an-agent\ndescription: does things\n---\n\ntitle: in the body\n', 'other'],
	['---\nmeta:\n  title: nested\n---\n', 'other'],
	['---\n---\ntitle: in the body\n', 'other'],
	['# Title\n\n---\ntitle: later\n---\n', 'other'],
	['\n---\ntitle: not at the start\n---\n', 'other'],
	['', 'other'],
])('%j looks like: %s', (text, looks) => {
	expect(looksOf(text)).toBe(looks);
});
