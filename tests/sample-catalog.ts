import type { Config } from '../src/domain/config.ts';
import { packPath, type RuleId, ruleId, rulePath } from '../src/domain/ids.ts';
import type { Impact } from '../src/domain/impact.ts';
import type { LinterCode } from '../src/domain/linter.ts';
import type { Alike, Catalog, Example, ExampleKind, Heading, Pack, Rule, Section, Tag } from '../src/domain/rule.ts';
import { tagKey, tagSlug } from '../src/domain/tags.ts';

/** Two small packs as the pipeline hands them to a site, for tests and for work on pages without any content folder. */

interface RuleSketch {
	readonly pack: string;
	readonly section: string;
	readonly stem: string;
	readonly title: string;
	readonly impact: Impact | null;
	readonly impactDescription?: string;
	readonly tags: readonly string[];
	readonly summary: string;
	readonly lead?: string;
	readonly body: string;
	readonly headings?: readonly string[];
	readonly languages?: readonly string[];
	readonly examples?: readonly [ExampleKind, string][];
	readonly extra?: Readonly<Record<string, unknown>>;
	readonly codes?: readonly LinterCode[];
	readonly standards?: readonly string[];
	readonly aliases?: readonly RuleId[];
}

function code(language: string, html: string, title?: string): string {
	const heading = title === undefined ? '' : `<div class="code-title">${title}</div>`;
	return `<div class="code">${heading}<pre tabindex="0"><code class="language-${language}">${html}</code></pre></div>`;
}

function figure(kind: ExampleKind, label: string, reason: string, inside: string): string {
	return `<figure class="example ${kind}"><figcaption><strong>${label}</strong> <span class="reason">${reason}</span></figcaption>${inside}</figure>`;
}

function heading(text: string): string {
	const id = text.toLowerCase().replaceAll(' ', '-');
	return `<h2 id="${id}">${text}<a class="anchor" href="#${id}" aria-label="Link to “${text}”"></a></h2>`;
}

const POOL_BAD = `<t-y>static</t-y> ngx_int_t
<t-f>demo_open</t-f><t-p>(</t-p>ngx_http_request_t <t-p>*</t-p><t-v>r</t-v><t-p>,</t-p> demo_ctx_t <t-p>*</t-p><t-v>ctx</t-v><t-p>)</t-p>
<t-p>{</t-p>
    <t-v>ctx</t-v><t-p>-&gt;</t-p><t-v>fd</t-v> <t-p>=</t-p> <t-f>open</t-f><t-p>(</t-p><t-s>"/srv/demo.db"</t-s><t-p>,</t-p> <t-n>O_RDONLY</t-n><t-p>);</t-p>
    <t-k>if</t-k> <t-p>(</t-p><t-v>ctx</t-v><t-p>-&gt;</t-p><t-v>fd</t-v> <t-p>==</t-p> <t-p>-</t-p><t-n>1</t-n><t-p>)</t-p> <t-p>{</t-p>
        <t-k>return</t-k> <t-n>NGX_ERROR</t-n><t-p>;</t-p>
    <t-p>}</t-p>

    <t-c>/* nothing closes fd */</t-c>
    <t-k>return</t-k> <t-n>NGX_OK</t-n><t-p>;</t-p>
<t-p>}</t-p>`;

const POOL_GOOD = `<t-y>static</t-y> ngx_int_t
<t-f>demo_open</t-f><t-p>(</t-p>ngx_http_request_t <t-p>*</t-p><t-v>r</t-v><t-p>,</t-p> demo_ctx_t <t-p>*</t-p><t-v>ctx</t-v><t-p>)</t-p>
<t-p>{</t-p>
<span class="line mark">    ngx_pool_cleanup_t <t-p>*</t-p><t-v>cln</t-v> <t-p>=</t-p> <t-f>ngx_pool_cleanup_add</t-f><t-p>(</t-p><t-v>r</t-v><t-p>-&gt;</t-p><t-v>pool</t-v><t-p>,</t-p> <t-n>0</t-n><t-p>);</t-p></span>
    <t-k>if</t-k> <t-p>(</t-p><t-v>cln</t-v> <t-p>==</t-p> <t-n>NULL</t-n><t-p>)</t-p> <t-p>{</t-p>
        <t-k>return</t-k> <t-n>NGX_ERROR</t-n><t-p>;</t-p>
    <t-p>}</t-p>

<span class="line mark">    <t-v>cln</t-v><t-p>-&gt;</t-p><t-v>handler</t-v> <t-p>=</t-p> demo_close<t-p>;</t-p></span>
<span class="line mark">    <t-v>cln</t-v><t-p>-&gt;</t-p><t-v>data</t-v> <t-p>=</t-p> <t-v>ctx</t-v><t-p>;</t-p></span>

    <t-v>ctx</t-v><t-p>-&gt;</t-p><t-v>fd</t-v> <t-p>=</t-p> <t-f>open</t-f><t-p>(</t-p><t-s>"/srv/demo.db"</t-s><t-p>,</t-p> <t-n>O_RDONLY</t-n><t-p>);</t-p>
    <t-k>return</t-k> <t-v>ctx</t-v><t-p>-&gt;</t-p><t-v>fd</t-v> <t-p>==</t-p> <t-p>-</t-p><t-n>1</t-n> <t-p>?</t-p> <t-n>NGX_ERROR</t-n> <t-p>:</t-p> <t-n>NGX_OK</t-n><t-p>;</t-p>
<t-p>}</t-p>`;

