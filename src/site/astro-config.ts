import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AstroInlineConfig, AstroIntegration } from 'astro';
import type { Config } from '../domain/config.ts';
import rulepress, { type RulepressOptions } from './integration.ts';
import { codeFolder, packageRoot } from './package-root.ts';

/**
 * What Astro is started with when the command line starts it. The templates are those of this package, which may be one that
 * nobody may write to and that several builds use at once; `desk`, an existing folder, is where Astro writes its own files.
 */
export function astroConfig(config: Config, desk: string, options: RulepressOptions): AstroInlineConfig {
	// Astro reports its runs to its makers unless it is told not to.
	process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
	return {
		root: desk,
		srcDir: codeFolder(),
		configFile: false,
		cacheDir: join(desk, 'astro'),
		publicDir: publicFolder(config),
		logLevel: 'error',
		devToolbar: { enabled: false },
		vite: { cacheDir: join(desk, 'vite') },
		integrations: [atPackage, rulepress(options)],
	};
}

/** Astro has chosen the folder for its own files when it asks integrations; all else it does from the package. */
const atPackage: AstroIntegration = {
	name: 'rulepress-package',
	hooks: {
		'astro:config:setup': ({ updateConfig }) => {
			updateConfig({ root: pathToFileURL(join(packageRoot(), '/')) });
		},
	},
};

function publicFolder(config: Config): string {
	const own = join(config.root, 'public');
	return existsSync(own) ? own : join(packageRoot(), 'public');
}
