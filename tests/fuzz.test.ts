import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Corpus, readCorpus } from '../bench/fuzz/corpus.ts';
import { type Input, makeInput } from '../bench/fuzz/input.ts';
import { minimised } from '../bench/fuzz/minimise.ts';
import { makeRunner, type Run } from '../bench/fuzz/run-input.ts';
import { count, emptyTally, merge } from '../bench/fuzz/tally.ts';

/** A slice of the campaign that `npm run bench -- fuzz` runs: the same inputs each time. */
const slice = { seed: 7, inputs: 200 };
const nowhere = join(import.meta.dirname, 'no-such-folder');

let corpus: Corpus;
let run: (input: Input) => Promise<Run>;
beforeAll(async () => {
	corpus = await readCorpus(nowhere, nowhere, () => {});
	run = await makeRunner(() => false);
}, 60_000);

describe('mutated rules and reports', () => {
	it('become pages, links or diagnostics with a place, as their checks say', async () => {
		const tally = emptyTally();
		const faults: string[] = [];
		for (let number = 0; number < slice.inputs; number++) {
			const input = makeInput(slice.seed, number, corpus);
			const done = await run(input);
			count(tally, input, done);
			// How long it takes is for the campaign to say: a test would depend on the machine.
			faults.push(
				...done.outcome.faults.filter((fault) => !fault.startsWith('slow')).map((one) => `${number}: ${one}`),
			);
		}
		expect(faults).toEqual([]);
		expect(Object.keys(tally.results)).toEqual(
			expect.arrayContaining(['rule: page', 'report: linked', 'report: error']),
		);
	}, 60_000);

	it('are the same for the same seed', () => {
		for (let number = 0; number < 40; number++) {
			const [one, other] = [makeInput(1, number, corpus), makeInput(1, number, corpus)];
			expect(one.bytes.equals(other.bytes)).toBe(true);
			expect(one.mutators).toEqual(other.mutators);
		}
		expect(makeInput(1, 3, corpus).bytes.equals(makeInput(2, 3, corpus).bytes)).toBe(false);
	});
});

describe('what goes wrong', () => {
	it('is counted and kept, whichever thread found it', async () => {
		const input = makeInput(1, 0, corpus);
		const finding = { number: 0, kind: 'rule', mutators: [], fault: 'kind: what', smallest: '' } as const;
		const [whole, part] = [emptyTally(), emptyTally()];
		count(part, input, { outcome: { result: 'page', ms: 5, faults: ['kind: what'] }, findings: [finding] });
		merge(whole, part);
		merge(whole, part);
		expect(whole).toMatchObject({ inputs: 2, results: { 'rule: page': 2 }, faults: { kind: { count: 2 } } });
		expect(whole.slowest).toHaveLength(2);
	});

	it('is made small', async () => {
		const text = Buffer.from(`${'line of text\n'.repeat(40)}the fault is x here\n${'more of it\n'.repeat(40)}`);
		const smallest = await minimised(text, async (bytes) => bytes.includes('x') && bytes.length > 0, { seconds: 60 });
		expect(smallest.toString()).toBe('x');
	});
});
