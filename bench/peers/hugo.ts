import { existsSync } from 'node:fs';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { type BenchRule, type Content, tagsOf } from '../harness/content.ts';
import { type Command, measure } from '../harness/measure.ts';
import { say } from '../harness/options.ts';
import { CACHE, manifestOf, ROOT } from '../harness/project.ts';
import type { Contestant, Enter } from './contestant.ts';

const CONFIG = `baseURL = 'https://example.org/'
title = 'Rules'
disableKinds = ['RSS', 'sitemap', 'robotsTXT', '404']
[taxonomies]
tag = 'tags'
[markup.highlight]
noClasses = false
`;

/** As little as a page of rules can have: no style, no script. This speaks for Hugo. */
const TEMPLATES: Readonly<Record<string, string>> = {
	'baseof.html': `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>{{ .Title }}</title></head>
<body>{{ block "main" . }}{{ end }}</body>
</html>
`,
	'single.html': `{{ define "main" }}<main data-pagefind-body>
<h1>{{ .Title }}</h1>
<p>{{ .Params.impact }} {{ .Params.impactDescription }}</p>
<ul>{{ range .GetTerms "tags" }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>
{{ .Content }}
</main>{{ end }}
`,
	'list.html': `{{ define "main" }}<h1>{{ .Title }}</h1>
<ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>{{ end }}
`,
};

/** A program with what it needs to run. */
interface Program {
	readonly path: string;
	readonly env: Readonly<Record<string, string>>;
}

/** Hugo with a bare template, a page for every tag, and Pagefind by its command line. */
export const enterHugo: Enter = async (content, folder) => {
	const hugo = await findHugo();
	const pagefind = join(ROOT, 'node_modules/pagefind');
	await mkdir(join(folder, 'layouts/_default'), { recursive: true });
	await writeFile(join(folder, 'config.toml'), CONFIG);
	for (const [name, text] of Object.entries(TEMPLATES)) await writeFile(join(folder, 'layouts/_default', name), text);
	const pages = join(folder, 'content/rules');
	await layOut(content, pages);
	const script =
		'set -e; hugo="$1"; node="$2"; pagefind="$3"; "$hugo" --quiet; "$node" "$pagefind" --site public --quiet';
	const out = join(folder, 'public');
	const version = /v([\d.]+)/.exec((await measure(command(hugo, ['version'], folder))).output)?.[1] ?? '?';
	return {
		name: 'Hugo + Pagefind',
		version: `Hugo ${version}, Pagefind ${(await manifestOf(pagefind)).version}`,
		out,
		build: {
			program: 'bash',
			args: ['-c', script, 'bench', hugo.path, process.execPath, join(pagefind, 'lib/runner/bin.cjs')],
			folder,
			env: { ...hugo.env, HUGO_CACHEDIR: join(folder, '.kept') },
		},
		dev: null,
		forget: async () => {
			for (const kept of ['public', 'resources', '.kept', '.hugo_build.lock'])
				await rm(join(folder, kept), { recursive: true, force: true });
		},
		file: (rule) => join(pages, pathOf(rule)),
		page: ({ pack, stem }) => `rules/${pack}/${stem}/`,
	} satisfies Contestant;
};

function command({ path, env }: Program, args: readonly string[], folder: string): Command {
	return { program: path, args, folder, env };
}

/** The machine's Hugo, or Debian's, unpacked into the cache without being installed. Throws with what to do when neither works. */
async function findHugo(): Promise<Program> {
	const here = (process.env['PATH'] ?? '').split(':').find((folder) => existsSync(join(folder, 'hugo')));
	if (here !== undefined) return { path: join(here, 'hugo'), env: {} };
	const folder = join(CACHE, 'hugo');
	const root = join(folder, 'root');
	const path = join(root, 'usr/bin/hugo');
	if (!existsSync(path)) await unpackHugo(folder);
	const libraries = (await readdir(join(root, 'usr/lib'))).map((name) => join(root, 'usr/lib', name)).join(':');
	return { path, env: { LD_LIBRARY_PATH: libraries } };
}

async function unpackHugo(folder: string): Promise<void> {
	say('Unpacking Hugo');
	await mkdir(folder, { recursive: true });
	const script = 'set -e; apt-get download hugo libsass1 libwebp7; for one in *.deb; do dpkg-deb -x "$one" root; done';
	try {
		await measure({ program: 'bash', args: ['-c', script], folder });
	} catch (cause) {
		throw new Error('There is no hugo. Install it (https://gohugo.io/installation/) so that it is in PATH', { cause });
	}
}

async function layOut({ rules }: Content, pages: string): Promise<void> {
	for (const rule of rules) {
		const file = join(pages, pathOf(rule));
		await mkdir(dirname(file), { recursive: true });
		await writeFile(file, hugoText(rule));
	}
}

function pathOf({ pack, stem }: BenchRule): string {
	return join(pack, `${stem}.md`);
}

/** A rule as Hugo takes it: tags as a list, and nothing that looks like one of its shortcodes. */
export function hugoText(rule: BenchRule): string {
	const { title, impact, impactDescription } = rule.frontmatter;
	const keys = { title, impact, impactDescription, tags: tagsOf(rule) };
	return `---\n${stringify(keys, { defaultKeyType: 'PLAIN', defaultStringType: 'QUOTE_DOUBLE' })}---\n\n${rule.body.replace(/\{\{(?=[<%])/g, '{ {')}`;
}
