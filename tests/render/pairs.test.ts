import { describe, expect, it } from 'vitest';
import { render } from './render-rule.ts';

const fence = (code: string, language = 'js'): string => `\`\`\`${language}\n${code}\n\`\`\`\n`;
const pair = (incorrect: string, correct: string, language?: string): string =>
	`**Incorrect:**\n\n${fence(incorrect, language)}\n**Correct:**\n\n${fence(correct, language)}\n`;

/** The marked words of a piece of HTML. */
const marks = (html: string): string[] =>
	[...html.matchAll(/<mark>(.*?)<\/mark>/g)].map(([, inner = '']) => inner.replace(/<[^>]+>/g, ''));

const shared = Array.from({ length: 6 }, (_, line) => `step(${line});`);

describe('differing words', () => {
	it('are marked on both sides of the lead', async () => {
		const { lead } = await render(pair('load(url, 10);', 'load(url, 20);'));
		expect(marks(lead)).toEqual(['10', '20']);
	});

	it('are marked whichever side comes first', async () => {
		const { lead } = await render(
			`**Correct:**\n\n${fence('load(url, 20);')}\n**Incorrect:**\n\n${fence('load(url, 10);')}`,
		);
		expect(marks(lead)).toEqual(['20', '10']);
	});

	it('are marked in each further pair, also inside a list', async () => {
		const { body } = await render(
			`${pair('a();', 'b();')}${pair('load(url, 1);', 'load(url, 2);')}- Item\n\n${pair('save(url, 3);', 'save(url, 4);').replace(/^(?=.)/gm, '  ')}`,
		);
		expect(marks(body)).toEqual(['1', '2', '3', '4']);
	});

	it('are not marked across a heading, or between languages', async () => {
		const { lead } = await render(
			`**Incorrect:**\n\n${fence('load(url, 10);')}\n**Correct:**\n\n${fence('load(url, 20);', 'ts')}`,
		);
		expect(marks(lead)).toEqual([]);
		const { body } = await render(
			`${pair('a();', 'b();')}**Incorrect:**\n\n${fence('load(url, 1);')}\n## Other\n\n**Correct:**\n\n${fence('load(url, 2);')}\n${pair('c();', 'd();')}`,
		);
		expect(marks(body)).toEqual([]);
	});

	it('are marked by variant where both sides have as many', async () => {
		const sides = (a: number, b: number): string =>
			`**JavaScript:**\n\n${fence(`load(url, ${a});`)}\n**TypeScript:**\n\n${fence(`load(url, ${b});`, 'ts')}`;
		const { lead } = await render(`**Incorrect:**\n\n${sides(1, 2)}\n**Correct:**\n\n${sides(3, 4)}`);
		expect(marks(lead)).toEqual(['1', '2', '3', '4']);
		expect(lead).not.toContain('<details');
	});
});

describe('examples with several blocks of code', () => {
	it('are compared by their first block where one side has more', async () => {
		const { lead } = await render(
			`**Incorrect:**\n\n${fence('load(url, 1);')}\n**Correct:**\n\n${fence('load(url, 2);')}\n${fence('load(url, 3);')}`,
		);
		expect(marks(lead)).toEqual(['1', '2']);
	});
});

describe('lines that only one side of a pair has', () => {
	const own = (html: string): string[] =>
		[...html.matchAll(/<span class="line own">(.*)<\/span>/g)].map(([, inner = '']) => inner.replace(/<[^>]+>/g, ''));

	it('are marked where both are one text in two versions', async () => {
		const { lead } = await render(pair('a();\nb();\nc(1);', 'a();\nb();\nc(2);\nd();'));
		expect(own(lead)).toEqual(['c(1);', 'c(2);', 'd();']);
	});

	it('are not marked where most lines would be', async () => {
		expect(own((await render(pair('a();\nb();\nc(1);', 'a();\nx();\ny();\nz();'))).lead)).toEqual([]);
	});

	it('keep what the author marked', async () => {
		const { lead } = await render(pair('a();\nb();\nc(1);', 'a();\nb();\nc(2);', 'js {3}'));
		expect(lead.match(/<span class="line own mark">/g)).toHaveLength(2);
	});
});

describe('the diff view', () => {
	const long = (changed: string): string => [...shared, changed].join('\n');

	it('stands folded below a pair that has much in common', async () => {
		const { lead } = await render(pair(long('end(1);'), long('end(2);')));
		expect(lead).toMatch(/<\/figure>\s*<details class="diff"><summary>Diff <span class="changes">−1 \+1 lines<\/span>/);
		expect(lead).toContain('<span class="line del"><t-f>end</t-f>(<mark><t-n>1</t-n></mark>);</span>');
		expect(lead).toContain('<span class="line ins"><t-f>end</t-f>(<mark><t-n>2</t-n></mark>);</span>');
	});

	it('leaves out what both have in common far from a change, and says how much', async () => {
		const { lead } = await render(pair(long('end(1);'), long('end(2);')));
		const view = lead.slice(lead.indexOf('<details'));
		expect(view).toContain('<span class="line gap" data-lines="3"></span>');
		expect(view).not.toContain('>0<');
		expect(view).toContain('>5<');
	});

	it.each([
		['have nothing in common', Array(6).fill('one();').join('\n'), Array(6).fill('two();').join('\n')],
		['are the same', long('end();'), long('end();')],
		['are a few lines', 'a();\nload(1);\nb();', 'a();\nload(2);\nb();'],
		['share no whole line', shared.join('\n'), shared.map((line) => `await ${line}`).join('\n')],
	])('is not offered where both %s', async (_, incorrect, correct) => {
		expect((await render(pair(incorrect, correct))).lead).not.toContain('<details');
	});

	it('is not made of diffs', async () => {
		expect((await render(pair(long('end(1);'), long('end(2);'), 'diff'))).lead).not.toContain('<details');
	});
});
