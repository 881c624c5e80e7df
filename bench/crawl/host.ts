import type { Answer } from './crawl.ts';

/** Asks a server at `address` (without a path) for paths, by HEAD, as a browser would ask. */
export function hostAt(address: string): (path: string) => Promise<Answer> {
	return async (path) => {
		const { status } = await fetch(address + path, { method: 'HEAD', redirect: 'manual' });
		if (status >= 300 && status < 400) return 'moved';
		return status === 200 ? 'found' : 'nothing';
	};
}
