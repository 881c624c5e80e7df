import { get as httpGet, type IncomingHttpHeaders } from 'node:http';
import { text } from 'node:stream/consumers';

export interface Answer {
	readonly status: number | undefined;
	readonly headers: IncomingHttpHeaders;
	readonly body: string;
}

/** Asks for a path as it is written. */
export function get(site: string, path: string, headers: IncomingHttpHeaders = {}): Promise<Answer> {
	const { hostname, port } = new URL(site);
	return new Promise((resolve, reject) => {
		httpGet({ hostname, port, path, headers }, (response) => {
			text(response).then((body) => resolve({ status: response.statusCode, headers: response.headers, body }), reject);
		}).on('error', reject);
	});
}

export interface OpenPage {
	/** The next event of this name; those that came before it was asked for count as well. */
	readonly next: (event: string) => Promise<string>;
	readonly close: () => void;
}

/** Loads a page and listens, as the script on it does. */
export async function openPage(site: string, path: string): Promise<OpenPage> {
	const { body } = await get(site, path);
	const [, source = '', tag = ''] = /<script src="([^"]*live\.js)" data-tag="([^"]*)">/.exec(body) ?? [];
	const events = new URL('events', new URL(source, site));
	events.searchParams.set('page', path);
	events.searchParams.set('tag', tag);
	const heard: { readonly event: string; readonly data: string }[] = [];
	let wake = (): void => {};
	const request = httpGet(events, (response) => {
		let rest = '';
		response.setEncoding('utf8');
		response.on('data', (chunk: string) => {
			const blocks = (rest + chunk).split('\n\n');
			rest = blocks.pop() ?? '';
			for (const block of blocks) {
				const [, event, data] = /^event: (.*)\ndata: (.*)$/.exec(block) ?? [];
				if (event !== undefined && data !== undefined) heard.push({ event, data });
			}
			wake();
		});
		response.on('error', () => {});
	});
	request.on('error', () => {});
	return {
		next: async (event) => {
			for (;;) {
				const at = heard.findIndex((one) => one.event === event);
				const [found] = at === -1 ? [] : heard.splice(0, at + 1).slice(-1);
				if (found !== undefined) return found.data;
				await new Promise<void>((resolve) => {
					wake = resolve;
				});
			}
		},
		close: () => request.destroy(),
	};
}
