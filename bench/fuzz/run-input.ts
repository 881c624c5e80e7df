import { randomFrom } from '../synthetic/random.ts';
import type { Input } from './input.ts';
import { minimised } from './minimise.ts';
import { reportTarget } from './report-target.ts';
import { ruleTarget } from './rule-target.ts';
import type { Outcome, Target } from './target.ts';

/** More CPU than this for one input is a fault. */
export const MOST_MS = 1000;

/** Something that is wrong, with the smallest input found that shows it. */
export interface Finding {
	readonly number: number;
	readonly kind: Input['kind'];
	readonly mutators: readonly string[];
	/** `kind: what`. Findings of one kind are one bug until shown otherwise. */
	readonly fault: string;
	/** Base64. */
	readonly smallest: string;
}

/** What a run of one input yields. */
export interface Run {
	readonly outcome: Outcome;
	readonly findings: readonly Finding[];
}

/** Runs inputs one after another. `minimise` is asked for each kind of fault whether it is worth the time. */
export async function makeRunner(minimise: (kind: string) => boolean): Promise<(input: Input) => Promise<Run>> {
	const targets = { rule: await ruleTarget(), report: reportTarget() };
	return async (input) => {
		const target = targets[input.kind];
		// The same choices each time an input is tried.
		const choices = Math.floor(input.random.share() * 2 ** 31);
		const attempt = (bytes: Buffer): Promise<Outcome> => tried(target, bytes, choices);
		let outcome = await attempt(input.bytes);
		if (outcome.ms > MOST_MS) {
			// Again by itself: what only a busy machine has slowed down is fast now.
			const again = await attempt(input.bytes);
			outcome =
				again.ms > MOST_MS ? { ...again, faults: [...again.faults, `slow: ${Math.round(again.ms)} ms`] } : again;
		}
		const findings: Finding[] = [];
		for (const fault of outcome.faults) {
			const kind = kindOf(fault);
			const fails = async (bytes: Buffer): Promise<boolean> => hasFault(await attempt(bytes), kind) && bytes.length > 0;
			const smallest = kind !== 'slow' && minimise(kind) ? await minimised(input.bytes, fails) : input.bytes;
			const { number, mutators } = input;
			findings.push({ number, kind: input.kind, mutators, fault, smallest: smallest.toString('base64') });
		}
		return { outcome, findings };
	};
}

/** The part of a fault that its kind is known by. */
export function kindOf(fault: string): string {
	return fault.slice(0, fault.indexOf(':'));
}

function hasFault({ faults }: Outcome, kind: string): boolean {
	return faults.some((fault) => kindOf(fault) === kind);
}

async function tried(target: Target, bytes: Buffer, choices: number): Promise<Outcome> {
	try {
		return await target({ bytes, random: randomFrom(choices) });
	} catch (thrown) {
		const [place = ''] = /[\w./-]+\.(?:ts|js):\d+/.exec(String(thrown instanceof Error ? thrown.stack : '')) ?? [];
		return {
			result: 'thrown',
			ms: 0,
			faults: [`thrown at ${place.replace(/:\d+$/, '')}: ${String(thrown).slice(0, 300)}`],
		};
	}
}
