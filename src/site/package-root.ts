import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The folder of this package: where `src/site/routes` lies, whether it is a clone or sits in another project's
 * `node_modules`, and whether this file runs as source or from a build.
 */
export function packageRoot(): string {
	let folder = dirname(fileURLToPath(import.meta.url));
	while (!existsSync(join(folder, 'package.json'))) {
		const above = dirname(folder);
		if (above === folder) throw new Error('The package that holds the site has no package.json');
		folder = above;
	}
	return folder;
}
