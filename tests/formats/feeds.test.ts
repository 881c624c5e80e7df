import { describe, expect, it } from 'vitest';
import type { RuleId } from '../../src/domain/ids.ts';
import { feedFiles } from '../../src/formats/feeds.ts';

const config = { site: 'https://rules.example.org', base: '/docs/', title: 'Rules & co', description: 'All <of> them' };

function rule(stem: string, changed: string | null, more: { title?: string; summary?: string } = {}) {
	const id: RuleId = `pack/${stem}`;
	return {
		id,
		path: `/rules/${id}/`,
		title: stem,
		summary: 'Text.',
		impactDescription: null,
		tags: ['a'],
		changed,
		...more,
	};
}

function items(...rules: readonly ReturnType<typeof rule>[]): readonly Record<string, unknown>[] {
	return JSON.parse(feedFiles(rules, config).get('/feed.json') ?? '{"items":[]}').items;
}

describe('the feeds', () => {
	it('name the rules that changed last, newest first, equals by id, those without a date not at all', () => {
		const found = items(rule('b', '2026-01-01'), rule('c', null), rule('a', '2026-01-01'), rule('d', '2026-02-02'));
		expect(found.map(({ url }) => url)).toEqual(
			['d', 'a', 'b'].map((stem) => `https://rules.example.org/docs/rules/pack/${stem}/`),
		);
	});

	it('hold fifty items', () => {
		expect(items(...Array.from({ length: 60 }, (_, n) => rule(`r${n}`, '2026-01-01')))).toHaveLength(50);
	});

	it('give a rule that changes again an id of its own', () => {
		expect(items(rule('a', '2026-01-01'))[0]?.['id']).not.toBe(items(rule('a', '2026-01-02'))[0]?.['id']);
	});

	it('say the same in JSON and in RSS', () => {
		const files = feedFiles([rule('a', '2026-03-01', { title: 'Use `<T>` & co', summary: 'A < B\u0000' })], config);
		expect(JSON.parse(files.get('/feed.json') ?? '')).toEqual({
			version: 'https://jsonfeed.org/version/1.1',
			title: 'Rules & co',
			description: 'All <of> them',
			home_page_url: 'https://rules.example.org/docs/',
			feed_url: 'https://rules.example.org/docs/feed.json',
			items: [
				{
					id: 'pack/a 2026-03-01',
					url: 'https://rules.example.org/docs/rules/pack/a/',
					title: 'Use <T> & co',
					content_text: 'A < B\u0000',
					date_modified: '2026-03-01T00:00:00.000Z',
					tags: ['a'],
				},
			],
		});
		expect(files.get('/feed.xml')).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">
<channel>
<title>Rules &amp; co</title>
<link>https://rules.example.org/docs/</link>
<description>All &lt;of&gt; them</description>
<atom:link href="https://rules.example.org/docs/feed.xml" rel="self" type="application/rss+xml"/>
<lastBuildDate>Sun, 01 Mar 2026 00:00:00 GMT</lastBuildDate>
<item>
<title>Use &lt;T&gt; &amp; co</title>
<link>https://rules.example.org/docs/rules/pack/a/</link>
<guid isPermaLink="false">pack/a 2026-03-01</guid>
<pubDate>Sun, 01 Mar 2026 00:00:00 GMT</pubDate>
<description>A &amp;lt; B</description>
<category>a</category>
</item>
</channel>
</rss>
`);
	});

	it.each([
		['the address of the site is not known', [rule('a', '2026-01-01')], { ...config, site: null }],
		['no rule has a date', [rule('a', null)], config],
	])('are not there while %s', (_, rules, where) => {
		expect(feedFiles(rules, where).size).toBe(0);
	});
});
