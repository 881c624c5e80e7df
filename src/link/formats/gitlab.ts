import type { LinterCode } from '../../domain/linter.ts';
import { findLinter } from '../../domain/linters.ts';
import { replaceText } from '../json/edit.ts';
import { type JsonNode, type JsonString, member, stringAt, textAt } from '../json/node.ts';
import { hasKeys, shapeOf } from '../json/shape.ts';
import { printableAddress } from '../message-link.ts';
import type { Edit, ReportFormat } from '../types.ts';
import { codeOfSource } from './checkstyle.ts';
import { codeAt, inMessage, linkResults } from './json-results.ts';
import { NO_CODE } from './no-code.ts';

/**
 * GitLab's Code Quality report, which many linters write. It has no field for a link, and a merge request shows nothing but
 * `description`, so the address ends it; where there is a `content.body` in Markdown, it gets the link as well.
 */
export const gitlab: ReportFormat = {
	name: 'gitlab',
	title: 'GitLab Code Quality',
	detect: ({ head }) => hasKeys(shapeOf(head), '*.description', '*.fingerprint', '*.location'),
	edits: (report, context) =>
		linkResults(report, context, {
			patterns: ['*'],
			read: (node) => {
				const name = codeAt(node, 'check_name');
				if (name === null || NO_CODE.has(name)) return null;
				const inDescription = inMessage(member(node, 'description'), context);
				const body = stringAt(node, 'content', 'body');
				return {
					code: codeOf(node, name, context.tool),
					link: (url, title) =>
						[...inDescription(url, title), body === null ? null : linkBody(body, url, title, context.catalog.url)]
							.filter((edit) => edit !== null)
							.sort((a, b) => a.start - b.start),
				};
			},
		}),
};

/** By the engine that the issue names, the shape of its code, or `--tool`; null when nothing tells the linter. */
function codeOf(node: JsonNode, name: string, tool: string | null): LinterCode | null {
	const engine = findLinter(textAt(node, 'engine_name') ?? '');
	return engine === null ? codeOfSource(name, tool) : { linter: engine.name, code: name };
}

/** The last paragraph of the body is the link; one to another rule of the same site is replaced, or taken away without an address. */
function linkBody(body: JsonString, url: string | null, title: string, site: string): Edit | null {
	const own = body.value.lastIndexOf(`](${printableAddress(site)}`);
	const paragraph = own === -1 ? -1 : body.value.lastIndexOf('\n\n[', own);
	const isLast = paragraph !== -1 && /^\n\n\[[^\n]*\]\([^()\s]*\)\s*$/.test(body.value.slice(paragraph));
	const before = isLast ? body.value.slice(0, paragraph) : body.value;
	if (url === null) return replaceText(body, before);
	return replaceText(body, `${before}\n\n[${plainMarkdown(title)}](${printableAddress(url)})`);
}

/** The text as Markdown that shows it as it is, on one line. */
function plainMarkdown(text: string): string {
	return text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>&~|!#]/g, '\\$&');
}