const sketches: readonly RuleSketch[] = [
	{
		pack: 'nginx-c',
		section: 'memory',
		stem: 'mem-free-what-the-pool-does-not-own',
		title: 'Free what the pool does not own',
		impact: 'HIGH',
		impactDescription: 'stops descriptor leaks',
		tags: ['memory', 'cleanup', 'pool'],
		summary: 'A pool gives back its own memory and nothing else.',
		lead:
			figure('incorrect', 'Incorrect', 'leaks when the request ends early', code('c', POOL_BAD)) +
			figure('correct', 'Correct', 'the pool closes it, whatever <code>r</code> does', code('c', POOL_GOOD, 'demo.c')),
		body:
			'<p>A pool gives back its own memory and nothing else. Descriptors, mappings and library handles outlive it unless a clean-up handler is registered with <code>ngx_pool_cleanup_add</code>; on error paths and aborted requests nobody else will close them.</p>' +
			'<blockquote><p><strong>Note.</strong> Set the sentinel before registering: zeroed memory reads as descriptor 0, which is valid.</p></blockquote>' +
			heading('When not to') +
			'<p>Handles that live as long as the worker belong to the cycle’s pool. See <a href="../mem-check-every-allocation/">Check every allocation</a> or <span class="broken-link" title="This link leads nowhere: ./gone.md">the old page</span>.</p>' +
			heading('What lives where') +
			'<div class="table" tabindex="0" role="group" aria-label="Table"><table><thead><tr><th>Handle</th><th>Pool</th></tr></thead><tbody><tr><td><code>fd</code></td><td>request</td></tr><tr><td>mapping</td><td>cycle</td></tr></tbody></table></div>' +
			figure(
				'alternative',
				'Alternative',
				'let nginx open the file',
				'<div class="example-text"><p>The open-file cache closes it for you.</p></div>' +
					code(
						'c',
						'<t-f>ngx_open_cached_file</t-f><t-p>(</t-p><t-v>cache</t-v><t-p>,</t-p> <t-p>&amp;</t-p><t-v>path</t-v><t-p>,</t-p> <t-p>&amp;</t-p><t-v>of</t-v><t-p>,</t-p> <t-v>pool</t-v><t-p>);</t-p>',
					),
			) +
			heading('References') +
			'<ul><li><a href="https://nginx.org/en/docs/dev/development_guide.html" rel="noopener nofollow ugc">Development guide</a></li></ul>',
		headings: ['When not to', 'What lives where', 'References'],
		languages: ['c'],
		examples: [
			['incorrect', 'leaks when the request ends early'],
			['correct', 'the pool closes it, whatever r does'],
			['alternative', 'let nginx open the file'],
		],
		extra: { since: '1.9.11', reviewed: true },
		codes: [
			{ linter: 'cppcheck', code: 'resourceLeak' },
			{ linter: 'clang-tidy', code: 'bugprone-unused-return-value' },
		],
		standards: ['CWE-772'],
	},
	{
		pack: 'nginx-c',
		section: 'memory',
		stem: 'mem-check-every-allocation',
		title: 'Check every allocation of `ngx_palloc`',
		impact: 'CRITICAL',
		tags: ['memory', 'C++'],
		codes: [{ linter: 'clang-tidy', code: 'bugprone-unused-return-value' }],
		standards: ['CWE-476', 'CWE-772'],
		aliases: [ruleId('nginx-c', 'mem-check-alloc')],
		summary: 'Pool functions return NULL under pressure; the crash comes a line later.',
		body: `<p>Pool functions return <code>NULL</code> under pressure.</p>${code('c', '<t-v>p</t-v> <t-p>=</t-p> <t-f>ngx_palloc</t-f><t-p>(</t-p><t-v>pool</t-v><t-p>,</t-p> <t-n>64</t-n><t-p>);</t-p>')}`,
		languages: ['c'],
	},
	{
		pack: 'nginx-c',
		section: 'events',
		stem: 'evt-never-block',
		title: 'Never block the event loop',
		impact: 'MEDIUM-HIGH',
		impactDescription: 'one slow call stalls every connection',
		tags: ['events', 'latency'],
		summary: 'One slow call stalls every connection of the worker.',
		lead:
			figure('incorrect', 'Wrong', '', code('c', '<t-f>sleep</t-f><t-p>(</t-p><t-n>1</t-n><t-p>);</t-p>')) +
			figure(
				'correct',
				'Right',
				'a timer that ends with the request, and a line that is much too long to stand beside its counterpart on any ordinary screen',
				code(
					'c',
					'<t-f>ngx_add_timer</t-f><t-p>(&amp;</t-p><t-v>ev</t-v><t-p>,</t-p> <t-n>1000</t-n><t-p>);</t-p> <t-c>/* a comment that goes on and on until the pair is stacked instead of side by side, as wide code asks for */</t-c>',
				),
			),
		body: '<p>One worker serves thousands of connections.</p>',
		languages: ['c'],
		examples: [
			['incorrect', ''],
			['correct', 'a timer that ends with the request'],
		],
	},
	{
		pack: 'web-basics',
		section: 'markup',
		stem: 'use-main',
		title: 'Use one <main> & no <script setup>',
		impact: 'LOW',
		tags: ['html', 'n+1'],
		codes: [{ linter: 'eslint', code: '@html-eslint/require-main' }],
		aliases: [ruleId('gone-pack', 'use-main')],
		summary: 'A page has one <main>.',
		body: `<p>A page has one <code>&lt;main&gt;</code>.</p>${code('html', '<t-p>&lt;</t-p><t-y>main</t-y> <t-v>id</t-v><t-p>=</t-p><t-s>"content"</t-s><t-p>&gt;&lt;/</t-p><t-y>main</t-y><t-p>&gt;</t-p>')}`,
		languages: ['html'],
	},
	{
		pack: 'web-basics',
		section: 'markup',
		stem: 'no-tier',
		title: '标题不能为空',
		impact: null,
		tags: ['HTML', '中文'],
		summary: '每个标题都要有文字。',
		body: '<p>每个标题都要有文字。</p>',
	},
	{
		pack: 'web-basics',
		section: 'other',
		stem: 'ship-small-diffs',
		title: 'Ship small diffs',
		impact: 'LOW-MEDIUM',
		tags: ['review'],
		summary: 'Small changes are read; large ones are waved through.',
		body:
			'<p>Small changes are read.</p>' +
			code('diff', '<span class="line del"><t-d>- big</t-d></span>\n<span class="line ins"><t-i>+ small</t-i></span>') +
			'<ul><li class="task"><input type="checkbox" disabled> one purpose</li><li class="task"><input type="checkbox" disabled checked> one review</li></ul>',
		languages: ['diff'],
	},
];

