import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Impact } from '../../src/domain/impact.ts';
import { parseSections } from '../../src/parse/sections.ts';
import { sourceOf } from './source.ts';

type Expected = readonly [title: string, prefixes: string[], impact: Impact | null, description: string | null];

function sectionsOf(text: string): Expected[] {
	return parseSections(sourceOf(text, 'rules/_sections.md')).map(
		({ title, prefixes, impact, description }) => [title, [...prefixes], impact, description] as const,
	);
}

describe('a heading', () => {
	test.each<[heading: string, title: string, prefixes: string[]]>([
		['## 1. Memory (mem)', 'Memory', ['mem']],
		['## 12) Memory (mem)', 'Memory', ['mem']],
		['# 1. Memory (mem)', 'Memory', ['mem']],
		['### 1. Memory (mem)', 'Memory', ['mem']],
		['## Section 1: Memory (mem)', 'Memory', ['mem']],
		['## Memory (mem)', 'Memory', ['mem']],
		['## 1. Memory (`mem`)', 'Memory', ['mem']],
		['## 1. Memory (mem-)', 'Memory', ['mem']],
		['## 1. Memory (mem-*)', 'Memory', ['mem']],
		['## 1. Memory (`mem-*.md`)', 'Memory', ['mem']],
		['## 1. Memory (mem, pool)', 'Memory', ['mem', 'pool']],
		['## 1. Memory (mem / pool)', 'Memory', ['mem', 'pool']],
		['## 1. Memory (`mem-`, `opt-mem-`)', 'Memory', ['mem', 'opt-mem']],
		['## 1. Memory (mem and pool)', 'Memory', ['mem', 'pool']],
		['## 1. Memory (core/)', 'Memory', ['core']],
		['## 1. Memory (Heap and Stack) (mem)', 'Memory (Heap and Stack)', ['mem']],
		['## 1. Memory (Heap) Layout (mem)', 'Memory (Heap) Layout', ['mem']],
		['## 1. Memory (mem) — *optional*', 'Memory — optional', ['mem']],
		['## 1. Memory & `malloc` (mem)', 'Memory & malloc', ['mem']],
		['## 1. 内存（mem）', '内存', ['mem']],
		['## 1. **Memory** (mem)', 'Memory', ['mem']],
		['Memory (mem)\n---', 'Memory', ['mem']],
	])('%s', (heading, title, prefixes) => {
		expect(sectionsOf(`# Sections\n\n${heading}\n\n**Impact:** HIGH\n`)).toEqual([[title, prefixes, 'HIGH', null]]);
	});
});

describe('the fields below it', () => {
	test.each<[body: string, impact: Impact | null, description: string | null]>([
		['**Impact:** HIGH\n**Description:** What it holds.', 'HIGH', 'What it holds.'],
		['**Impact:** HIGH  \n**Description:** What it holds.  ', 'HIGH', 'What it holds.'],
		['**Impact**: HIGH\n\n**Description**: What it holds.', 'HIGH', 'What it holds.'],
		['**Impact: HIGH**\n\nWhat it holds.', 'HIGH', 'What it holds.'],
		['Impact: high\nDescription: What it holds.', 'HIGH', 'What it holds.'],
		['- **Impact Level:** HIGH\n- **Description:** What it holds.\n- **Rule Count:** 6', 'HIGH', 'What it holds.'],
		['**Impact:** MEDIUM-HIGH\n**Description:** Two\nlines.', 'MEDIUM-HIGH', 'Two lines.'],
		['**Description:**\n\nWhat it\nholds.', null, 'What it holds.'],
		['**Impact:** CRITICAL (2-10× faster)', 'CRITICAL', null],
		['**Impact:** Low Medium', 'LOW-MEDIUM', null],
		['**Impact:** HIGH–CRITICAL', 'HIGH', null],
		['**Impact:** Highest', null, null],
		['**Impact:** varies', null, null],
		['**Description:** It holds `code`, *all*.\n**Rationale:** Because.', null, 'It holds code, all.'],
		['**影响等级**: HIGH\n**描述**：What it holds.', 'HIGH', 'What it holds.'],
		['**Impact:** HIGH\n<!-- note -->\nWhat it holds.', 'HIGH', 'What it holds.'],
		['What it holds: everything.\n\nMore.', null, 'What it holds: everything.'],
	])('%j', (body, impact, description) => {
		expect(sectionsOf(`## 1. Memory (mem)\n\n${body}\n`)).toEqual([['Memory', ['mem'], impact, description]]);
		expect(sectionsOf(`## 1. Memory (mem)\r\n\r\n${body.replaceAll('\n', '\r\n')}`)).toEqual([
			['Memory', ['mem'], impact, description],
		]);
	});
});

