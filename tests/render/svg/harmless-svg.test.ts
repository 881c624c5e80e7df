import fc from 'fast-check';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { harmlessSvg } from '../../../src/render/svg/harmless-svg.ts';

const wrap = (inside: string): string =>
	`<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:h="http://www.w3.org/1999/xhtml">${inside}</svg>`;

describe('a picture that only draws is published as it is', () => {
	it.each([
		['shapes', '<g fill="red"><path d="M0 0h1"/></g>'],
		['references to itself', '<use href="#a"/><use xlink:href="#a"/><rect fill="url(#g)" mask="url( \'#m\' )"/>'],
		['styles', '<style>.a{fill:url(#g);transform:rotate(3deg)} @media print{.a{fill:red}}</style>'],
		['what drawing programs leave', '<x:named xmlns:x="http://example.org/program" x:width="3"/>'],
		['links', '<a href="https://example.org"><text>a &amp; b</text></a>'],
		['bytes of a picture', '<image href="data:image/png;base64,iVBORw0KGgo="/>'],
		['comments and character data', '<!-- <script> --><text><![CDATA[<b>]]></text>'],
		['movement', '<animate attributeName="x" values="1;2"/>'],
	])('%s', (_, inside) => {
		expect(harmlessSvg(wrap(inside))).toEqual({ svg: wrap(inside), removed: [] });
	});
});

describe('a picture loses', () => {
	it.each([
		['<script>alert(1)</script>', 'the element <script>'],
		['<h:script>alert(1)</h:script>', 'the element <h:script>'],
		['<foreignObject><h:iframe src="javascript:alert(1)"/></foreignObject>', 'the element <foreignObject>'],
		['<rect onload="alert(1)"/>', 'the attribute onload of <rect>'],
		['<rect ONCLICK="alert(1)"/>', 'the attribute ONCLICK of <rect>'],
		['<a href="javascript:alert(1)"/>', 'the attribute href of <a>'],
		['<a xlink:href=" jav&#x09;ascript:alert(1)"/>', 'the attribute xlink:href of <a>'],
		['<use href="data:image/svg+xml,x"/>', 'the attribute href of <use>'],
		['<use xlink:href="other.svg#a"/>', 'the attribute xlink:href of <use>'],
		['<image href="https://example.org/a.png"/>', 'the attribute href of <image>'],
		['<image href="data:image/svg+xml;base64,x"/>', 'the attribute href of <image>'],
		['<set attributeName="href" to="javascript:alert(1)"/>', 'the attribute attributeName of <set>'],
		['<animate attributeName="xlink:href" values="javascript:alert(1)"/>', 'the attribute attributeName of <animate>'],
		['<g xml:base="https://example.org/"/>', 'the attribute xml:base of <g>'],
		['<rect fill="url(https://example.org/a)"/>', 'the attribute fill of <rect>'],
		['<rect style="background:u\\72l(a)"/>', 'the attribute style of <rect>'],
		['<rect style="background:image-set(\'a\' 1x)"/>', 'the attribute style of <rect>'],
		['<style>@import "https://example.org/a.css";</style>', 'a style that loads'],
		['<style>a{b:ur<!-- -->l(x)}</style>', 'a style that loads'],
		['<style>@font-face{src:url(a)}</style>', 'a style that loads'],
		['<?xml-stylesheet href="a.xsl" type="text/xsl"?>', 'the instruction <?xml-stylesheet?>'],
		['<handler xmlns="http://www.w3.org/2001/xml-events">x</handler>', 'the element <handler>'],
		['<discard/>', 'the element <discard>'],
	])('%s', (inside, what) => {
		const { svg, removed } = harmlessSvg(wrap(`<circle r="1"/>${inside}<path d="M0"/>`));
		expect(removed.map((one) => one.what)).toContain(what);
		expect(svg).toContain('<circle r="1">');
		expect(svg).toContain('<path d="M0">');
		expect(harmlessSvg(svg ?? '').removed).toEqual([]);
	});
});

describe('what no browser shows as a picture is not published', () => {
	it.each([
		['HTML', '<html><script>alert(1)</script></html>'],
		['another root', '<g xmlns="http://www.w3.org/2000/svg"/>'],
		['no namespace', '<svg><script>alert(1)</script></svg>'],
		['entities', '<!DOCTYPE svg [<!ENTITY a "x">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>'],
		['no XML', 'plain text'],
		['nothing', ''],
		['a tag that stays open', '<svg xmlns="http://www.w3.org/2000/svg"><g></svg>'],
		['depth', wrap('<g>'.repeat(600) + '</g>'.repeat(600))],
	])('%s', (_, text) => {
		const { svg, removed } = harmlessSvg(text);
		expect(svg).toBeNull();
		expect(removed).toHaveLength(1);
	});
});

it('whatever a picture is made of, nothing of it runs', () => {
	const piece = fc.constantFrom(
		...['<g>', '</g>', '<script>', '</script>', '<a href="', 'javascript:x', '"/>', ' onload="x"', '<![CDATA[', ']]>'],
		...[
			'<!--',
			'-->',
			'&lt;',
			'<style>',
			'</style>',
			'@import "x"',
			'<h:b ',
			'>',
			'<set attributeName="href" to="x"/>',
		],
	);
	fc.assert(
		fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
			const { svg } = harmlessSvg(wrap(pieces.join('')));
			if (svg === null) return;
			visit(fromHtml(svg.replaceAll(/<!--.*?-->|<!\[CDATA\[.*?\]\]>/gs, ''), { fragment: true }), 'element', (node) => {
				expect(node.tagName).not.toMatch(/script|foreignobject/i);
				expect(Object.keys(node.properties).filter((name) => /^on/i.test(name))).toEqual([]);
				expect(String(node.properties['href'] ?? '')).not.toMatch(/^javascript/);
			});
		}),
		{ numRuns: 500 },
	);
});
