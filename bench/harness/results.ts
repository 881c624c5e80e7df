import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { basename, join } from 'node:path';
import { digits } from './figures.ts';
import { markdownTable } from './markdown.ts';
import { say } from './options.ts';
import { ROOT } from './project.ts';

/** Where results are kept that the documents show. */
export const RESULTS = join(ROOT, 'bench/results');

/** What a benchmark found. */
export interface Result {
	/** The name of its command. */
	readonly bench: string;
	readonly title: string;
	/** What the reader of the table has to know, in sentences. */
	readonly notes: readonly string[];
	readonly tables: readonly Table[];
	/** Every figure that goals and plots are made from, such as `rulepress.cold.wall`: seconds, bytes, or a number of things. */
	readonly values: Readonly<Record<string, number>>;
}

export interface Table {
	readonly head: readonly string[];
	readonly lines: readonly (readonly string[])[];
}

/** A result and the machine it is from. */
export interface KeptResult extends Result {
	readonly machine: string;
	readonly date: string;
}

/** Prints a result as Markdown and, when it is to be shown in the documents, keeps it for them. */
export async function finish(result: Result, record: boolean): Promise<void> {
	const kept: KeptResult = { ...result, machine: machine(), date: new Date().toISOString().slice(0, 10) };
	console.log(resultText(kept));
	if (!record) return;
	await mkdir(RESULTS, { recursive: true });
	await writeFile(join(RESULTS, `${result.bench}.json`), `${JSON.stringify(kept, null, '\t')}\n`);
	say(`Kept in bench/results/${result.bench}.json; npm run bench -- docs puts it into the documents`);
}

/** All results that are kept, by the name of their command. */
export async function keptResults(): Promise<ReadonlyMap<string, KeptResult>> {
	const files = (await readdir(RESULTS).catch(() => [])).filter((name) => name.endsWith('.json')).sort();
	const read = files.map(
		async (name) => [basename(name, '.json'), JSON.parse(await readFile(join(RESULTS, name), 'utf8'))] as const,
	);
	return new Map(await Promise.all(read));
}

export function resultText({ title, notes, tables, machine, date }: KeptResult): string {
	const parts = [title, ...tables.map(({ head, lines }) => markdownTable(head, lines))];
	return [...parts, [...notes, `${machine}, ${date}.`].join(' ')].join('\n\n');
}

function machine(): string {
	const model = cpus()[0]?.model.trim() || 'unknown processor';
	return `${cpus().length} × ${model}, ${digits(totalmem() / 1e9)} GB, Node.js ${process.versions.node}`;
}
