import type { Diagnostic } from '../domain/diagnostics.ts';
import { severityOf, wording } from '../domain/diagnostics.ts';
import type { Whereabouts } from './addresses.ts';
import { codeUrl } from './addresses.ts';

const COMMANDS = { error: 'error', warning: 'warning', info: 'notice' } as const;

/** Diagnostics as workflow commands: GitHub Actions shows each at its line of the pull request. */
export function diagnosticsGithub(diagnostics: readonly Diagnostic[], where: Whereabouts): string {
	return diagnostics.map((one) => `${command(one, where)}\n`).join('');
}

function command(one: Diagnostic, where: Whereabouts): string {
	const { found, expected, fix } = wording(one);
	const url = codeUrl(where, one.code);
	const message = [found, `Expected: ${expected}`, `Fix: ${fix}`, ...(url === null ? [] : [url])].join('\n');
	const properties = Object.entries({
		file: one.file,
		line: String(one.place.line),
		col: String(one.place.column),
		title: one.code,
	});
	const written = properties.map(([name, value]) => `${name}=${escapeProperty(value)}`).join(',');
	return `::${COMMANDS[severityOf(one.code)]} ${written}::${escapeData(message)}`;
}

/** The escapes of the runner's own toolkit: a raw line end would end the command. */
function escapeData(text: string): string {
	return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
	return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
