import { measure } from '../harness/measure.ts';

/** What one address took. Times are in milliseconds. */
export interface Load {
	readonly perSecond: number;
	readonly p50: number;
	readonly p99: number;
	/** Answers that were no success, and connections that failed. */
	readonly errors: number;
}

/** Asks for one address over and over, on `connections` at once, as browsers do that take gzip. Throws when wrk fails. */
export async function load(wrk: string, url: string, connections: number, seconds: number): Promise<Load> {
	const args = ['-t1', `-c${connections}`, `-d${seconds}s`, '--latency', '-H', 'Accept-Encoding: gzip', url];
	const { output } = await measure({ program: wrk, args, folder: '.' });
	return readLoad(output);
}

/** Reads what wrk prints. Throws when it is something else. */
export function readLoad(output: string): Load {
	const perSecond = Number(/Requests\/sec:\s+([\d.]+)/.exec(output)?.[1]);
	const errors = [...output.matchAll(/(?:Non-2xx or 3xx responses:|connect|read|write|timeout) (\d+)/g)];
	const loaded = { perSecond, p50: latency(output, 50), p99: latency(output, 99) };
	if (Object.values(loaded).some(Number.isNaN)) throw new Error(`wrk printed something else: ${output.slice(0, 300)}`);
	return { ...loaded, errors: errors.reduce((sum, [, number]) => sum + Number(number), 0) };
}

function latency(output: string, percent: number): number {
	const [, value, unit = ''] = new RegExp(`^\\s*${percent}%\\s+([\\d.]+)(us|ms|s|m)$`, 'm').exec(output) ?? [];
	const factors: Readonly<Record<string, number>> = { us: 1 / 1000, ms: 1, s: 1000, m: 60_000 };
	return Number(value) * (factors[unit] ?? Number.NaN);
}
