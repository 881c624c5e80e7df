import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { jsonSchemas } from '../../src/schema/json-schema.ts';

const ROOT = join(import.meta.dirname, '../..');
const schemas = [...jsonSchemas(() => null)];

interface JsonSchema {
	readonly title?: string;
	readonly description?: string;
	readonly properties?: Readonly<Record<string, JsonSchema>>;
	readonly items?: JsonSchema;
	readonly anyOf?: readonly JsonSchema[];
}

/** Every field of a schema, however deep, by its path. */
function fieldsOf(schema: JsonSchema, path = ''): readonly (readonly [path: string, field: JsonSchema])[] {
	const own = Object.entries(schema.properties ?? {}).map(([name, field]) => [`${path}/${name}`, field] as const);
	const below = [...(schema.items === undefined ? [] : [schema.items]), ...(schema.anyOf ?? [])];
	return [
		...own,
		...own.flatMap(([at, field]) => fieldsOf(field, at)),
		...below.flatMap((field) => fieldsOf(field, path)),
	];
}

test.each(schemas)('%s of the package is as the program makes it: npm run schemas', (path, text) => {
	expect(readFileSync(join(ROOT, path), 'utf8')).toBe(text);
});

test('the package holds no other schema', () => {
	expect(readdirSync(join(ROOT, 'schema')).map((name) => `/schema/${name}`)).toEqual(
		schemas.map(([path]) => path).sort(),
	);
});

describe.each(schemas)('%s', (path, text) => {
	const schema: JsonSchema & Readonly<Record<string, unknown>> = JSON.parse(text);

	test('is draft-07 and says what it is', () => {
		expect(schema['$schema']).toBe('http://json-schema.org/draft-07/schema#');
		expect(schema).toMatchObject({ title: expect.stringContaining('version 1'), description: expect.any(String) });
	});

	test('says of every field what an editor shows', () => {
		const fields = fieldsOf(schema);
		expect(fields.length).toBeGreaterThan(10);
		expect(fields.filter(([, { title, description }]) => !title || !description).map(([at]) => at)).toEqual([]);
	});

	test('has its own address as its id, and none where no site is known', () => {
		const made = jsonSchemas((at) => `https://rules.example.org/docs${at}`).get(path) ?? '';
		expect(JSON.parse(made)['$id']).toBe(`https://rules.example.org/docs${path}`);
		expect(schema).not.toHaveProperty('$id');
	});
});
