import type { Linter } from '../linter.ts';
import { eslint } from './eslint.ts';

/** Every linter that this program knows. A new one is an entry here, its file, and its test. */
export const LINTERS: readonly Linter[] = [eslint];
