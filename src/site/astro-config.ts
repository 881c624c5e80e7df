import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { AstroInlineConfig } from 'astro';
import type { Config } from '../domain/config.ts';
import rulepress, { type RulepressOptions } from './integration.ts';
import { codeFolder, packageRoot } from './package-root.ts';

/**
 * What Astro is started with when the command line starts it: this package is the project, whoever's packs it shows,
 * and what Astro remembers between runs lies with those packs.
 */
export function astroConfig(config: Config, options: RulepressOptions): AstroInlineConfig {
	// Astro reports its runs to its makers unless it is told not to.
	process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
	return {
		root: packageRoot(),
		srcDir: codeFolder(),
		configFile: false,
		cacheDir: join(config.root, '.rulepress', 'astro'),
		publicDir: publicFolder(config),
		logLevel: 'error',
		devToolbar: { enabled: false },
		vite: { cacheDir: join(config.root, '.rulepress', 'vite') },
		integrations: [rulepress(options)],
	};
}

function publicFolder(config: Config): string {
	const own = join(config.root, 'public');
	return existsSync(own) ? own : join(packageRoot(), 'public');
}
