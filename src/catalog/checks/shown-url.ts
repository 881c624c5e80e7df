/** An image that is written into its address may have a million signs; the first ones tell which it is. */
const SHOWN = 120;

/** An address as a message quotes it. */
export function shownUrl(url: string): string {
	return url.length <= SHOWN ? url : `${url.slice(0, SHOWN).toWellFormed()}…`;
}
