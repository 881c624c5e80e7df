/**
 * What browsers may do with a site, and how long they keep what they have: one description, from which come the policy in
 * every page, the headers of `preview`, and the files that tell other hosts about them.
 */

/**
 * Where the search engine's worker lies, below the site's root. The engine starts it from an address that is text, which
 * trusted types would forbid; the policy that allows it allows this one address.
 */
export const SEARCH_WORKER = 'pagefind/pagefind-worker.js';

/**
 * What a page may load: its own files and nothing else. No inline script, no inline style, no `eval`, no third party, no
 * frames, no plugins. What is not named here falls under `default-src 'none'`.
 */
export const CONTENT_SECURITY_POLICY = [
	"default-src 'none'",
	// The search engine is WebAssembly, and browsers count compiling it as evaluating code. This lets in WebAssembly that the
	// site's own scripts compile; JavaScript made from text stays forbidden.
	"script-src 'self' 'wasm-unsafe-eval'",
	"style-src 'self'",
	"img-src 'self'",
	"connect-src 'self'",
	"worker-src 'self'",
	"base-uri 'none'",
	"form-action 'self'",
	// Text never becomes script or HTML. The default policy is the one of the search worker; no other can be made.
	"require-trusted-types-for 'script'",
	'trusted-types default',
].join('; ');

/** What a page may load that only leads to another: its looks. It has no script. */
export const REDIRECT_POLICY = [
	"default-src 'none'",
	"style-src 'self'",
	"img-src 'self'",
	"base-uri 'none'",
	"form-action 'none'",
].join('; ');

/** A page cannot say by itself who may frame it: browsers heed that in a header alone. */
const POLICY_HEADER = `${CONTENT_SECURITY_POLICY}; frame-ancestors 'none'`;

/** Images of packs are files of strangers. Opened by themselves, an SVG would be a page of the site, with its rights. */
const FOREIGN_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox";

const FEATURES = [
	'accelerometer',
	'autoplay',
	'camera',
	'display-capture',
	'encrypted-media',
	'fullscreen',
	'geolocation',
	'gyroscope',
	'hid',
	'magnetometer',
	'microphone',
	'midi',
	'payment',
	'publickey-credentials-get',
	'screen-wake-lock',
	'serial',
	'usb',
	'xr-spatial-tracking',
];

const SHARED: readonly Header[] = [
	['X-Content-Type-Options', 'nosniff'],
	// Rules link to anywhere: nobody there learns of the site, which may be known to few.
	['Referrer-Policy', 'same-origin'],
	['Permissions-Policy', FEATURES.map((feature) => `${feature}=()`).join(', ')],
	['Cross-Origin-Opener-Policy', 'same-origin'],
	['Cross-Origin-Resource-Policy', 'same-origin'],
];

const TWO_YEARS = 'max-age=63072000';

export const REVALIDATE = 'no-cache';
export const KEEP_FOR_GOOD = 'public, max-age=31536000, immutable';

export type Header = readonly [name: string, value: string];

/**
 * `page`: pages, and files whose name stays when their content changes. `hashed`: files named by their content.
 * `foreign`: files that are as a pack brought them.
 */
export type PathKind = 'page' | 'hashed' | 'foreign';

/** Folders, below the site's root, of the kinds that are not `page`. */
export const KIND_FOLDERS: Readonly<Record<Exclude<PathKind, 'page'>, readonly string[]>> = {
	hashed: ['_astro', 'pagefind/filter', 'pagefind/fragment', 'pagefind/index'],
	foreign: ['pack-files'],
};

/** The kind of the file at a site path without base and without a slash at its start. */
export function kindOf(path: string): PathKind {
	const within = (kind: Exclude<PathKind, 'page'>) =>
		KIND_FOLDERS[kind].some((folder) => path.startsWith(`${folder}/`));
	if (within('hashed')) return 'hashed';
	return within('foreign') ? 'foreign' : 'page';
}

/** The headers of the files of a kind, but for their type. Secure is a site that browsers are to ask for by https alone. */
export function headersOf(kind: PathKind, secure = false): readonly Header[] {
	return [
		['Content-Security-Policy', kind === 'foreign' ? FOREIGN_POLICY : POLICY_HEADER],
		...SHARED,
		...(secure ? [['Strict-Transport-Security', TWO_YEARS] as const] : []),
		['Cache-Control', kind === 'hashed' ? KEEP_FOR_GOOD : REVALIDATE],
	];
}
