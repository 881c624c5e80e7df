import { STANDARD_FAMILIES } from '../domain/code-shape.ts';

/** A segment of an id: see `idSegment`. */
const segment = '[\\p{L}\\p{N}\\p{M}_@+()~](?:[\\p{L}\\p{N}\\p{M}._@+()~-]*[\\p{L}\\p{N}\\p{M}_@+()~])?';
/** Bounded, so that an editor takes linear time over a text that does not match. */
const gap = '\\s{0,20}';
const alias = `(?:\\./)?${segment}(?:/${segment})?`;

/** Former stems and ids, with commas between them. Editors read patterns as Unicode, as the flag says here. */
export const ALIASES_PATTERN = new RegExp(`^[\\s,]*(?:${alias}(?:${gap},[\\s,]*${alias})*[\\s,]*)?$`, 'u');

/** What may stand as a key of `linters`. */
export const LINTER_KEY_PATTERN = new RegExp(`^(?!(?:${STANDARD_FAMILIES.join('|')})$)[A-Za-z0-9][A-Za-z0-9._-]*$`);
