import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Catalog } from '../../../src/domain/rule.ts';
import { writePackFiles } from '../../../src/site/output/pack-files.ts';
import { SAMPLE_CATALOG } from '../../sample-catalog.ts';

it('publishes the images that rules show, and nothing else', async () => {
	const home = await mkdtemp(join(tmpdir(), 'rulepress-assets-'));
	await mkdir(join(home, 'content/nginx-c/images'), { recursive: true });
	for (const file of ['content/nginx-c/images/a b.PNG', 'content/nginx-c/page.html', 'content/secret.png']) {
		await writeFile(join(home, file), 'bytes');
	}
	const [first, ...others] = SAMPLE_CATALOG.rules;
	if (first === undefined) throw new Error('the sample has rules');
	const rule = {
		...first,
		file: join(home, 'content', first.source),
		assets: ['images/a b.PNG', 'page.html', '../secret.png'],
	};
	const catalog: Catalog = { ...SAMPLE_CATALOG, rules: [rule, ...others] };
	await writePackFiles(catalog, join(home, 'out'));
	expect((await readdir(join(home, 'out'), { recursive: true })).sort()).toEqual([
		'pack-files',
		'pack-files/nginx-c',
		'pack-files/nginx-c/images',
		'pack-files/nginx-c/images/a b.PNG',
	]);
	await rm(home, { recursive: true });
});
