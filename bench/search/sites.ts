import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as pagefind from 'pagefind';

const run = promisify(execFile);
const ROOT = join(import.meta.dirname, '..', '..');

/** Where the plain index lies on the site; nothing of the site itself is there. */
export const PLAIN_INDEX = 'plain-pagefind';

/** Builds the site of a content folder as a reader of the docs would. Throws what the build says when it fails. */
export async function buildSite(content: string, out: string): Promise<void> {
	const command = [join(ROOT, 'bin', 'rulepress.mjs'), 'build', content, '--skip-invalid', '--out', out];
	await run(process.execPath, command, { cwd: ROOT, maxBuffer: 1 << 28 });
}

/**
 * Indexes the built rule pages with Pagefind as it comes: no options, no filters, no weights, no records of our own. Pages
 * that only list rules are left out, which flatters the defaults. Throws when Pagefind cannot.
 */
export async function buildPlainIndex(site: string): Promise<void> {
	const { index, errors } = await pagefind.createIndex({});
	if (index === undefined) throw new Error(errors.join('; '));
	const added = await index.addDirectory({ path: site, glob: 'rules/*/*/index.html' });
	const written = await index.writeFiles({ outputPath: join(site, PLAIN_INDEX) });
	await pagefind.close();
	const problems = [...added.errors, ...written.errors];
	if (problems.length > 0) throw new Error(problems.join('; '));
}