describe('other shapes', () => {
	test('a prefix of its own line; the parentheses are a translation then', () => {
		expect(sectionsOf('## 1. 内存 (Memory Use)\n**前缀**: `mem-`\n**影响等级**: HIGH\n')).toEqual([
			['内存 (Memory Use)', ['mem'], 'HIGH', null],
		]);
	});

	test('a heading that is the prefix', () => {
		const text =
			'## Section Definitions\n\n### mem\n- **title**: Memory\n- **description**: All of it\n\n## Priority Levels\n';
		expect(sectionsOf(text)).toEqual([['Memory', ['mem'], null, 'All of it']]);
	});

	test('numbered headings without any prefix', () => {
		expect(sectionsOf('## 1. Memory\n\n**Impact:** HIGH\n\n## Notes\n\n## 2. Timing\n\n**Impact:** LOW\n')).toEqual([
			['Memory', [], 'HIGH', null],
			['Timing', [], 'LOW', null],
		]);
	});

	test('a table', () => {
		const text = [
			'| # | Section | Prefix | Impact | Description |',
			'|---|---|---|---|---|',
			'| 1 | Memory | `mem-` | HIGH | What it holds |',
			'| 2 | **Time** | time, clock | LOW | |',
			'| | | | | |',
		];
		expect(sectionsOf(text.join('\n'))).toEqual([
			['Memory', ['mem'], 'HIGH', 'What it holds'],
			['Time', ['time', 'clock'], 'LOW', null],
		]);
	});

	test('a table whose tier is called a level', () => {
		const text = '| Prefix | Category | Level | Impact |\n|--|--|--|--|\n| mem- | Memory | CRITICAL | No more leaks |';
		expect(sectionsOf(text)).toEqual([['Memory', ['mem'], 'CRITICAL', null]]);
	});

	test('a table beside headings fills in what they leave out', () => {
		const table = '| Section | Prefix | Impact |\n|--|--|--|\n| Mem | mem | HIGH |\n| Time | time | LOW |';
		expect(sectionsOf(`${table}\n\n## 1. Memory (mem)\n\nWhat it holds.\n`)).toEqual([
			['Memory', ['mem'], 'HIGH', 'What it holds.'],
		]);
	});

	test('a list under tiers', () => {
		const text =
			'**Critical Priority:**\n- **Memory** (`mem-`) — what it holds\n- **Time** (`time-`)\n\n**Low Impact:**\n- **Names** (name): short';
		expect(sectionsOf(text)).toEqual([
			['Memory', ['mem'], 'CRITICAL', 'what it holds'],
			['Time', ['time'], 'CRITICAL', null],
			['Names', ['name'], 'LOW', 'short'],
		]);
	});

	test('a list of prefixes', () => {
		expect(sectionsOf('- `mem`: Memory (Section 1)\n- `time` — Time\n- other\n')).toEqual([
			['Memory (Section 1)', ['mem'], null, null],
			['Time', ['time'], null, null],
		]);
	});

	test('YAML frontmatter, as a list or by prefix', () => {
		const list =
			'---\nsections:\n  - title: Memory\n    prefix: mem-\n    impact: high\n  - name: Time\n    prefixes: [time, clock]\n    description: x\n---\n';
		expect(sectionsOf(`${list}\n## 1. Other (other)\n`)).toEqual([
			['Memory', ['mem'], 'HIGH', null],
			['Time', ['time', 'clock'], null, 'x'],
		]);
		expect(sectionsOf('---\nsections:\n  mem: Memory\n  time: { title: Time, impact: LOW }\n---\n')).toEqual([
			['Memory', ['mem'], null, null],
			['Time', ['time'], 'LOW', null],
		]);
	});

	test('frontmatter about something else changes nothing', () => {
		expect(sectionsOf('---\ntitle: Sections\n---\n\n## 1. Memory (mem)\n')).toEqual([['Memory', ['mem'], null, null]]);
	});
});

describe('what is no section', () => {
	test.each([
		'# Sections\n\nText (mem).\n',
		'## Impact tier definitions\n\n**Impact:** HIGH\n',
		'## Notes (see below for more)\n',
		'```md\n## 1. Memory (mem)\n```\n',
		'<!--\n## 1. Memory (mem)\n-->\n',
		'| Tier | Meaning |\n|--|--|\n| HIGH | much |\n',
		'- one\n- two `x`\n',
		'---\nsections: [a, 1, null]\n---\n',
		'',
	])('%j', (text) => {
		expect(sectionsOf(text)).toEqual([]);
	});

	test('a heading with parentheses among numbered sections', () => {
		expect(sectionsOf('## 1. Memory (mem)\n\n## Notes (optional)\n\n### 1.1 Rule (x y)\n')).toEqual([
			['Memory', ['mem'], null, null],
		]);
	});
});

test('each section knows its line', () => {
	const text = '---\na: b\n---\n\n## 1. Memory (mem)\n\n## 2. Time (time)\n';
	expect(parseSections(sourceOf(text)).map(({ place }) => place)).toEqual([
		{ line: 5, column: 1 },
		{ line: 7, column: 1 },
	]);
	const yaml = '---\nsections:\n  - title: Memory\n    prefix: mem\n---\n';
	expect(parseSections(sourceOf(yaml)).map(({ place }) => place)).toEqual([{ line: 3, column: 5 }]);
});

test('any text can be read, and what is found is whole', () => {
	const words = ['## ', '1. ', 'Memory ', '(mem)', '(', '`', '|', '\n', '\n\n', '**Impact:** ', 'HIGH', '- ', '---\n'];
	const piece = fc.constantFrom(...words, 'sections:\n', '> ', '\0', '（', '&a', ', ', '| Section | Prefix |\n|-|-|\n');
	const texts = fc.oneof(
		fc.string({ unit: 'binary' }),
		fc.array(piece).map((pieces) => pieces.join('')),
	);
	fc.assert(
		fc.property(texts, (text) => {
			for (const section of parseSections(sourceOf(text))) {
				expect(section.title.trim()).not.toBe('');
				expect(section.prefixes).not.toContain('');
				expect(section.place.line).toBeLessThanOrEqual(text.split(/\r\n|\r|\n/).length);
			}
		}),
		{ numRuns: 500 },
	);
});

test('a text that exhausts the parser declares nothing', () => {
	expect(sectionsOf(`${'> '.repeat(20_000)}## 1. Memory (mem)`)).toEqual([]);
});
