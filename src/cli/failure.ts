import { harmlessLines } from '../formats/one-line.ts';
import { CatalogError } from '../link/types.ts';
import { ConfigError } from '../load/config.ts';
import { ContentFolderError } from '../load/packs.ts';
import { CannotListen } from '../serve/listen.ts';
import { systemFailureText } from './system-failure.ts';

export const EXIT = { fine: 0, problems: 1, cannotRun: 2 } as const;

/** A command cannot do what it was asked to. The message says why and what to do; no stack is shown. */
export class CannotRun extends Error {
	override readonly name = 'CannotRun';
}

/** Lets a failure of the system say as well that what was published before is still there. Everything else passes as it is. */
export function siteUntouched(thrown: unknown): never {
	const said = thrown instanceof Error && !isPlain(thrown) ? systemFailureText(thrown) : null;
	if (said === null) throw thrown;
	throw new CannotRun(`${said}; the last site is untouched.`, { cause: thrown });
}

/** What to print for anything that was thrown: a plain message for what a person can repair, and a hint for the rest. */
export function failureText(thrown: unknown, debug: boolean): string {
	return harmlessLines(saidOf(thrown instanceof Error ? thrown : new Error(String(thrown)), debug));
}

function saidOf(error: Error, debug: boolean): string {
	if (debug) return `${stacksOf(error)}\n`;
	if (isPlain(error)) return `error: ${error.message}\n`;
	const said = systemFailureText(error);
	if (said !== null) return `error: ${said}.\n`;
	return `error: unexpected failure: ${reasonOf(error)} (RULEPRESS_DEBUG=1 shows where)\n`;
}

function isPlain(error: Error): boolean {
	return [CannotListen, CannotRun, CatalogError, ConfigError, ContentFolderError].some((kind) => error instanceof kind);
}

function stacksOf(error: Error): string {
	const own = error.stack ?? error.message;
	return error.cause instanceof Error ? `${own}\ncaused by ${stacksOf(error.cause)}` : own;
}

/** The first line of what it says, and of what caused it when it says nothing. */
function reasonOf(error: Error): string {
	const said = error.message.split('\n', 1)[0] ?? '';
	const cause = error.cause instanceof Error ? reasonOf(error.cause) : '';
	return said === '' ? [error.name, cause].filter(Boolean).join(': ') : said;
}
