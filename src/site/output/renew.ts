import { hash } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { FileRecord } from './records.ts';

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
 * Returns the files that were put there or removed, each with the hash of what lies there now: a file that is copied may
 * have changed since it was looked at.
 */
export function renewFolder(
	folder: string,
	held: Readonly<Record<string, Pick<FileRecord, 'hash'>>>,
	next: ReadonlyMap<string, NextFile>,
): ReadonlyMap<string, string | null> {
	const changed = new Map<string, string | null>();
	const folders = new Set<string>();
	for (const path of Object.keys(held)) {
		if (next.has(path)) folders.add(dirname(join(folder, path)));
		else {
			remove(folder, path);
			changed.set(path, null);
		}
	}
	for (const [path, file] of next) {
		const known = Object.hasOwn(held, path) ? held[path] : undefined;
		if (known?.hash === file.hash) continue;
		const target = join(folder, path);
		// A file that gives way to another is taken out, not overwritten: its bytes may belong to the published site as well.
		if (known !== undefined) rmSync(target);
		makeFolder(dirname(target), folders);
		changed.set(path, put(file, target));
	}
	return changed;
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
function put({ from, mode, hash: sum }: NextFile, target: string): string {
	// Copies are small; reading and writing them takes half as long as asking the system to copy.
	if (mode === 'copy') return copy(from, target);
	try {
		if (mode === 'move') renameSync(from, target);
		else linkSync(from, target);
		return sum;
	} catch {
		return copy(from, target);
	}
}

function copy(from: string, target: string): string {
	const bytes = readFileSync(from);
	writeFileSync(target, bytes);
	return hash('sha256', bytes);
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
