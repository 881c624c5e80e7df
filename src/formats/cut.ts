/** Text of at most `most` UTF-16 code units: a longer one ends with an ellipsis, after a word where there is one. */
export function cutAtWord(text: string, most: number): string {
	if (text.length <= most) return text;
	const head = text.slice(0, most - 1);
	const words = /\s/.test(text.charAt(most - 1)) ? head : head.replace(/\s+\S*$/, '');
	// Half of a letter outside the basic plane is no letter.
	return `${words.replace(/[\uD800-\uDBFF]$/, '').trimEnd()}…`;
}
