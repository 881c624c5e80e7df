import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeStage, type Stage } from '../../src/site/output/stage.ts';
import { setSiteState } from '../../src/site/state.ts';
import { compileTemplates } from '../../src/site/templates/compile.ts';
import { compileInProcess } from '../../src/site/templates/compile-process.ts';
import { sampleConfig } from '../sample-catalog.ts';

const config = sampleConfig(process.cwd(), { site: 'https://rules.example.org', base: '/docs/' });
let stage: Stage;

beforeAll(async () => {
	stage = await makeStage(config.root);
});

afterAll(() => stage.clear());

describe('templates that a process of their own compiles', () => {
	it('are those that this one compiles: what browsers load byte for byte, and as many modules', async () => {
		const [here, apart] = [join(stage.workshop, 'here'), join(stage.workshop, 'apart')];
		for (const folder of [here, apart]) mkdirSync(folder);
		setSiteState({ catalog: { packs: [], rules: [], tags: [] }, config, live: false, collected: 'compiled' });
		await compileTemplates(config, here);
		await compileInProcess(config, apart);
		const files = (folder: string): readonly string[] => globSync('**/*.*', { cwd: folder }).sort();
		const loaded = (folder: string): ReadonlyMap<string, string> =>
			new Map(files(join(folder, 'client/_astro')).map((file) => [file, textOf(join(folder, 'client/_astro', file))]));
		expect(loaded(apart)).toEqual(loaded(here));
		expect(loaded(apart).size).toBeGreaterThan(1);
		expect(files(join(apart, 'server')).length).toBe(files(join(here, 'server')).length);
		expect(files(join(apart, 'server')).length).toBeGreaterThan(1);
	});

	it('fail here with what the process failed with', async () => {
		const file = join(stage.workshop, 'file');
		writeFileSync(file, '');
		await expect(compileInProcess(config, file)).rejects.toThrow('ENOTDIR');
	});
});

function textOf(file: string): string {
	return readFileSync(file, 'latin1');
}
