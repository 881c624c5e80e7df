import type { Diagnostic, DiagnosticCode } from '../domain/diagnostics.ts';
import { CODES_PACK, DIAGNOSTIC_CODES, severityOf, titleOf, wording } from '../domain/diagnostics.ts';
import { packPath } from '../domain/ids.ts';
import type { Whereabouts } from './addresses.ts';
import { address, codeUrl } from './addresses.ts';
import { SARIF_SCHEMA } from './sarif-schema.ts';

const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const;

/** Diagnostics as a SARIF 2.1.0 log with one run, which code scanning and editors read. `version` is that of this program. */
export function diagnosticsSarif(diagnostics: readonly Diagnostic[], where: Whereabouts, version: string): string {
	const log = {
		$schema: SARIF_SCHEMA,
		version: '2.1.0',
		runs: [
			{
				tool: {
					driver: {
						name: 'Rulepress',
						semanticVersion: version,
						...(where.site !== null && { informationUri: address(where, packPath(CODES_PACK)) }),
						rules: DIAGNOSTIC_CODES.map((code) => descriptor(code, where)),
					},
				},
				columnKind: 'utf16CodeUnits',
				results: diagnostics.map(result),
			},
		],
	};
	return `${JSON.stringify(log, null, '\t')}\n`;
}

/** GitHub shows `help` and passes over `helpUri`; other viewers link `helpUri`, which has to be a whole URL. */
function descriptor(code: DiagnosticCode, where: Whereabouts) {
	const title = `${titleOf(code)}.`;
	const url = codeUrl(where, code);
	const explain = `Run "rulepress explain ${code}" to read what it means and how to repair it.`;
	return {
		id: code,
		shortDescription: { text: title },
		fullDescription: { text: title },
		...(url !== null && { helpUri: url }),
		help:
			url === null
				? { text: `${title} ${explain}` }
				: { text: `${title} See ${url}`, markdown: `${title} [What it means and how to repair it](${url})` },
		defaultConfiguration: { level: LEVELS[severityOf(code)] },
	};
}

function result(one: Diagnostic) {
	const { found, expected, fix } = wording(one);
	return {
		ruleId: one.code,
		ruleIndex: DIAGNOSTIC_CODES.indexOf(one.code),
		level: LEVELS[severityOf(one.code)],
		message: { text: `${found}. Expected: ${expected}. Fix: ${fix}.` },
		locations: [
			{
				physicalLocation: {
					artifactLocation: { uri: fileUri(one.file) },
					region: { startLine: one.place.line, startColumn: one.place.column },
				},
			},
		],
	};
}

/** A POSIX or Windows path as a URI: relative paths stay relative, absolute ones become `file:` URIs. An address stays. */
function fileUri(file: string): string {
	if (/^https?:\/\//i.test(file) && URL.canParse(file)) return new URL(file).href;
	const path = file.replaceAll('\\', '/');
	const encoded = path.split('/').map(encodeURIComponent).join('/');
	if (path.startsWith('/')) return `file://${encoded}`;
	return /^[a-z]:\//i.test(path) ? `file:///${encoded.replace('%3A', ':')}` : encoded;
}
