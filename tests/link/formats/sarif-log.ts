import { readFileSync } from 'node:fs';
import Ajv04 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import type { LinkCatalog } from '../../../src/link/catalog.ts';
import { makeLinkCatalog } from '../../../src/link/catalog.ts';
import { sarif } from '../../../src/link/formats/sarif.ts';
import type { LinkResult } from '../../../src/link/link-report.ts';
import { linkReport } from '../../../src/link/link-report.ts';
import { reportOf } from '../report.ts';

export const SITE = 'https://rules.example.org/docs/';

/** A catalog with one rule for each entry: id → linters and standards. */
export function sarifCatalog(site = SITE): LinkCatalog {
	const rule = (
		id: string,
		linters: Readonly<Record<string, readonly string[]>>,
		standards: readonly string[] = [],
	) => ({
		...{ id, linters, standards, impact: null, impactDescription: null, tags: [], aliases: [] },
		title: `About ${id}`,
		url: pageOf(id, site),
		summary: `What *${id}* asks for.`,
	});
	return makeLinkCatalog('Example rules', site, [
		rule('p/eval', { eslint: ['no-eval', 'shared'], 'some-tool': ['A/b', 'deep'] }),
		rule('p/shared', { eslint: ['shared'] }),
		rule('p/injection', {}, ['CWE-94']),
	]);
}

export function pageOf(id: string, site = SITE): string {
	return `${site}rules/${id}/`;
}

export interface LinkedLog {
	readonly text: string;
	readonly result: LinkResult;
}

/** Links SARIF text, which comes in small pieces. */
export async function linkSarif(
	text: string,
	{ catalog = sarifCatalog(), repair = false, taxonomy = false, tool = null as string | null } = {},
): Promise<LinkedLog> {
	const parts: Uint8Array[] = [];
	const result = await linkReport(reportOf(text, 'report.sarif', 61), {
		...{ catalog, tool, repair, taxonomy, hyperlinks: false, format: sarif },
		write: async (chunk) => {
			parts.push(chunk);
		},
	});
	return { text: Buffer.concat(parts).toString('utf8'), result };
}

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type JsonRecord = { readonly [key: string]: Json };

/** A log of runs; each the driver (or the whole tool) and its results. */
export function log(...runs: readonly { readonly tool: Json; readonly results?: Json }[]): string {
	return JSON.stringify({ $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs }, null, 2);
}

/** One run of ESLint with these descriptors and results. */
export function eslintLog(rules: Json, results: readonly string[] = []): string {
	return log({
		tool: { driver: { name: 'ESLint', rules } },
		results: results.map((ruleId) => ({ ruleId, message: { text: 'm' } })),
	});
}

/** The descriptors of the first run's driver. */
export function rulesOf(text: string): readonly JsonRecord[] {
	return JSON.parse(text).runs[0].tool.driver.rules;
}

// One pattern of the schema is none with the `u` flag.
const ajv = new Ajv04({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats(ajv);
const validate = ajv.compile(
	JSON.parse(readFileSync('node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json', 'utf8')),
);

/** What the official schema finds wrong with a SARIF text. */
export function faultsOf(text: string): readonly string[] {
	validate(JSON.parse(text));
	return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
