import { CODE_PATTERN, STANDARD_FAMILIES } from '../domain/code-shape.ts';

/** A segment of an id: see `idSegment`. */
const segment = '[\\p{L}\\p{N}\\p{M}_@+()~](?:[\\p{L}\\p{N}\\p{M}._@+()~-]*[\\p{L}\\p{N}\\p{M}_@+()~])?';
const alias = `(?:\\./)?${segment}(?:/${segment})?`;

/** Former stems and ids, with commas between them. Editors read patterns as Unicode, as the flag says here. */
export const ALIASES_PATTERN = new RegExp(`^[\\s,]*(?:${alias}\\s*(?:,[\\s,]*${alias}\\s*)*,?\\s*)?$`, 'u');

const code = CODE_PATTERN.slice(1, -1);

/** Several codes in one text, with commas between them. */
export const CODES_PATTERN = new RegExp(`^\\s*${code}(?:\\s*,\\s*${code})+\\s*$`);

/** What may stand as a key of `linters`. */
export const LINTER_KEY_PATTERN = new RegExp(`^(?!(?:${STANDARD_FAMILIES.join('|')})$)[A-Za-z0-9][A-Za-z0-9._-]*$`);
