export interface JsonProblem {
	/** Where the text stops being JSON. */
	readonly offset: number;
	readonly reason: string;
}

type Expected = 'value' | 'value or ]' | 'key' | 'key or }' | ':' | 'next' | 'end';

// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids them in strings, so they end one
const STRING = /"[^"\\\0-\x1f]*(?:\\(?:["\\/bfnrt]|u[\da-fA-F]{4})[^"\\\0-\x1f]*)*"/y;
const SCALAR = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.])/y;
const SPACE = /[ \t\r\n]*/y;

/** The first thing that keeps a text from being JSON, with its place, which JSON.parse does not always tell; null when it is JSON. */
export function findJsonProblem(text: string): JsonProblem | null {
	const open: ('{' | '[')[] = [];
	let expected: Expected = 'value';
	let at = 0;
	const skip = (token: RegExp): boolean => {
		token.lastIndex = at;
		if (!token.test(text)) return false;
		at = token.lastIndex;
		return true;
	};
	const afterValue = (): Expected => (open.length === 0 ? 'end' : 'next');

	while (skip(SPACE) && at < text.length) {
		const sign = text[at] ?? '';
		const inside = open.at(-1);
		const takesValue: boolean = expected === 'value' || expected === 'value or ]';
		const takesKey: boolean = expected === 'key' || expected === 'key or }';
		const closes =
			(sign === '}' && inside === '{' && (expected === 'key or }' || expected === 'next')) ||
			(sign === ']' && inside === '[' && (expected === 'value or ]' || expected === 'next'));
		if (closes) {
			open.pop();
			at++;
			expected = afterValue();
		} else if (takesValue && (sign === '{' || sign === '[')) {
			open.push(sign);
			at++;
			expected = sign === '{' ? 'key or }' : 'value or ]';
		} else if ((takesValue || takesKey) && sign === '"') {
			if (!skip(STRING)) return { offset: at, reason: 'a string holds a line end or a wrong escape, or never closes' };
			expected = takesKey ? ':' : afterValue();
		} else if (takesValue && skip(SCALAR)) expected = afterValue();
		else if (expected === ':' && sign === ':') {
			at++;
			expected = 'value';
		} else if (expected === 'next' && sign === ',') {
			at++;
			expected = inside === '{' ? 'key' : 'value';
		} else return { offset: at, reason: `found ${nameOf(text, at)} instead of ${wordsFor(expected, inside)}` };
	}
	if (expected === 'end') return null;
	return { offset: text.trimEnd().length, reason: `it ends where ${wordsFor(expected, open.at(-1))} should follow` };
}

function nameOf(text: string, at: number): string {
	return `\`${String.fromCodePoint(text.codePointAt(at) ?? 0)}\``;
}

function wordsFor(expected: Expected, inside: '{' | '[' | undefined): string {
	switch (expected) {
		case 'value':
		case 'value or ]':
			return 'a value';
		case 'key':
		case 'key or }':
			return 'a key in double quotes';
		case ':':
			return 'a colon';
		case 'next':
			return inside === '{' ? 'a comma or `}`' : 'a comma or `]`';
		case 'end':
			return 'the end';
	}
}
