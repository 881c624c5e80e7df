import { htmlFlow, htmlText } from 'micromark-core-commonmark';
import type { Construct, Extension, State, TokenizeContext, Tokenizer } from 'micromark-util-types';

const lessThan = 60;
const opening = '<!--';

/**
 * Markdown without HTML: tags are text, letter for letter, and the text between them stays Markdown.
 * Only comments stay what they are, since their author meant them not to be seen.
 */
export const htmlCommentsOnly: Extension = {
	disable: { null: [htmlFlow.name ?? 'htmlFlow', htmlText.name ?? 'htmlText'] },
	flow: { [lessThan]: commentOnly(htmlFlow, 'htmlCommentFlow') },
	text: { [lessThan]: commentOnly(htmlText, 'htmlCommentText') },
};

function commentOnly(html: Construct, name: string): Construct {
	const tokenize: Tokenizer = function (this: TokenizeContext, effects, ok, nok) {
		return effects.check({ tokenize: tokenizeOpening, partial: true }, html.tokenize.call(this, effects, ok, nok), nok);
	};
	return { ...html, name, tokenize };
}

const tokenizeOpening: Tokenizer = (effects, ok, nok) => {
	let at = 0;
	const next: State = (code) => {
		if (code !== opening.charCodeAt(at)) return nok(code);
		if (at === 0) effects.enter('data');
		effects.consume(code);
		at++;
		if (at < opening.length) return next;
		effects.exit('data');
		return ok;
	};
	return next;
};
