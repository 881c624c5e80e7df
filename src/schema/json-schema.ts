import { z } from 'zod';
import { catalogSchema } from './catalog.ts';
import { frontmatterSchema } from './frontmatter.ts';
import { CATALOG_SCHEMA_PATH, FRONTMATTER_SCHEMA_PATH } from './paths.ts';

/**
 * Site path → text of every schema that is published, as JSON Schema draft-07, which editors and validators read alike.
 * `urlOf` tells the whole address of a path, which becomes the schema's `$id`; null for none.
 */
export function jsonSchemas(urlOf: (path: string) => string | null): ReadonlyMap<string, string> {
	const schemas = [
		[CATALOG_SCHEMA_PATH, catalogSchema],
		[FRONTMATTER_SCHEMA_PATH, frontmatterSchema],
	] as const;
	return new Map(schemas.map(([path, schema]) => [path, jsonSchema(schema, urlOf(path))]));
}

/** Fields that a schema does not name are allowed, so that a reader of version 1 takes what a later program adds. */
function jsonSchema(schema: z.ZodType, id: string | null): string {
	const { $schema, ...rest } = z.toJSONSchema(schema, { target: 'draft-7', io: 'input' });
	return `${JSON.stringify({ $schema, ...(id === null ? {} : { $id: id }), ...rest }, null, '\t')}\n`;
}
