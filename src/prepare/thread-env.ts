import { getCompileCacheDir } from 'node:module';
import { dirname } from 'node:path';

/** The environment of a thread or process that is to find the code that Node has compiled before: it does not look for it by itself. */
export function threadEnv(): NodeJS.ProcessEnv {
	const code = getCompileCacheDir();
	return code === undefined ? process.env : { ...process.env, NODE_COMPILE_CACHE: dirname(code) };
}
