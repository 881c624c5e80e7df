import type { Diagnostic } from '../../domain/diagnostics.ts';
import { wording } from '../../domain/diagnostics.ts';
import { rulePath, stemOf } from '../../domain/ids.ts';
import type { PackFolder } from '../../domain/source.ts';
import type { LeftOut } from '../../pipeline.ts';

/** What a page says of an error while the error is there. */
export interface Notice {
	/** `file:line:column`, or what else the error is in. */
	readonly place: string;
	readonly text: string;
}

/** The errors that keep files out, by the site path of the rule that each file is or would be. */
export function noticesByPage(
	packs: readonly PackFolder[],
	leftOut: readonly LeftOut[],
): ReadonlyMap<string, readonly Notice[]> {
	const errors = new Map(leftOut.map(({ file, diagnostics }) => [file, diagnostics.map(noticeOf)]));
	if (errors.size === 0) return new Map();
	return new Map(
		packs.flatMap(({ name, rules }) =>
			rules.flatMap(({ file, source }) => {
				const found = errors.get(file);
				return found === undefined ? [] : [[rulePath(name, stemOf(source)), found] as const];
			}),
		),
	);
}

function noticeOf(one: Diagnostic): Notice {
	const { found, expected, fix } = wording(one);
	const place = `${one.file}:${one.place.line}:${one.place.column}`;
	return { place, text: `${one.code}: ${found}; expected ${expected}. ${fix}` };
}
