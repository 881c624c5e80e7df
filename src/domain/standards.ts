/** A standard's family and the part that follows it, as an address has them. */
export interface Standard {
	/** `cwe`, `cert`, `misra`, `owasp`. */
	readonly family: string;
	/** Lower case, one segment: `95`, `dcl37-c`. */
	readonly key: string;
	/** What a person reads: `CWE-95`. */
	readonly name: string;
}

/** Reads a standard in any spelling that authors and reports use (`cwe 95`, `external/cwe/cwe-095`); null for none of a known family. */
export function parseStandard(text: string): Standard | null {
	const cwe = /^(?:external\/cwe\/)?cwe[-_ :]?0*([1-9]\d*)$/i.exec(text.trim());
	return cwe === null ? null : { family: 'cwe', key: `${cwe[1]}`, name: `CWE-${cwe[1]}` };
}

/** The one spelling of a standard: `CWE-95`; null for text that names none of a known family. */
export function standardName(text: string): string | null {
	return parseStandard(text)?.name ?? null;
}

/** The site-relative address of the rules under a standard: `/d/cwe/95/`. */
export function standardPath({ family, key }: Standard): string {
	return `/d/${family}/${encodeURIComponent(key)}/`;
}
