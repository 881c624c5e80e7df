import { diagnostic } from '../../domain/diagnostics.ts';
import type { Check } from './check.ts';

/** Rules that send their reader round in a circle. */
export const replacedByCycle: Check = ({ links: { cycles } }) =>
	cycles.map(({ statement: { file, named }, chain }) => diagnostic('replaced-by-cycle', file, named.place, { chain }));
