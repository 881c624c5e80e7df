import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import type { BenchRule, Content } from '../harness/content.ts';
import { type Command, measure } from '../harness/measure.ts';
import { say } from '../harness/options.ts';
import { CACHE, manifestOf } from '../harness/project.ts';
import type { Contestant, Enter } from './contestant.ts';

const VERSIONS = { '@astrojs/starlight': '0.42.4', astro: '7.3.5', pagefind: '1.6.0', sharp: '0.35.5' };

/** Nothing of it has to run when it is installed, and this project's own settings would not let it. */
const QUIET = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock'];

/** Keys that Starlight gives a meaning, or a type, of its own. */
const ITS_OWN =
	/^(?:banner|description|draft|editUrl|head|hero|lastUpdated|next|pagefind|prev|sidebar|slug|tableOfContents|template)$/;

/** A picture with a path; Starlight stops when there is no such file. */
const RELATIVE_IMAGE = /!\[([^\]]*)\]\((?!https?:|data:)[^)]*\)/g;

/** No sidebar: one that lists all rules would be in every page, and Starlight has no other. This speaks for Starlight. */
const CONFIG = `import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';

export default defineConfig({
	cacheDir: './.kept',
	vite: { cacheDir: './.kept/vite' },
	devToolbar: { enabled: false },
	integrations: [starlight({ title: 'Rules', sidebar: [] })],
});
`;

const COLLECTION = `import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
import { defineCollection } from 'astro:content';

export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`;

export const enterStarlight: Enter = async (content, folder) => {
	const modules = join(folder, 'node_modules');
	await mkdir(join(folder, 'src'), { recursive: true });
	// A copy: below the cache's own `node_modules`, Vite would take the pages for a package, and it sees through links.
	await measure({ program: 'cp', args: ['-a', await install(), modules], folder });
	// Astro bundles what it finds here.
	await writeFile(
		join(folder, 'package.json'),
		JSON.stringify({ type: 'module', private: true, dependencies: VERSIONS }),
	);
	await writeFile(join(folder, 'astro.config.mjs'), CONFIG);
	await writeFile(join(folder, 'src/content.config.ts'), COLLECTION);
	const docs = join(folder, 'src/content/docs');
	await layOut(content, docs);
	const astro = (...args: string[]): Command => ({
		program: process.execPath,
		args: [join(modules, 'astro/bin/astro.mjs'), ...args],
		folder,
		env: { ASTRO_TELEMETRY_DISABLED: '1', ASTRO_DEV_BACKGROUND: '0', NODE_OPTIONS: '--max-old-space-size=12288' },
	});
	const version = async (name: string) => (await manifestOf(join(modules, name))).version;
	return {
		name: 'Starlight',
		version: `Starlight ${await version('@astrojs/starlight')}, Astro ${await version('astro')}, Pagefind ${await version('pagefind')}`,
		out: join(folder, 'dist'),
		build: astro('build'),
		dev: (port) => astro('dev', '--port', String(port), '--host', '127.0.0.1'),
		forget: async () => {
			for (const kept of ['dist', '.kept', '.astro']) await rm(join(folder, kept), { recursive: true, force: true });
		},
		file: (rule) => join(docs, pathOf(rule)),
		page: ({ pack, stem }) => `${pack}/${stem}/`,
	} satisfies Contestant;
};

/** The folder of its modules, in the cache; installed when it is not there. Throws what npm says when it fails. */
async function install(): Promise<string> {
	const folder = join(CACHE, `starlight-${VERSIONS['@astrojs/starlight']}-${VERSIONS.astro}`);
	const modules = join(folder, 'node_modules');
	if (existsSync(join(modules, '@astrojs/starlight'))) return modules;
	say('Installing Starlight');
	await mkdir(folder, { recursive: true });
	await writeFile(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies: VERSIONS }));
	await measure({ program: 'npm', args: ['install', ...QUIET], folder });
	return modules;
}

async function layOut({ rules }: Content, docs: string): Promise<void> {
	await mkdir(docs, { recursive: true });
	await writeFile(join(docs, 'index.md'), '---\ntitle: Rules\n---\n\nRules of all packs.\n');
	for (const rule of rules) {
		const file = join(docs, pathOf(rule));
		await mkdir(dirname(file), { recursive: true });
		await writeFile(file, starlightText(rule));
	}
}

function pathOf({ pack, stem }: BenchRule): string {
	return join(pack, `${stem}.md`);
}

/** A rule as Starlight takes it: its own keys left out, pictures that are not there replaced by their texts. */
export function starlightText({ frontmatter, body }: BenchRule): string {
	const keys = Object.entries(frontmatter).filter(([key]) => !ITS_OWN.test(key));
	return `---\n${stringify(Object.fromEntries(keys), { defaultKeyType: 'PLAIN', defaultStringType: 'QUOTE_DOUBLE' })}---\n\n${body.replace(RELATIVE_IMAGE, '$1')}`;
}
