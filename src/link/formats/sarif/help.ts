import type { CodeLink } from '../../catalog.ts';

/** What GitHub takes of a description. */
const LONGEST = 1024;

/** The words that lead to a link's rules, in plain text. */
export function helpText({ url, rules }: CodeLink): string {
	const about = rules.map(({ title, summary }) => (summary === '' ? title : `${title}: ${summary}`)).join('\n');
	return `${about}\n${url}`;
}

/** A short description of the link's rules. */
export function shortText({ rules }: CodeLink): string {
	return cut(rules.map(({ title }) => title).join('; '));
}

/** A longer one. */
export function fullText(link: CodeLink): string {
	const text = link.rules.map(({ summary }) => summary).filter((summary) => summary !== '');
	return text.length === 0 ? shortText(link) : cut(text.join('\n'));
}

/** What the tool itself has to say of a rule. */
export interface OwnHelp {
	readonly id: string;
	/** Name of the tool. */
	readonly tool: string;
	readonly markdown: string | null;
	readonly text: string | null;
	/** The tool's own page. */
	readonly page: string | null;
}

/** The link to the team's rules first, then a line, then the tool's own help with a link to its own page. */
export function helpMarkdown({ url, rules }: CodeLink, site: string, own: OwnHelp): string {
	const [rule] = rules;
	const of = site === '' ? '' : ` (${plain(site)})`;
	const ours =
		rules.length === 1 && rule !== undefined
			? [`**[${plain(rule.title)}](${target(url)})**${of}`, plain(rule.summary)]
			: [
					`**[${rules.length} rules](${target(url)})**${of}`,
					rules.map((one) => `- [${plain(one.title)}](${target(one.url)})`).join('\n'),
				];
	const help = own.markdown ?? (own.text === null ? '' : plain(own.text));
	const page =
		own.page === null || own.page === url || help.includes(own.page)
			? ''
			: `[${plain([own.tool, own.id].filter((part) => part !== '').join(': '))}](${target(own.page)})`;
	const theirs = [help, page].filter((part) => part.trim() !== '');
	return [...ours.filter((part) => part !== ''), ...(theirs.length === 0 ? [] : ['---', ...theirs])].join('\n\n');
}

/** Plain text as Markdown that shows it as it is. */
function plain(text: string): string {
	return text
		.replace(/[\\`*_[\]<>&#|~]/g, '\\$&')
		.replace(/^([ \t]*)([-+=])/gm, '$1\\$2')
		.replace(/^([ \t]*\d+)([.)])/gm, '$1\\$2');
}

function target(url: string): string {
	return url.replace(/[()<>\s\\]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

function cut(text: string): string {
	const characters = [...text];
	return characters.length <= LONGEST ? text : `${characters.slice(0, LONGEST - 1).join('')}…`;
}
