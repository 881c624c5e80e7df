import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { severityOf, wording } from '../../src/domain/diagnostics.ts';
import { findings, frontmatterOf, tagsOf } from './frontmatter-cases.ts';

/** Text made of what matters to YAML, so that random input reaches beyond "not a map". */
const yamlish = fc
	.array(
		fc.oneof(
			fc.constantFrom(
				'title: ',
				'impact: ',
				'tags: ',
				'\n',
				'\r\n',
				'  ',
				'- ',
				'[',
				']',
				'{',
				'}',
				', ',
				': ',
				' #',
				'"',
			),
			fc.constantFrom(
				"'",
				'`',
				'&a ',
				'*a',
				'!x ',
				'|\n',
				'>-\n',
				'\t',
				'~',
				'NULL',
				'1e5',
				'\\',
				'\\u0041',
				'，',
				'𝒳',
				'\r',
			),
			fc.constantFrom('<<: ', '__proto__: ', '? ', '...', '%', '@', 'HIGH', 'word', 'two words', '\u0000', '\ud800'),
		),
		{ maxLength: 40 },
	)
	.map((pieces) => pieces.join(''));

const word = fc.stringMatching(/^[a-z][a-z0-9+/-]{0,11}$/).filter((text) => /^(?!null$|true$|false$)/.test(text));

describe('any text', () => {
	it.each([
		['random', fc.string({ unit: 'binary', maxLength: 200 })],
		['made of YAML', yamlish],
		['made of YAML below a title', yamlish.map((text) => `title: A\n${text}`)],
	])('%s gives frontmatter or an error, at places inside the text', (_, texts) => {
		fc.assert(
			fc.property(texts, (yaml) => {
				const { frontmatter, diagnostics } = frontmatterOf(yaml);
				const lines = yaml.split(/\r\n|\r|\n/);
				expect(frontmatter === null).toBe(diagnostics.some(({ code }) => severityOf(code) === 'error'));
				for (const one of diagnostics) {
					const line = lines[one.place.line - 2];
					expect(one.place.column).toBeGreaterThanOrEqual(1);
					expect(one.place.column).toBeLessThanOrEqual((line?.length ?? -1) + 1);
					expect(wording(one).found).not.toBe('');
				}
				expect(() => JSON.stringify(frontmatter)).not.toThrow();
			}),
			{ numRuns: 500 },
		);
	});
});

describe('any words', () => {
	it('are the same tags in every shape', () => {
		fc.assert(
			fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), (words) => {
				const commas = tagsOf(`tags: ${words.join(', ')}`);
				expect(commas?.length).toBeGreaterThan(0);
				expect(tagsOf(`tags: "${words.join(',')}"`)).toEqual(commas);
				expect(tagsOf(`tags: [${words.join(', ')}]`)).toEqual(commas);
				expect(tagsOf(`tags:\n${words.map((one) => `  - ${one}`).join('\n')}`)).toEqual(commas);
			}),
		);
	});

	it('repeated, are reported where the repeat stands, in every shape', () => {
		fc.assert(
			fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 5 }), (words) => {
				fc.pre(findings(`title: A\ntags: ${words.join(', ')}`).length === 0);
				const tags = [...words, (words[0] ?? '').toUpperCase()];
				const before = tags.slice(0, -1).join(', ').length + 2;
				expect(findings(`title: A\ntags: ${tags.join(', ')}`)).toEqual([`tag-duplicate 3:${7 + before}`]);
				expect(findings(`title: A\ntags: "${tags.join(', ')}"`)).toEqual([`tag-duplicate 3:${8 + before}`]);
				expect(findings(`title: A\ntags: [${tags.join(', ')}]`)).toEqual([`tag-duplicate 3:${8 + before}`]);
				const list = tags.map((one) => `\n  - ${one}`).join('');
				expect(findings(`title: A\ntags:${list}`)).toEqual([`tag-duplicate ${3 + tags.length}:5`]);
			}),
		);
	});
});

describe('any title', () => {
	const hostile = fc
		.array(
			fc.oneof(
				fc.constantFrom('`', '<T>', '{{fn}}', ' #', ': ', '"', "'", '&', '*', '\\', '-', '/>', '𝒳'),
				fc.string(),
			),
		)
		.map((pieces) => pieces.join('').trim())
		.filter((title) => title !== '');

	it('in double quotes comes out letter for letter', () => {
		fc.assert(
			fc.property(hostile, (title) => {
				const { frontmatter, diagnostics } = frontmatterOf(`title: ${JSON.stringify(title)}`);
				expect(diagnostics).toEqual([]);
				expect(frontmatter?.title).toBe(title);
			}),
		);
	});

	it('in single quotes comes out letter for letter', () => {
		fc.assert(
			fc.property(hostile, (title) => {
				const { frontmatter, diagnostics } = frontmatterOf(`title: '${title.replaceAll("'", "''")}'`);
				expect(diagnostics).toEqual([]);
				expect(frontmatter?.title).toBe(title);
			}),
		);
	});
});
