// Run after every change of src/schema/: npm run schemas
//
// Writes the JSON Schemas that the package ships to schema/, without an address of their own: a site publishes its own copies.
import { mkdirSync, writeFileSync } from 'node:fs';
import { jsonSchemas } from '../src/schema/json-schema.ts';

const root = new URL('../', import.meta.url);
mkdirSync(new URL('schema/', root), { recursive: true });
for (const [path, text] of jsonSchemas(() => null)) {
	writeFileSync(new URL(path.slice(1), root), text);
	console.log(path.slice(1));
}
