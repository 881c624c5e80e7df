import { readFileSync } from 'node:fs';

/** The folder of this package: the same two steps up from `src/cli/` and, once built, from `lib/cli/`. */
export const PACKAGE_FOLDER = new URL('../../', import.meta.url);

/** The version in package.json. */
export function packageVersion(): string {
	const text = readFileSync(new URL('package.json', PACKAGE_FOLDER), 'utf8');
	const { version } = JSON.parse(text) as { version: string };
	return version;
}
