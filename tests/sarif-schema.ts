import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import Ajv04 from 'ajv-draft-04';
import * as formats from 'ajv-formats';

const file = createRequire(import.meta.url)
	.resolve('@microsoft/jest-sarif')
	.replace(/lib[\\/].*$/, 'lib/schemas/sarif-2.1.0-rtm.5.json');

const ajv = new Ajv04({ strict: false, allErrors: true, unicodeRegExp: false });
formats.default.default(ajv);
const validate = ajv.compile(JSON.parse(readFileSync(file, 'utf8')));

/** The faults of a SARIF log by the official schema, [] for none. */
export function sarifFaults(log: unknown): readonly string[] {
	return validate(log) ? [] : (validate.errors ?? []).map((one) => `${one.instancePath} ${one.message}`);
}
