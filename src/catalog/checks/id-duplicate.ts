import { diagnostic } from '../../domain/diagnostics.ts';
import { ruleId } from '../../domain/ids.ts';
import { FILE_START } from '../../domain/place.ts';
import type { Check } from './check.ts';

/** Two files of a pack with one stem, whatever their folders, endings and case. */
export const idDuplicate: Check = ({ packs }) =>
	packs.flatMap(({ parsed, repeated }) =>
		repeated.map(({ rule, first }) => {
			const id = ruleId(parsed.folder.name, rule.stem);
			return diagnostic('id-duplicate', rule.file, FILE_START, { id, other: first.file });
		}),
	);
