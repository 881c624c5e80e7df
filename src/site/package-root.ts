import { existsSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of this package, whether it is a clone or sits in another project's `node_modules`. */
export function packageRoot(): string {
	let folder = dirname(fileURLToPath(import.meta.url));
	while (!existsSync(join(folder, 'package.json'))) {
		const above = dirname(folder);
		if (above === folder) throw new Error('The package that holds the site has no package.json');
		folder = above;
	}
	return folder;
}

/** The folder of the code that runs: `src` in a clone, in a published package `lib`, which has the same files. */
export function codeFolder(): string {
	return fileURLToPath(new URL('..', import.meta.url));
}

/** The path of a file of `src/site/routes`, by its name there. A build turns TypeScript into JavaScript. */
export function routeFile(name: string): string {
	return join(codeFolder(), 'site/routes', name.replace(/\.ts$/, extname(import.meta.url)));
}
