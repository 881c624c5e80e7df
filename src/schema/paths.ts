/** Site paths of the published schemas. The version is in the name: a field may be added to it, none taken away. */
export const CATALOG_SCHEMA_PATH = '/schema/catalog-v1.schema.json';
export const FRONTMATTER_SCHEMA_PATH = '/schema/rule-frontmatter-v1.schema.json';
