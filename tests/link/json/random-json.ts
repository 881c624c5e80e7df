import fc from 'fast-check';

const SPACE = fc.stringMatching(/^[ \t\r\n]{0,3}$/);
const KEYS = fc.oneof(
	fc.constantFrom('a', 'b', 'c', '__proto__', 'ключ', '"', ''),
	fc.string({ unit: 'grapheme', maxLength: 6 }),
);

/** A string as JSON may write it: as it is, or with any characters escaped. */
function spelled(text: string, escapes: readonly boolean[]): string {
	const parts = [
		...JSON.stringify(text)
			.slice(1, -1)
			.matchAll(/\\u[0-9a-f]{4}|\\.|./gsu),
	].map(([part], index) => {
		if (!escapes[index % escapes.length] || part.startsWith('\\')) return part;
		return [...Array(part.length).keys()]
			.map((at) => `\\u${part.charCodeAt(at).toString(16).padStart(4, '0')}`)
			.join('');
	});
	return `"${parts.join('')}"`;
}

const STRING = fc
	.tuple(
		fc.string({
			unit: fc.oneof(
				fc.constantFrom('\ud800', '\n', '\\', '"', '/', '😀', 'é'),
				fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
			),
		}),
		fc.array(fc.boolean(), { minLength: 1, maxLength: 4 }),
	)
	.map(([text, escapes]) => spelled(text, escapes));

const SCALAR = fc.oneof(
	STRING,
	fc.constantFrom('true', 'false', 'null', '0', '-0', '1.50', '1e400', '1E+2', '-12.5e-3', '12345678901234567890'),
	fc.integer().map(String),
);

/** JSON text of every shape, with white space wherever it may stand. */
export const jsonText: fc.Arbitrary<string> = fc.letrec<{ value: string; array: string; object: string }>((tie) => ({
	value: fc.oneof({ maxDepth: 4, depthSize: 'small' }, SCALAR, tie('array'), tie('object')),
	array: fc
		.tuple(SPACE, fc.array(fc.tuple(SPACE, tie('value'), SPACE), { maxLength: 5 }))
		.map(([space, items]) =>
			items.length === 0 ? `[${space}]` : `[${items.map((parts) => parts.join('')).join(',')}]`,
		),
	object: fc
		.tuple(SPACE, fc.array(fc.tuple(SPACE, KEYS, SPACE, SPACE, tie('value'), SPACE), { maxLength: 5 }))
		.map(([space, members]) =>
			members.length === 0
				? `{${space}}`
				: `{${members.map(([a, key, b, c, value, d]) => `${a}${JSON.stringify(key)}${b}:${c}${value}${d}`).join(',')}}`,
		),
})).value;
