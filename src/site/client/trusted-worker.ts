import { SEARCH_WORKER } from '../../domain/site-policy.ts';

/** What TypeScript does not know of browsers yet, as far as it is needed here. */
interface TrustedTypes {
	readonly defaultPolicy: unknown;
	createPolicy(name: 'default', rules: { readonly createScriptURL: (address: string) => string | null }): unknown;
}

/**
 * Lets the search engine start its worker, and nothing else: pages forbid that text becomes a script's address, and the engine
 * has no way to be handed anything but text. Without it the engine would search on the page's own thread.
 */
export function allowSearchWorker(base: string): void {
	const { trustedTypes } = window as { readonly trustedTypes?: TrustedTypes };
	if (trustedTypes === undefined || trustedTypes.defaultPolicy !== null) return;
	const worker = new URL(base + SEARCH_WORKER, location.origin).href;
	trustedTypes.createPolicy('default', {
		createScriptURL: (address) => (new URL(address, location.href).href === worker ? worker : null),
	});
}
