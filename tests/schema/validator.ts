import { Ajv } from 'ajv';
import * as formats from 'ajv-formats';
import { jsonSchemas } from '../../src/schema/json-schema.ts';

/** Validates by a schema as it is published, with a validator that is not ours. Gives the faults, [] for none. */
export function validatorOf(path: string): (value: unknown) => readonly string[] {
	const ajv = new Ajv({ strict: true, allowUnionTypes: true, allErrors: true });
	formats.default.default(ajv);
	const validate = ajv.compile(JSON.parse(jsonSchemas(() => null).get(path) ?? 'false'));
	return (value) => (validate(value) ? [] : (validate.errors ?? []).map((one) => `${one.instancePath} ${one.message}`));
}
