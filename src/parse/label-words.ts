import type { ExampleKind } from '../domain/rule.ts';

/** What stands at the start of a text that labels an example. */
export interface LabelStart {
	readonly kind: ExampleKind;
	/** The author's words without decoration. */
	readonly word: string;
	/** How many UTF-16 units of the text the decoration and the words take. */
	readonly length: number;
	/** What the label was known by: its words, or only a sign such as ❌. */
	readonly by: 'word' | 'sign';
}

const incorrectWords = [
	'incorrect(?:ly)?',
	'not correct',
	'not recommended',
	'not this',
	'not preferred',
	'discouraged',
	'bad',
	'worse',
	'worst',
	'wrong',
	'avoid(?: this)?',
	'never(?: do this)?',
	'anti-?\\s?patterns?',
	'problematic',
	'broken',
	'brittle',
	'unsafe',
	'insecure',
	'vulnerable',
	'non-?compliant',
	'violations?',
	'invalid',
	'fail(?:s|ing|ure)?',
	'不正确(?:的)?',
	'不正確',
	'错误(?:的)?',
	'錯誤',
	'不推荐',
	'不建议',
	'不好(?:的)?',
	'反例',
	'反面',
	'反模式',
	'避免',
	'不要',
	'禁止',
	'坏(?:的)?',
];

const correctWords = [
	'correct(?:ly|ed)?',
	'good',
	'right',
	'better',
	'best(?!\\s{1,8}practices?)',
	'prefer(?:red)?',
	'recommended',
	'safe',
	'secure',
	'compliant',
	'valid',
	'pass(?:es|ing)?',
	'正确(?:的)?',
	'正確',
	'推荐',
	'建议',
	'正例',
	'正面',
	'良好(?:的)?',
	'好(?:的)?',
	'改进(?:后)?',
];

/** Words that label only when they stand alone: "Before tests:" or "Solution architecture:" is no label. */
const bareIncorrectWords = ["don['’]?ts?", 'do not(?: do this)?', '(?:the )?problem(?: #?\\d+)?', 'before'];
const bareCorrectWords = [
	'do(?: this)?(?: instead)?',
	'(?:the )?solution(?: #?\\d+)?',
	'(?:the )?fix(?:ed)?(?: #?\\d+)?',
	'after',
];

const alternativeWords = [
	'alternatives?(?: correct)?',
	'alternatively',
	'(?:also|equally|still) (?:correct|good|valid|fine|acceptable|ok(?:ay)?)',
	'(?:even|much) better',
	'acceptable',
	'替代(?:方案)?',
	'备选(?:方案)?',
	'更好(?:的)?(?:做法|方式|方案)?',
];

/**
 * Blanks between the words of a label. Bounded, as runs of them that stand side by side are otherwise divided in every way
 * there is: a thousand blanks after "example" took seconds.
 */
const gap = '\\s{0,8}';
/** Words that may stand before an incorrect or correct word without changing it. */
const before = `(?:(?:also|another|more|still|equally|very|example${gap}\\d{0,9}${gap}[:–—-]?|示例${gap}\\d{0,9}${gap}[:：-]?)\\s{1,8})?`;
/** Nouns that may follow: `Good Example`, `Incorrect Configuration`, `错误示例`. */
const nouns = [
	'examples?',
	'code',
	'patterns?',
	'approach(?:es)?',
	'configuration',
	'config',
	'usage',
	'use',
	'implementations?',
	'ways?',
	'versions?',
	'practices?',
	'solutions?',
	'output',
	'structure',
	'setup',
	'style',
	'syntax',
	'query',
	'queries',
	'snippets?',
	'choice',
	'handling',
	'workflow',
	'behaviou?r',
	'design',
	'architecture',
	'naming',
	'names?',
	'commands?',
	'format',
	'layout',
	'flow',
	'tests?',
	'types?',
	'components?',
	'functions?',
	'methods?',
	'hooks?',
	'imports?',
	'placement',
	'order(?:ing)?',
	'示例',
	'做法',
	'写法',
	'方式',
	'方法',
	'例子',
	'代码',
	'实践',
	'案例',
];
const noun = `(?:[ \\t]{0,8}(?:${nouns.join('|')}))*(?:[ \\t]{0,8}#?\\d+)?`;
/** A label ends here, or goes on with a reason. Anything else is a sentence that merely begins with such a word. */
const end = `(?=${gap}(?:$|[:：(（–—]|[!！]${gap}$)|\\s{1,8}-\\s)`;

const signs: readonly (readonly [RegExp, ExampleKind])[] = [
	[/^[❌✗✘✖🚫⛔👎🔴❎🙅]/u, 'incorrect'],
	[/^[✅✓✔☑👍🟢🆗🙆]/u, 'correct'],
];
const decoration = /^(?:[\s✓✗✘]|\ufe0f|\u200d|\p{Extended_Pictographic}|\d+[.)]\s)*/u;

function labelPattern(words: readonly string[], bare: readonly string[]): RegExp {
	return new RegExp(`^${before}(?:(?:${words.join('|')})${noun}|(?:${bare.join('|')}))${end}`, 'iu');
}

// Alternatives first ("Also correct" holds "correct"); no word of one list is looked for inside another word.
const patterns: readonly (readonly [RegExp, ExampleKind])[] = [
	[labelPattern(alternativeWords, ['更好']), 'alternative'],
	[labelPattern(incorrectWords, bareIncorrectWords), 'incorrect'],
	[labelPattern(correctWords, bareCorrectWords), 'correct'],
];

/**
 * Reads the start of a paragraph's or heading's plain text as a label.
 * A sign alone (❌, ✅) labels too, whatever words follow; the word then is the kind's English name.
 * Returns null for any other text. A word that contradicts its sign wins: "✅ Avoid:" is incorrect.
 */
export function readLabelStart(text: string): LabelStart | null {
	const decorated = decoration.exec(text)?.[0] ?? '';
	const rest = text.slice(decorated.length);
	for (const [pattern, kind] of patterns) {
		const words = pattern.exec(rest)?.[0];
		if (words) return { kind, word: words.trim(), length: decorated.length + words.length, by: 'word' };
	}
	const bare = decorated.replace(/^[\s\d.)]+/, '');
	for (const [sign, kind] of signs) {
		if (sign.test(bare)) {
			const word = kind === 'incorrect' ? 'Incorrect' : 'Correct';
			return { kind, word, length: decorated.length, by: 'sign' };
		}
	}
	return null;
}
