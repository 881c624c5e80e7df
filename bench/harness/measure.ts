import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { type ProcessSample, processesOf } from './processes.ts';

/** A program that is run and measured. */
export interface Command {
	readonly program: string;
	readonly args: readonly string[];
	readonly folder: string;
	readonly env?: Readonly<Record<string, string>>;
}

/** What one run cost, all processes that it started included. */
export interface Cost {
	/** Seconds. */
	readonly wall: number;
	/** Processor seconds, of the user and of the system. */
	readonly cpu: number;
	/** The most resident bytes that were seen at one time. */
	readonly memory: number;
	/** What was printed, both streams. */
	readonly output: string;
}

const EVERY_MS = 100;
const LONGEST_MS = 30 * 60_000;
const KEPT_OUTPUT = 200_000;

/**
 * Runs a command to its end and measures it. Throws with the end of its output when it fails or takes half an hour.
 *
 * Memory is the sum over all processes of the run's session, looked at every 100 ms. Processor time is what bash's `time`
 * says, which counts every process that was waited for, or the sum of what was seen, whichever is more: each can only miss
 * something.
 */
export async function measure(command: Command): Promise<Cost> {
	if (!existsSync('/proc/self/stat')) throw new Error('Benchmarks read /proc, which only Linux has');
	const began = performance.now();
	const running = start({
		...command,
		program: 'bash',
		args: ['-c', 'TIMEFORMAT="bench-times %U %S"; time "$@"', 'bench', command.program, ...command.args],
	});
	const { child } = running;
	const ended = new Promise<number | null>((end, fail) => {
		child.once('error', fail);
		child.once('close', end);
	});
	const watch = watchSession(child.pid ?? 0);
	const limit = setTimeout(() => stop(child), LONGEST_MS);
	const code = await ended.finally(() => clearTimeout(limit));
	const wall = (performance.now() - began) / 1000;
	const seen = watch.end();
	stop(child);
	const output = running.output();
	if (code !== 0) throw new Error(`${command.program} ended with ${code}: ${reason(output)}`);
	const times = /bench-times ([\d.]+) ([\d.]+)/.exec(output);
	const waited = Number(times?.[1] ?? 0) + Number(times?.[2] ?? 0);
	return { wall, cpu: Math.max(waited, seen.cpu), memory: seen.memory, output };
}

/** A program that runs until it is stopped, in a session of its own. */
export interface Running {
	readonly child: ChildProcess;
	readonly output: () => string;
}

/** What runs now: sessions of their own do not end with this program by themselves. */
const alive = new Set<ChildProcess>();

process.on('exit', () => {
	for (const child of alive) stop(child);
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

export function start({ program, args, folder, env }: Command): Running {
	const child = spawn(program, args, {
		cwd: folder,
		env: { ...process.env, ...env },
		stdio: ['ignore', 'pipe', 'pipe'],
		detached: true,
	});
	alive.add(child);
	child.once('close', () => alive.delete(child));
	let output = '';
	for (const stream of [child.stdout, child.stderr])
		stream?.setEncoding('utf8').on('data', (text: string) => {
			output = (output + text).slice(-KEPT_OUTPUT);
		});
	return { child, output: () => output };
}

/** Ends a program and all that it started and left behind. */
export function stop({ pid }: ChildProcess): void {
	if (pid === undefined) return;
	try {
		process.kill(-pid, 'SIGKILL');
	} catch {
		// All have ended.
	}
}

/** Looks at a session again and again until it is told to end. */
export function watchSession(session: number): { readonly end: () => { cpu: number; memory: number } } {
	const cpu = new Map<number, number>();
	let memory = 0;
	const look = (): void => {
		const processes = processesOf(session);
		for (const one of processes) cpu.set(one.pid, one.cpu);
		memory = Math.max(memory, total(processes));
	};
	const timer = setInterval(look, EVERY_MS);
	return {
		end: () => {
			clearInterval(timer);
			look();
			return { cpu: [...cpu.values()].reduce((sum, one) => sum + one, 0), memory };
		},
	};
}

function total(processes: readonly ProcessSample[]): number {
	return processes.reduce((sum, { memory }) => sum + memory, 0);
}

/** The first line that speaks of an error, or the last one. */
function reason(output: string): string {
	const lines = output
		.replace(/bench-times.*/, '')
		.trim()
		.split('\n');
	return (lines.find((line) => /error/i.test(line)) ?? lines.at(-1) ?? '').trim().slice(0, 300);
}
