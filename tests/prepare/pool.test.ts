import { hash } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import type { SourceFile } from '../../src/domain/source.ts';
import { prepareAll, type Work } from '../../src/prepare/pool.ts';
import type { PreparedRule } from '../../src/prepare/prepare-rule.ts';
import { fromSent, toSend } from '../../src/prepare/sent-results.ts';
import { mapSite } from '../../src/prepare/site-map.ts';

const map = mapSite([], new Set());
const pack = { name: 'demo', absolute: '/demo', trusted: false };

const bodyOf = (number: number): string =>
	`# Rule ${number}\n\nÄ text.\n\n**Incorrect:**\n\n\`\`\`js\nlet a = ${number};\n\`\`\`\n\n**Correct:**\n\n\`\`\`ts\nconst a: number = ${number};\n\`\`\`\n`;

function source(
	number: number,
	text = `---\ntitle: Rule ${number}\nimpact: LOW\ntags: a, b\n---\n\n${bodyOf(number)}`,
): SourceFile {
	const file = `demo/rules/rule-${number}.md`;
	return { absolute: `/${file}`, file, source: file, text, digest: hash('sha256', text), fault: null };
}

function numbered(from: number, count: number): readonly SourceFile[] {
	return Array.from({ length: count }, (_, at) => source(from + at));
}

/** What a rule is, with its HTML read: stored HTML is bytes until somebody asks. */
function seen(rows: readonly (readonly PreparedRule[])[]): unknown {
	return rows.map((row) =>
		row.map(({ rule, ...rest }) => ({ ...rest, rule: rule && { ...rule, html: { ...rule.html } } })),
	);
}

async function prepare(work: readonly Work[]): Promise<PreparedRule[][]> {
	return prepareAll(work, { map, render: true, done: () => {} });
}

const processes = (): number => process.getActiveResourcesInfo().filter((one) => one === 'ProcessWrap').length;

describe('many rules, which are prepared in processes of their own', () => {
	it('come out as few do that are prepared here, in the order of the work', async () => {
		const [many, one] = [numbered(0, 200), numbered(200, 1)];
		const finished: [number, number][] = [];
		const rows = await prepareAll(
			[
				{ pack, sources: many },
				{ pack, sources: [] },
				{ pack, sources: one },
			],
			{
				map,
				render: true,
				done: () => {},
				finished: async (number, prepared) => void finished.push([number, prepared.length]),
			},
		);
		const halves = await Promise.all(
			[many.slice(0, 100), many.slice(100)].map((sources) => prepare([{ pack, sources }])),
		);
		expect(seen(rows)).toEqual(seen([halves.flat(2), [], ...(await prepare([{ pack, sources: one }]))]));
		expect(rows[0]?.[199]?.rule?.frontmatter.title).toBe('Rule 199');
		expect(finished.sort()).toEqual([
			[0, 200],
			[2, 1],
		]);
	});

	it('leave no process behind, whether all went well or a fault of this program came between', async () => {
		const before = processes();
		await prepare([{ pack, sources: numbered(0, 160) }]);
		await vi.waitFor(() => expect(processes()).toBe(before));
		const broken = { ...source(3), text: null } as unknown as SourceFile;
		await expect(prepare([{ pack, sources: [...numbered(0, 160), broken] }])).rejects.toThrow(TypeError);
		await vi.waitFor(() => expect(processes()).toBe(before));
	});
});

describe('results on their way between processes', () => {
	it('are the same when they arrive, also what UTF-8 cannot hold and what is no rule', async () => {
		const [row = []] = await prepare([
			{ pack, sources: [source(1), source(2, 'No frontmatter, and no rule.'), source(3)] },
		]);
		const [first, second, third] = row;
		if (!first?.rule || !second || !third) throw new Error('Three rules were expected');
		const half = { ...first, rule: { ...first.rule, html: { lead: '<p>\ud800</p>', body: 'ä', titleAnchor: null } } };
		const some = [first, { ...second, rule: null }, half, third];
		expect(seen([fromSent(structuredClone(toSend(some)))])).toEqual(seen([some]));
	});
});
