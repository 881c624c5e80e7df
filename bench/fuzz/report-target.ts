import { SaxesParser } from 'saxes';
import { LINTER_NAMES } from '../../src/domain/linters.ts';
import type { LinkCatalog, PublishedRule } from '../../src/link/catalog.ts';
import { makeLinkCatalog } from '../../src/link/catalog.ts';
import { REPORT_FORMATS } from '../../src/link/formats/list.ts';
import { type LinkOptions, type LinkResult, linkReport } from '../../src/link/link-report.ts';
import { openReportStream } from '../../src/link/report.ts';
import { ReportError } from '../../src/link/types.ts';
import type { Random } from '../synthetic/random.ts';
import { cpuOf, type Outcome, type Target } from './target.ts';

type Choice = Pick<LinkOptions, 'format' | 'tool' | 'repair' | 'taxonomy' | 'hyperlinks'>;

interface Linked {
	readonly bytes: Buffer;
	readonly result: LinkResult;
}

/** Puts an input through `link`, by chance with its options, and checks what comes out. */
export function reportTarget(): Target {
	const catalog = fuzzCatalog();
	return async ({ bytes, random }): Promise<Outcome> => {
		const choice = chooseOptions(random);
		let linked: Linked | ReportError;
		const measured = await cpuOf(() => link(bytes, catalog, choice));
		linked = measured.value;
		if (linked instanceof ReportError) {
			const lines = bytes.toString('utf8').split('\n').length;
			const wrong = linked.line !== null && (linked.line < 1 || linked.line > lines + bytes.length / 2);
			const faults = wrong ? [`place: line ${linked.line} of ${lines}`] : [];
			if (linked.message.trim() === '') faults.push('wording: the error says nothing');
			return { result: 'error', ms: measured.ms, faults };
		}
		const faults = random.share() < 0.5 ? await againFaults(linked, catalog, choice) : [];
		if (random.share() < 0.3) faults.push(...wellFormedFaults(bytes, linked.bytes));
		return { result: linked.result.edits === 0 ? 'nothing to link' : 'linked', ms: measured.ms, faults };
	};
}

function chooseOptions(random: Random): Choice {
	return {
		format: random.share() < 0.2 ? random.one(REPORT_FORMATS) : null,
		tool: random.share() < 0.3 ? random.one(LINTER_NAMES) : null,
		repair: random.share() < 0.3,
		taxonomy: random.share() < 0.3,
		hyperlinks: random.share() < 0.3,
	};
}

/** The report with its links, or the error of one that cannot be linked; rejects with any other error. */
async function link(bytes: Buffer, catalog: LinkCatalog, choice: Choice): Promise<Linked | ReportError> {
	const parts: Uint8Array[] = [];
	try {
		const report = await openReportStream(once(bytes), 'report.txt');
		try {
			const write = async (chunk: Uint8Array): Promise<void> => void parts.push(chunk);
			const result = await linkReport(report, { ...choice, catalog, write });
			// As the command line writes it: with the mark that the report began with.
			const mark = report.encoding.mark ? [Buffer.from('\ufeff')] : [];
			return { bytes: Buffer.concat([...mark, ...parts]), result };
		} finally {
			await report.close();
		}
	} catch (thrown) {
		if (thrown instanceof ReportError) return thrown;
		throw thrown;
	}
}

async function* once(bytes: Buffer): AsyncIterable<Uint8Array> {
	yield bytes;
}

/** A second run changes nothing. */
async function againFaults(first: Linked, catalog: LinkCatalog, choice: Choice): Promise<string[]> {
	const again = await link(first.bytes, catalog, { ...choice, format: first.result.format });
	if (again instanceof ReportError) return [`second run: it is refused: ${again.message}`];
	const same = again.bytes.equals(first.bytes) && again.result.edits === 0;
	return same ? [] : [`second run ${first.result.format?.name}: it changes ${again.result.edits} places`];
}

/** What was JSON or XML still is. */
function wellFormedFaults(before: Buffer, after: Buffer): string[] {
	const [was, is] = [before.toString('utf8'), after.toString('utf8')];
	if (isJson(was) && !isJson(is)) return ['JSON: it is none any more'];
	return was.trimStart().startsWith('<') && isXml(was) && !isXml(is) ? ['XML: it is none any more'] : [];
}

function isJson(text: string): boolean {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
}

function isXml(text: string): boolean {
	const parser = new SaxesParser();
	let failed = false;
	parser.on('error', () => {
		failed = true;
	});
	parser.write(text).close();
	return !failed;
}

/** Rules for codes that the reports name, and hostile titles, which end up in the report. */
function fuzzCatalog(): LinkCatalog {
	const codes: Readonly<Record<string, readonly string[]>> = {
		eslint: ['no-eval', 'eqeqeq', 'no-unused-vars'],
		ruff: ['F401', 'E501', 'S101'],
		biome: ['lint/security/noGlobalEval', 'lint/suspicious/noDoubleEquals'],
		shellcheck: ['SC2086', 'SC2034'],
		stylelint: ['block-no-empty', 'color-no-invalid-hex'],
		pylint: ['unused-import', 'C0114'],
		'clang-tidy': ['modernize-use-nullptr', 'bugprone-use-after-move'],
		cppcheck: ['nullPointer', 'unusedFunction'],
		oxlint: ['eslint(no-eval)'],
		typescript: ['TS2322'],
		flake8: ['F401'],
	};
	const titles = ['Plain', '<b>&amp;"\' ]]>', '规则\u202e\u0000', '`code` [x](y)\n\u001b[31m', '👍'.repeat(200)];
	const rules = Object.entries(codes).flatMap(([linter, all], row) =>
		all.map((code, index): PublishedRule => {
			const id = `fuzz/${linter}-${index}`;
			const title = titles[(row + index) % titles.length] ?? '';
			return {
				...{ id, title, url: `https://rules.example.org/rules/${id}/`, summary: title, impact: 'HIGH' },
				...{ impactDescription: null, tags: ['a'], aliases: [], linters: { [linter]: [code] }, standards: ['CWE-95'] },
			};
		}),
	);
	return makeLinkCatalog('Example "rules" <&>', 'https://rules.example.org/', rules);
}
