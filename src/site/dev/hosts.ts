import { isIP } from 'node:net';

/**
 * Whether a request's `Host` may ask this server. A stranger's page cannot read another host's answers, but it can have its
 * own name lead to this machine: so only names that cannot be a stranger's are answered, and the one that was asked for.
 */
export function isKnownHost(header: string | undefined, listens: string): boolean {
	if (header === undefined) return true;
	const name = header
		.replace(/:\d+$/, '')
		.replace(/^\[(.*)\]$/, '$1')
		.toLowerCase();
	return name === 'localhost' || name.endsWith('.localhost') || name === listens.toLowerCase() || isIP(name) !== 0;
}
