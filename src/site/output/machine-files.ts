import { createWriteStream } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Config } from '../../domain/config.ts';
import { address } from '../../formats/addresses.ts';
import { RULES_SARIF_PATH, rulesSarif } from '../../formats/rules-sarif.ts';
import { jsonSchemas } from '../../schema/json-schema.ts';
import { packageRoot } from '../package-root.ts';
import type { SiteState } from '../state.ts';

/**
 * Writes what programs read, to `out`: the schemas of `/rules.json` and of the frontmatter, and `/rules.sarif` when the
 * config names the site, for a path alone leads nowhere from a report.
 */
export async function writeMachineFiles({ catalog, config }: SiteState, out: string): Promise<void> {
	await writeSchemas(config, out);
	const { site } = config;
	if (site === null) return;
	const text = rulesSarif(catalog, { ...config, site }, await ownVersion());
	await pipeline(Readable.from(text), createWriteStream(join(out, RULES_SARIF_PATH)));
}

async function writeSchemas(config: Config, out: string): Promise<void> {
	const urlOf = (path: string): string | null => (config.site === null ? null : address(config, path));
	for (const [path, text] of jsonSchemas(urlOf)) {
		const file = join(out, path);
		await mkdir(dirname(file), { recursive: true });
		await writeFile(file, text);
	}
}

async function ownVersion(): Promise<string> {
	const manifest: { readonly version: string } = JSON.parse(
		await readFile(join(packageRoot(), 'package.json'), 'utf8'),
	);
	return manifest.version;
}
