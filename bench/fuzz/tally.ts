import type { Input } from './input.ts';
import { type Finding, kindOf, type Run } from './run-input.ts';

/** An input that took long. */
export interface Slow {
	readonly ms: number;
	readonly number: number;
	readonly size: number;
	readonly what: string;
}

/** Figures of a campaign, or of a part of it; plain data. */
export interface Tally {
	inputs: number;
	bytes: number;
	/** By mutator: inputs it had a part in, and those that became pages or linked reports. */
	readonly mutators: Record<string, { inputs: number; good: number }>;
	/** By kind and result. */
	readonly results: Record<string, number>;
	slowest: Slow[];
	/** By kind of fault: how many, and the first few. */
	readonly faults: Record<string, { count: number; first: Finding[] }>;
}

const keptSlow = 15;
export const KEPT_FINDINGS = 4;

export function emptyTally(): Tally {
	return { inputs: 0, bytes: 0, mutators: {}, results: {}, slowest: [], faults: {} };
}

/** Adds a run to the figures. */
export function count(tally: Tally, { number, kind, mutators, bytes }: Input, { outcome, findings }: Run): void {
	tally.inputs++;
	tally.bytes += bytes.length;
	const good = ['page', 'linked', 'nothing to link'].includes(outcome.result);
	for (const name of new Set(mutators)) {
		tally.mutators[name] ??= { inputs: 0, good: 0 };
		tally.mutators[name].inputs++;
		if (good) tally.mutators[name].good++;
	}
	const result = `${kind}: ${outcome.result}`;
	tally.results[result] = (tally.results[result] ?? 0) + 1;
	const what = `${kind}, ${mutators.join(' + ')}, ${outcome.result}`;
	addSlow(tally, [{ ms: outcome.ms, number, size: bytes.length, what }]);
	for (const finding of findings) addFindings(tally, kindOf(finding.fault), 1, [finding]);
}

/** Adds the figures of a part to those of the whole. */
export function merge(whole: Tally, part: Tally): void {
	whole.inputs += part.inputs;
	whole.bytes += part.bytes;
	for (const [name, { inputs, good }] of Object.entries(part.mutators)) {
		whole.mutators[name] ??= { inputs: 0, good: 0 };
		whole.mutators[name].inputs += inputs;
		whole.mutators[name].good += good;
	}
	for (const [name, number] of Object.entries(part.results)) whole.results[name] = (whole.results[name] ?? 0) + number;
	addSlow(whole, part.slowest);
	for (const [kind, { count: number, first }] of Object.entries(part.faults)) addFindings(whole, kind, number, first);
}

function addSlow(tally: Tally, more: readonly Slow[]): void {
	const least = tally.slowest.length < keptSlow ? 0 : (tally.slowest.at(-1)?.ms ?? 0);
	if (more.every(({ ms }) => ms < least)) return;
	tally.slowest = [...tally.slowest, ...more].sort((a, b) => b.ms - a.ms).slice(0, keptSlow);
}

function addFindings(tally: Tally, kind: string, number: number, first: readonly Finding[]): void {
	tally.faults[kind] ??= { count: 0, first: [] };
	tally.faults[kind].count += number;
	tally.faults[kind].first.push(...first.slice(0, KEPT_FINDINGS - tally.faults[kind].first.length));
}
