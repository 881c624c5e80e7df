import type { ServerResponse } from 'node:http';
import type { Notice } from './notices.ts';

/** What a page of the site is now. */
export interface PageNow {
	/** Another one for other bytes. */
	readonly tag: string;
	/** What is wrong that concerns the page. */
	readonly notices: readonly Notice[];
}

/** The browsers that have a page open. */
export interface Readers {
	/** Keeps the connection of a browser that shows a page in the state that `tag` names. */
	readonly add: (response: ServerResponse, page: string, tag: string) => Promise<void>;
	/** Tells everyone whose page has changed. */
	readonly tell: () => Promise<void>;
	readonly close: () => void;
}

interface Reader {
	readonly response: ServerResponse;
	readonly page: string;
	tag: string;
	told: string;
}

/** `look` says what a page is now, by the path of its address. */
export function readers(look: (page: string) => Promise<PageNow>): Readers {
	const open = new Set<Reader>();

	async function tellOne(reader: Reader): Promise<void> {
		const { tag, notices } = await look(reader.page);
		const words = JSON.stringify(notices);
		if (reader.told !== words) send(reader, 'notices', words);
		if (reader.tag !== tag) send(reader, 'reload', tag);
		reader.told = words;
		reader.tag = tag;
	}

	return {
		add: async (response, page, tag) => {
			const reader: Reader = { response, page, tag, told: '[]' };
			response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store' });
			response.write(': listening\n\n');
			open.add(reader);
			response.on('close', () => open.delete(reader));
			await tellOne(reader);
		},
		tell: async () => {
			for (const reader of open) await tellOne(reader);
		},
		close: () => {
			for (const { response } of open) response.destroy();
		},
	};
}

function send({ response }: Reader, event: string, data: string): void {
	response.write(`event: ${event}\ndata: ${data}\n\n`);
}
