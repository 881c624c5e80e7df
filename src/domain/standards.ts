/** A standard's family and the part that follows it, as an address has them. */
export interface Standard {
	/** `cwe`, `cert`, `misra`, `owasp`. */
	readonly family: string;
	/** Lower case, one segment: `95`, `dcl37-c`. */
	readonly key: string;
	/** What a person reads: `CWE-95`. */
	readonly name: string;
}

/** Reads a family's spellings, without the tag that code scanning puts before them (`external/cwe/`). */
type Reader = (text: string) => Standard | null;

/** Reads a standard in any spelling that authors and reports use (`cwe 95`, `external/cwe/cwe-095`); null for none of a known family. */
export function parseStandard(text: string): Standard | null {
	const bare = text.trim().replace(/^external\/[a-z]+\//i, '');
	for (const read of READERS) {
		const found = read(bare);
		if (found !== null) return found;
	}
	return null;
}

/** `CWE-95`, `cwe 095`, `CWE:95`. */
const cwe: Reader = (text) => {
	const number = /^cwe[-_ :]?0*([1-9]\d{0,6})$/i.exec(text)?.[1];
	return number === undefined ? null : { family: 'cwe', key: number, name: `CWE-${number}` };
};

/** `CERT-DCL37-C`, `cert-dcl37-c`, `DCL37-C`, `CERT C++ ERR58-CPP`: three letters, two digits, the language. */
const cert: Reader = (text) => {
	const rule = /^(?:(?:sei[-_ ])?cert[-_ :]*(?:(?:c\+\+|c|cpp|java|pl)[-_ :]+)?)?([a-z]{3}\d{2}-(?:cpp|c|j|pl))$/i.exec(
		text,
	)?.[1];
	return rule === undefined ? null : { family: 'cert', key: rule.toLowerCase(), name: `CERT-${rule.toUpperCase()}` };
};

/** `MISRA-C:2012-21.3`, `MISRA C++:2008 Rule 5-0-3`, `MISRA-C-2012 Rule 21.3`, `misra-c2012-21.3`, `MISRA C:2012 Dir 4.1`. */
const misra: Reader = (text) => {
	const [, language, year, kind = '', number] =
		/^misra[-_ ]?(c\+\+|cpp|c)[-_ :]?((?:19|20)\d{2})[-_ :]*(?:(rule|directive|dir)[-_ .:]*)?(\d{1,2}(?:[.-]\d{1,2}){1,2})$/i.exec(
			text,
		) ?? [];
	if (language === undefined || year === undefined || number === undefined) return null;
	const isC = language.toLowerCase() === 'c';
	const directive = /^d/i.test(kind);
	return {
		family: 'misra',
		key: `${isC ? 'c' : 'cpp'}-${year}-${directive ? 'dir-' : ''}${number}`,
		name: `MISRA ${isC ? 'C' : 'C++'}:${year} ${directive ? 'Dir' : 'Rule'} ${number}`,
	};
};

/** `OWASP-A03:2021`, `A03:2021`, `owasp-a03`, `OWASP Top 10 2021 A3`: of the list of a year, or of none. */
const owasp: Reader = (text) => {
	const [, before, number, after] =
		/^(?:owasp[-_ :]*)?(?:top[-_ ]?10[-_ :]*)?(?:((?:20)\d{2})[-_ :]*)?a0?(10|[1-9])(?:[-_ :]*(20\d{2}))?$/i.exec(
			text,
		) ?? [];
	const year = before ?? after;
	// `A3` alone is any program's error number.
	if (number === undefined || (year === undefined && !/^owasp/i.test(text))) return null;
	const item = number.padStart(2, '0');
	return {
		family: 'owasp',
		key: year === undefined ? `a${item}` : `a${item}-${year}`,
		name: year === undefined ? `OWASP-A${item}` : `OWASP-A${item}:${year}`,
	};
};

const READERS: readonly Reader[] = [cwe, cert, misra, owasp];

/** The one spelling of a standard: `CWE-95`; null for text that names none of a known family. */
export function standardName(text: string): string | null {
	return parseStandard(text)?.name ?? null;
}

/** The site-relative address of the rules under a standard: `/d/cwe/95/`. */
export function standardPath({ family, key }: Standard): string {
	return `/d/${family}/${encodeURIComponent(key)}/`;
}

/** The standard's own page; null where its address does not follow from the name. */
export function standardPage({ family, key }: Standard): string | null {
	return family === 'cwe' ? `https://cwe.mitre.org/data/definitions/${key}.html` : null;
}
