import { describe, expect, it } from 'vitest';
import { sitemapFiles } from '../../src/formats/sitemap.ts';

const where = { site: 'https://rules.example.org', base: '/docs/' };
const entry = (path: string, changed: string | null = null) => ({ path, changed });

describe('a sitemap', () => {
	it('is an index, and parts with whole addresses and the days of change', () => {
		const files = sitemapFiles([entry('/', '2026-03-01'), entry('/rules/a&b/c/')], where);
		expect([...files.keys()]).toEqual(['/sitemap.xml', '/sitemap-1.xml']);
		expect(files.get('/sitemap.xml')).toBe(
			'<?xml version="1.0" encoding="UTF-8"?>\n' +
				'<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n' +
				'<sitemap><loc>https://rules.example.org/docs/sitemap-1.xml</loc><lastmod>2026-03-01</lastmod></sitemap>\n' +
				'</sitemapindex>\n',
		);
		expect(files.get('/sitemap-1.xml')).toContain(
			'<url><loc>https://rules.example.org/docs/</loc><lastmod>2026-03-01</lastmod></url>\n' +
				'<url><loc>https://rules.example.org/docs/rules/a&amp;b/c/</loc></url>\n',
		);
	});

	it('has no part of more than 45,000 addresses, and loses none', () => {
		const files = sitemapFiles(
			Array.from({ length: 90_001 }, (_, n) => entry(`/rules/p/r${n}/`)),
			where,
		);
		const counts = [...files.values()].map((text) => text.match(/<url>/g)?.length ?? 0);
		expect(counts).toEqual([0, 45_000, 45_000, 1]);
	});

	it('is not there while the address of the site is not known', () => {
		expect(sitemapFiles([entry('/')], { ...where, site: null }).size).toBe(0);
	});
});