const sections: Readonly<Record<string, readonly Omit<Section, 'rules'>[]>> = {
	'nginx-c': [
		{
			slug: 'memory',
			title: 'Memory',
			prefix: 'mem',
			impact: 'CRITICAL',
			description: 'Pools, and what they do not own.',
			declared: true,
		},
		{ slug: 'events', title: 'Events', prefix: 'evt', impact: 'HIGH', description: null, declared: true },
	],
	'web-basics': [
		{ slug: 'markup', title: 'markup', prefix: null, impact: null, description: null, declared: false },
		{ slug: 'other', title: 'Other', prefix: null, impact: null, description: null, declared: false },
	],
};

const start = { line: 1, column: 1 };

const ALIKE: Readonly<Record<string, readonly Alike[]>> = {
	'use-main': [{ id: ruleId('nginx-c', 'evt-never-block'), by: 'text' }],
	'no-tier': [{ id: ruleId('nginx-c', 'mem-check-every-allocation'), by: 'title' }],
};

const CHANGED: Readonly<Record<string, string>> = {
	'evt-never-block': '2026-03-01',
	'use-main': '2026-11-02',
	'no-tier': '2025-12-31',
};

function sampleRule(sketch: RuleSketch, index: number): Rule {
	const { pack, stem } = sketch;
	const siblings = sketches.filter((one) => one.pack === pack);
	const place = siblings.indexOf(sketch);
	const neighbour = (step: number): RuleId | null => {
		const found = siblings[place + step];
		return found === undefined ? null : ruleId(pack, found.stem);
	};
	return {
		id: ruleId(pack, stem),
		pack,
		section: sketch.section,
		path: rulePath(pack, stem),
		file: `content/${pack}/rules/${stem}.md`,
		source: `${pack}/rules/${stem}.md`,
		digest: String(index).repeat(64).slice(0, 64),
		stem,
		mdx: false,
		title: sketch.title,
		impact: sketch.impact,
		impactWord: null,
		impactDescription: sketch.impactDescription ?? null,
		tags: sketch.tags,
		extra: sketch.extra ?? {},
		titlePlace: { line: 2, column: 8 },
		summary: sketch.summary,
		examples: (sketch.examples ?? []).map(
			([kind, reason]): Example => ({
				kind,
				reason: reason === '' ? null : reason,
				language: sketch.languages?.[0] ?? null,
				title: null,
				place: start,
			}),
		),
		headings: (sketch.headings ?? []).map(
			(text): Heading => ({ depth: 2, text, id: text.toLowerCase().replaceAll(' ', '-'), place: start }),
		),
		links: [],
		assets: [],
		languages: sketch.languages ?? [],
		text: `${sketch.summary} ${sketch.body.replaceAll(/<[^>]*>/g, '')}`,
		html: {
			lead: sketch.lead ?? '',
			body: sketch.body,
			titleAnchor: null,
		},
		contentHash: String(index),
		previous: neighbour(-1),
		next: neighbour(1),
		identical: stem === 'ship-small-diffs' ? [ruleId('nginx-c', 'evt-never-block')] : [],
		alike: ALIKE[stem] ?? [],
		related: stem === 'evt-never-block' ? [ruleId('web-basics', 'use-main')] : [],
		conflicts: [],
		aliases: sketch.aliases ?? [],
		codes: sketch.codes ?? [],
		standards: sketch.standards ?? [],
		deprecated: null,
		changed: CHANGED[stem] ?? null,
	};
}

