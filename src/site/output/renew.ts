import {
	copyFileSync,
	existsSync,
	linkSync,
	mkdirSync,
	readFileSync,
	renameSync,
	rmdirSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { TreeRecord } from './records.ts';

/** A file of the site to be. */
export interface NextFile {
	/** SHA-256 of its bytes, hexadecimal. */
	readonly hash: string;
	/** Where its bytes lie now. */
	readonly from: string;
	/** `move`: they are needed nowhere else; `link`: they are never written to; `copy`: they are somebody else's. */
	readonly mode: 'move' | 'link' | 'copy';
}

/**
 * Makes `folder`, which holds exactly the files of `held`, hold exactly the files of `next`: what is the same stays, what is
 * new is put there, what is gone is removed, folders that are left empty too. Takes as long as there is to change.
 */
export function renewFolder(folder: string, held: TreeRecord['files'], next: ReadonlyMap<string, NextFile>): void {
	const folders = new Set<string>();
	for (const path of Object.keys(held)) {
		if (next.has(path)) folders.add(dirname(join(folder, path)));
		else remove(folder, path);
	}
	for (const [path, file] of next) {
		const known = Object.hasOwn(held, path) ? held[path] : undefined;
		if (known?.hash === file.hash) continue;
		const target = join(folder, path);
		// A file that gives way to another is taken out, not overwritten: its bytes may belong to the published site as well.
		if (known !== undefined) rmSync(target);
		makeFolder(dirname(target), folders);
		put(file, target);
	}
}

/** Makes a folder and those above it; `made` spares asking for what is there. */
function makeFolder(folder: string, made: Set<string>): void {
	if (made.has(folder)) return;
	made.add(folder);
	if (existsSync(folder)) return;
	makeFolder(dirname(folder), made);
	mkdirSync(folder);
}

/** Copies where a disk has no links, or the file lies on another one. */
function put({ from, mode }: NextFile, target: string): void {
	try {
		if (mode === 'move') renameSync(from, target);
		else if (mode === 'link') linkSync(from, target);
		// Copies are small; reading and writing them takes half as long as asking the system to copy.
		else writeFileSync(target, readFileSync(from));
	} catch {
		copyFileSync(from, target);
	}
}

function remove(folder: string, path: string): void {
	rmSync(join(folder, path), { force: true });
	for (let home = dirname(path); home !== '.'; home = dirname(home)) {
		try {
			rmdirSync(join(folder, home));
		} catch {
			return;
		}
	}
}
