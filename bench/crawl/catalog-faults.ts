import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import * as formats from 'ajv-formats';

/** What is wrong with the `rules.json` of a built site by the schema that the site itself publishes. */
export async function catalogFaults(folder: string, schema: string): Promise<readonly string[]> {
	const read = async (file: string): Promise<unknown> => JSON.parse(await readFile(join(folder, file), 'utf8'));
	const ajv = new Ajv({ strict: true, allowUnionTypes: true, allErrors: true });
	formats.default.default(ajv);
	const validate = ajv.compile((await read(schema)) as object);
	return validate(await read('rules.json'))
		? []
		: (validate.errors ?? []).map(({ instancePath, message }) => `rules.json: ${instancePath} ${message}`);
}