function samplePack(name: string, title: string, more: Partial<Pack>): Pack {
	const own = sketches.filter((one) => one.pack === name);
	return {
		name,
		title,
		abstract: null,
		description: null,
		version: null,
		organization: null,
		technology: null,
		date: null,
		references: [],
		source: packPath(name).slice('/packs/'.length, -1),
		trusted: false,
		sections: (sections[name] ?? []).map((section) => ({
			...section,
			rules: own.filter((one) => one.section === section.slug).map((one) => ruleId(name, one.stem)),
		})),
		rules: own.map((one) => ruleId(name, one.stem)),
		...more,
	};
}

function sampleTags(rules: readonly Rule[]): readonly Tag[] {
	const byKey = new Map<string, { name: string; rules: RuleId[] }>();
	for (const rule of rules) {
		for (const name of rule.tags) {
			const tag = byKey.get(tagKey(name)) ?? { name, rules: [] };
			tag.rules.push(rule.id);
			byKey.set(tagKey(name), tag);
		}
	}
	return [...byKey].map(([key, tag]) => ({ key, slug: tagSlug(key), ...tag })).sort((a, b) => (a.key < b.key ? -1 : 1));
}

const sampleRules = sketches.map(sampleRule);

export const SAMPLE_CATALOG: Catalog = {
	packs: [
		samplePack('nginx-c', 'nginx C modules', {
			abstract: 'What a module owes to the server it lives in: memory, events, requests.',
			version: '1.2.0',
			organization: 'Example & Co',
			date: 'November 2026',
			references: [
				{ title: 'Development guide', url: 'https://nginx.org/en/docs/dev/development_guide.html' },
				{ title: 'A book on paper', url: null },
			],
		}),
		samplePack('web-basics', 'Web basics', { description: 'Small rules for every page.' }),
	],
	rules: sampleRules,
	tags: sampleTags(sampleRules),
};

/** A config for the sample; `root` and `out` are folders of the test's own. */
export function sampleConfig(root: string, more: Partial<Config> = {}): Config {
	return {
		root,
		file: null,
		text: '',
		title: 'Sample rules',
		description: 'Rules of the sample catalog.',
		content: [],
		out: `${root}/dist`,
		site: null,
		base: '/',
		trusted: [],
		packNames: {},
		rules: {},
		ownContent: true,
		editUrl: null,
		ogImages: false,
		precompress: false,
		...more,
	};
}
