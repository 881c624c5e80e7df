import type { Config } from '../domain/config.ts';
import type { Rule } from '../domain/rule.ts';
import type { Whereabouts } from './addresses.ts';
import { address } from './addresses.ts';
import { xmlText } from './xml.ts';

/** Site paths of the two feeds. */
export const FEEDS = { rss: '/feed.xml', json: '/feed.json' } as const;

const ITEMS = 50;

type FeedRule = Pick<Rule, 'id' | 'path' | 'title' | 'summary' | 'impactDescription' | 'tags' | 'changed'>;
type FeedConfig = Whereabouts & Pick<Config, 'title' | 'description'>;

interface Item {
	readonly id: string;
	readonly url: string;
	readonly title: string;
	readonly text: string;
	readonly tags: readonly string[];
	/** Midnight of the day, UTC. */
	readonly date: Date;
}

/**
 * Site path → text of the RSS and the JSON feed of the rules that changed last, newest first. None while the config names no
 * site, for a feed is read elsewhere, and none when it is not known of any rule when it changed.
 */
export function feedFiles(rules: readonly FeedRule[], config: FeedConfig): ReadonlyMap<string, string> {
	const items = config.site === null ? [] : itemsOf(rules, config);
	if (items.length === 0) return new Map();
	return new Map([
		[FEEDS.rss, rss(items, config)],
		[FEEDS.json, json(items, config)],
	]);
}

function itemsOf(rules: readonly FeedRule[], config: FeedConfig): readonly Item[] {
	return rules
		.flatMap((rule) => (rule.changed === null ? [] : [{ rule, day: rule.changed }]))
		.sort((a, b) => (a.day === b.day ? (a.rule.id < b.rule.id ? -1 : 1) : a.day < b.day ? 1 : -1))
		.slice(0, ITEMS)
		.map(({ rule, day }) => ({
			// The day is part of the id: a rule that changes again is news again.
			id: `${rule.id} ${day}`,
			url: address(config, rule.path),
			title: rule.title.replaceAll('`', ''),
			text: rule.summary === '' ? (rule.impactDescription ?? '') : rule.summary,
			tags: rule.tags,
			date: new Date(`${day}T00:00:00Z`),
		}));
}

function rss(items: readonly Item[], config: FeedConfig): string {
	const lines = items.map(({ id, url, title, text, tags, date }) =>
		[
			'<item>',
			`<title>${xmlText(title)}</title>`,
			`<link>${xmlText(url)}</link>`,
			`<guid isPermaLink="false">${xmlText(id)}</guid>`,
			`<pubDate>${date.toUTCString()}</pubDate>`,
			...(text === '' ? [] : [`<description>${xmlText(xmlText(text))}</description>`]),
			...tags.map((tag) => `<category>${xmlText(tag)}</category>`),
			'</item>',
		].join('\n'),
	);
	const self = xmlText(address(config, FEEDS.rss));
	return [
		'<?xml version="1.0" encoding="UTF-8"?>',
		'<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">',
		'<channel>',
		`<title>${xmlText(config.title)}</title>`,
		`<link>${xmlText(address(config, '/'))}</link>`,
		`<description>${xmlText(config.description)}</description>`,
		`<atom:link href="${self}" rel="self" type="application/rss+xml"/>`,
		`<lastBuildDate>${items[0]?.date.toUTCString() ?? ''}</lastBuildDate>`,
		...lines,
		'</channel>',
		'</rss>',
		'',
	].join('\n');
}

function json(items: readonly Item[], config: FeedConfig): string {
	const feed = {
		version: 'https://jsonfeed.org/version/1.1',
		title: config.title,
		description: config.description,
		home_page_url: address(config, '/'),
		feed_url: address(config, FEEDS.json),
		items: items.map(({ id, url, title, text, tags, date }) => ({
			id,
			url,
			title,
			content_text: text === '' ? title : text,
			date_modified: date.toISOString(),
			tags,
		})),
	};
	return `${JSON.stringify(feed, null, '\t')}\n`;
}
