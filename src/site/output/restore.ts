import { existsSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../../domain/config.ts';
import { homeOf } from './last-build.ts';
import { exclusively } from './lock.ts';
import { isIntact, readChecked } from './records.ts';
import { SPARE_RECORD, type Spare } from './spare.ts';
import { removeLeftStages } from './stage.ts';
import { previousBeside } from './swap.ts';

/**
 * Puts the last good site back when a build was killed in the moment in which neither it nor the new one was in the place of
 * `out`, and removes what killed builds have left. Resolves to whether the site was put back. An output that was removed by hand stays removed. Throws when the site is there and
 * cannot be put back.
 */
export async function restore(config: Pick<Config, 'root' | 'out'>): Promise<boolean> {
	const { out } = config;
	await removeLeftStages(config.root);
	const home = homeOf(config);
	if (existsSync(out) || (await lastSite(out, home)) === null) return false;
	// A build that is swapping at this moment is no killed one.
	return exclusively(home, async () => {
		const last = existsSync(out) ? null : await lastSite(out, home);
		if (last === null) return false;
		await rename(last, out);
		return true;
	});
}

/** Where the site lies that was taken out of its place and not replaced. */
async function lastSite(out: string, home: string): Promise<string | null> {
	if (!existsSync(home)) return null;
	const [beside] = await previousBeside(out);
	if (beside !== undefined) return beside;
	const spare = await readChecked<Spare>(join(home, SPARE_RECORD));
	// Had the swap come to its end, the new site would not lie here any more.
	if (spare === null || !existsSync(join(home, spare.incoming))) return null;
	return isIntact(join(home, spare.folder), spare.tree) ? join(home, spare.folder) : null;
}
