import { fork } from 'node:child_process';
import type { Config } from '../../domain/config.ts';
import type { Compiled, Order } from './compile-worker.ts';

/**
 * Does what `compileTemplates` does for a site without MDX, in a process of its own: Astro's build leaves with it, and Node does
 * not keep the code of thousands of modules that no later run loads. Throws what Astro throws.
 */
export function compileInProcess(config: Config, folder: string): Promise<void> {
	const ending = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
	const child = fork(new URL(`./compile-worker.${ending}`, import.meta.url), {
		serialization: 'advanced',
		env: { ...process.env, NODE_DISABLE_COMPILE_CACHE: '1' },
		stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
	});
	const done = new Promise<void>((resolve, reject) => {
		child.once('message', (compiled: Compiled) => {
			if ('fault' in compiled) reject(compiled.fault);
			else resolve();
		});
		child.once('error', reject);
		child.once('exit', (code, signal) =>
			reject(new Error(`The process that compiles templates has ended with ${signal ?? code}`)),
		);
		const order: Order = { config, folder };
		child.send(order, (error) => error && reject(error));
	});
	return done.finally(() => child.kill('SIGKILL'));
}
