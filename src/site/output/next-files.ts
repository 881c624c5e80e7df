import { hash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { NextFile } from './renew.ts';

/** All files below a folder, by their POSIX paths from it; none when the folder is not there. */
export function filesBelow(folder: string, mode: NextFile['mode']): Map<string, NextFile> {
	const files = new Map<string, NextFile>();
	if (!existsSync(folder)) return files;
	for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
		if (!entry.isFile()) continue;
		const from = join(entry.parentPath, entry.name);
		const path = relative(folder, from).split(sep).join('/');
		files.set(path, { hash: hash('sha256', readFileSync(from)), from, mode });
	}
	return files;
}
