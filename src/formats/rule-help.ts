import type { RuleId } from '../domain/ids.ts';
import { rulePath } from '../domain/ids.ts';
import type { ExampleKind, Rule } from '../domain/rule.ts';
import { cutAtWord } from './cut.ts';
import { markdownText } from './markdown-text.ts';

/** What a viewer shows beside an alert: for those that know no Markdown, and for GitHub, which shows it in place of the other. */
export interface RuleHelp {
	readonly text: string;
	readonly markdown: string;
}

/** Names a fact of a rule. */
interface Fact {
	readonly name: string;
	readonly value: string;
}

const LONGEST_REASON = 300;

/** The help of a rule, which leads to its page. `urlOf` gives whole addresses. */
export function ruleHelp(rule: Rule, urlOf: (path: string) => string): RuleHelp {
	const url = urlOf(rule.path);
	const facts = factsOf(rule);
	const notice = noticeOf(rule, urlOf);
	const text = [
		rule.title,
		notice?.text ?? '',
		rule.summary,
		facts.map(({ name, value }) => `${name}: ${value}`).join('\n'),
		`The whole rule: ${url}`,
	];
	const markdown = [
		`### [${markdownText(rule.title, { code: true })}](${url})`,
		notice?.markdown ?? '',
		markdownText(rule.summary),
		facts.map(({ name, value }) => `- **${name}:** ${markdownText(value)}`).join('\n'),
		`[Read the whole rule](${url})`,
	];
	return { text: paragraphs(text), markdown: paragraphs(markdown) };
}

function paragraphs(parts: readonly string[]): string {
	return parts.filter((part) => part.trim() !== '').join('\n\n');
}

function factsOf(rule: Rule): readonly Fact[] {
	const impact = [rule.impact, rule.impactDescription].filter((part) => part !== null).join(', ');
	return [
		{ name: 'Impact', value: impact },
		{ name: 'Incorrect', value: firstReason(rule, 'incorrect') },
		{ name: 'Correct', value: firstReason(rule, 'correct') },
	].filter(({ value }) => value !== '');
}

function firstReason({ examples }: Rule, kind: ExampleKind): string {
	const reason = examples.find((example) => example.kind === kind && example.reason !== null)?.reason ?? '';
	return cutAtWord(reason.replace(/\s+/g, ' ').trim(), LONGEST_REASON);
}

/** That a rule no longer holds, and what to follow instead; null for one that holds. */
function noticeOf({ deprecated }: Rule, urlOf: (path: string) => string): RuleHelp | null {
	if (deprecated === null) return null;
	const message = deprecated.message === null ? '' : ` ${deprecated.message}`;
	const marked = deprecated.message === null ? '' : ` ${markdownText(deprecated.message)}`;
	const others = deprecated.replacedBy.map((id) => ({ id, url: urlOf(pathOf(id)) }));
	const instead = others.length === 0 ? '' : ' Follow instead:';
	const links = others.map(({ id, url }) => ` [${markdownText(id)}](${url})`).join(',');
	return {
		text: `This rule no longer holds.${message}${instead}${others.map(({ url }) => ` ${url}`).join(',')}`,
		markdown: `**This rule no longer holds.**${marked}${instead}${links}`,
	};
}

function pathOf(id: RuleId): string {
	const slash = id.indexOf('/');
	return rulePath(id.slice(0, slash), id.slice(slash + 1));
}
