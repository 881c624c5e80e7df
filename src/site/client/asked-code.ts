/** A linter, or a family of standards, whose codes have pages: its segment of the address, and what a person reads. */
export type KnownGroup = readonly [name: string, title: string, kind: 'code' | 'standard'];

/** What an address below `/d/` asked for. */
export interface AskedCode {
	/** Its segment of the address, lower case. */
	readonly group: string;
	/** '' when the address names none. */
	readonly code: string;
}

/** Reads the path of a page that is not there: `/docs/d/eslint/no-foo/` asks for `no-foo` of `eslint`. Null for other addresses. */
export function readAskedCode(path: string, base: string): AskedCode | null {
	if (!path.startsWith(`${base}d/`)) return null;
	const segments = path.slice(`${base}d/`.length).split('/').map(decoded);
	const named = segments.filter(
		(segment, i) => segment !== '' && (i < segments.length - 1 || segment !== 'index.html'),
	);
	const [group, ...code] = named;
	return group === undefined ? null : { group: group.toLowerCase(), code: code.join('/') };
}

/** That there is no such page, as a sentence; `known` is what is known of its group. */
export function missingCodeWords({ group, code }: AskedCode, known: KnownGroup | undefined): string {
	const title = known?.[1] ?? group;
	if (known?.[2] === 'standard') return `No rule stands under ${title} ${code}.`;
	return code === '' ? `No rule explains a code of ${title}.` : `No rule explains ${title} ${code}.`;
}

/** The same address in lower case, which every code has too; null when there is no other. */
export function lowerCaseTwin(path: string, base: string): string | null {
	const inside = path.slice(base.length);
	try {
		const lower = encodeURI(decodeURI(inside).toLowerCase());
		return lower === encodeURI(decodeURI(inside)) ? null : base + lower;
	} catch {
		return null;
	}
}

function decoded(segment: string): string {
	try {
		return decodeURIComponent(segment);
	} catch {
		return segment;
	}
}
