/** Bytes in and out, for commands that stand in a pipe. */
export interface Streams {
	/** What is piped in; null on a terminal, where a person would wait for nothing. */
	readonly input: () => AsyncIterable<Uint8Array> | null;
	/** Writes to standard output as fast as it is read. Resolves to false once the reader has gone: the rest is not wanted. */
	readonly output: (chunk: Uint8Array) => Promise<boolean>;
	/** Whether standard output is a terminal that shows OSC 8 links. */
	readonly hyperlinks: () => Promise<boolean>;
}

/** The streams of this process. Whoever listens to standard output ends the process when it cannot be written. */
export function processStreams(): Streams {
	return {
		input: () => (process.stdin.isTTY ? null : process.stdin),
		output: (chunk) =>
			new Promise((resolve) => {
				process.stdout.write(chunk, (error) => resolve(!error));
			}),
		hyperlinks: async () => (await import('supports-hyperlinks')).default.stdout,
	};
}
