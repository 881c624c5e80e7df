import { hiddenSigns } from './hidden-signs.ts';

/** Letters of other scripts and the Latin ones that they look like: of the table of Unicode's UTS #39 what keyboards have. */
const LETTERS: Readonly<Record<string, string>> = {
	...pairs('АВЕЅІЈКМНОРСТУХ', 'ABESIJKMHOPCTYX'),
	...pairs('аеѕіјорсухһԁԛԝӏ', 'aesijopcyxhdqwl'),
	...pairs('ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ', 'ABEZHIKMNOPTYX'),
	...pairs('αγικνορυ', 'ayiknopu'),
	...pairs('օսոհցզ', 'ounhgq'),
	...pairs('ıɑɡǀ', 'iagl'),
	...pairs('‐‑–—−', '-----'),
};

function pairs(from: string, to: string): Readonly<Record<string, string>> {
	return Object.fromEntries([...from].map((letter, index) => [letter, to.charAt(index)]));
}

/** True for a name that may look like another: it has a sign beyond ASCII. */
export function mayDeceive(name: string): boolean {
	return /[^\0-\x7f]/.test(name);
}

/** What a name looks like, in Latin letters where it has any that do: names that look alike come out the same. */
export function looksLike(name: string): string {
	const hidden = new Set(hiddenSigns(name).map(({ sign }) => sign));
	return [...name.normalize('NFKC')]
		.map((sign) => (hidden.has(sign) ? '' : (LETTERS[sign] ?? sign)))
		.join('')
		.toLowerCase();
}

/** The first sign that makes a name look like what it is not, in words: `the Cyrillic "а" (U+0430)`. */
export function deceivingSign(name: string): string {
	const [hidden] = hiddenSigns(name);
	if (hidden !== undefined) return `the sign ${hidden.label}`;
	const sign = [...name].find((one) => LETTERS[one] !== undefined || one.normalize('NFKC') !== one) ?? '';
	const script = (['Cyrillic', 'Greek', 'Armenian'] as const).find((one) => SCRIPTS[one].test(sign));
	const code = (sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
	return `the ${script === undefined ? 'sign' : `${script} letter`} "${sign}" (U+${code})`;
}

const SCRIPTS = { Cyrillic: /\p{sc=Cyrl}/u, Greek: /\p{sc=Grek}/u, Armenian: /\p{sc=Armn}/u } as const;
