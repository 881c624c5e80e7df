import { readFile } from 'node:fs/promises';
import { Argument, Command } from 'commander';
import type { DiagnosticCode } from '../../domain/diagnostics.ts';
import { CODES_PACK, DIAGNOSTIC_CODES, isDiagnosticCode, severityOf, titleOf } from '../../domain/diagnostics.ts';
import { nearest } from '../../domain/nearest.ts';
import type { Context } from '../context.ts';
import { CannotRun, EXIT } from '../failure.ts';
import { withExamples } from '../options.ts';
import { PACKAGE_FOLDER } from '../package.ts';

export function explainCommand(context: Context, exit: (code: number) => void): Command {
	const command = new Command('explain')
		.description('Explain a diagnostic code: what it means, and a rule file before and after')
		.addArgument(new Argument('<code>', 'a code that check prints in brackets, such as value-cut'))
		.action(async (code: string) => exit(await explain(context, code)));
	return withExamples(command, [['rulepress explain value-cut', 'what a cut value is and how to repair it']]);
}

async function explain({ terminal: { out, paintOut } }: Context, code: string): Promise<number> {
	if (!isDiagnosticCode(code)) throw new CannotRun(unknownCode(code));
	const severity = severityOf(code);
	out(`${paintOut(severity, severity)}[${code}] ${paintOut('strong', titleOf(code))}\n\n${await explanation(code)}`);
	return EXIT.fine;
}

/** The text of the code's rule, without its frontmatter and without the heading that repeats the title. */
async function explanation(code: DiagnosticCode): Promise<string> {
	const file = new URL(`content/${CODES_PACK}/rules/${code}.md`, PACKAGE_FOLDER);
	const text = await readFile(file, 'utf8').catch((cause: unknown) => {
		throw new CannotRun(`The explanation of ${code} is missing from this installation of rulepress`, { cause });
	});
	return text.replace(/^---\n.*?\n---\n+/s, '').replace(/^#{1,2} .*\n+/, '');
}

function unknownCode(code: string): string {
	const near = nearest(code, DIAGNOSTIC_CODES);
	const known = near === null ? `The codes are:\n  ${DIAGNOSTIC_CODES.join('\n  ')}` : `Did you mean ${near}?`;
	return `"${code}" is not a diagnostic code. ${known}`;
}
