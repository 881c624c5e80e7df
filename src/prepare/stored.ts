import { hash, randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Reads what `writeStored` has written; null for a file that is missing, torn or changed. */
export function readStored<T>(file: string): T | null {
	try {
		const text = readFileSync(file, 'utf8');
		const begin = text.indexOf('\n') + 1;
		if (text.slice(0, begin - 1) !== hash('sha256', text.slice(begin))) return null;
		return JSON.parse(text.slice(begin)) as T;
	} catch {
		return null;
	}
}

/** Writes a value with a checksum, whole or not at all; a folder that cannot be written is passed over. */
export function writeStored(file: string, value: unknown): void {
	const text = JSON.stringify(value);
	const aside = `${file}.${randomUUID()}.tmp`;
	try {
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(aside, `${hash('sha256', text)}\n${text}`);
		renameSync(aside, file);
	} catch {
		removeIfAllowed(aside);
	}
}

/** Where nothing may be written, nothing may be removed either. */
function removeIfAllowed(file: string): void {
	try {
		rmSync(file, { force: true });
	} catch {
		// It is as good as not there: nothing reads it.
	}
}
