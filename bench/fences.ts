/**
 * How long Shiki takes for a line made to be hard, in each language: one line just below the length from which lines are
 * shown plain, of every text below.
 *
 *     npm run bench -- fences [--above <milliseconds of CPU, default 50>] [--language <name>]
 */
import { parseArgs } from 'node:util';
import { bundledLanguages } from 'shiki/langs';
import { createHighlighter } from '../src/render/highlight.ts';

const LENGTH = 998;
/** What grammars begin something with, repeated or followed by what does not end it. */
const TEXTS: readonly string[] = [
	'(',
	'[',
	'{',
	'<',
	'"',
	"'",
	'`',
	'\\',
	'/',
	'*',
	'-',
	'=',
	'#',
	'$',
	'@',
	':',
	'.',
	',',
	' ',
	'\t',
	'a',
	'0',
	'_',
	'a ',
	'a.',
	'a(',
	'a<',
	'a:',
	'a =',
	'/*',
	'//',
	'<a ',
	'<!--',
	'{{',
	'${',
	'`${',
	'#{',
	'"\\',
	"'\\",
	'=>',
	'->',
	'::',
	'<<',
	'<?',
	'a, ',
	'a => ',
	'(a, ',
	'if (',
	'fn a(',
	'a<b, ',
	'[a](',
	'**a',
	'__',
	'~~',
	'| ',
	'1.',
	'0x',
	'e1',
	'=begin',
	'async ',
	'class a ',
	'public static ',
];
const { values } = parseArgs({
	options: { above: { type: 'string', default: '50' }, language: { type: 'string', multiple: true } },
});
const above = Number(values.above);
const highlighter = await createHighlighter();
const languages = values.language ?? Object.keys(bundledLanguages);
let tried = 0;
const slow: { readonly language: string; readonly text: string; readonly one: number }[] = [];
for (const language of languages) {
	await highlighter.load([language]);
	highlighter.lines('a', language);
	for (const text of TEXTS) {
		const one = cpuOf(() => highlighter.lines(text.repeat(LENGTH).slice(0, LENGTH), language));
		tried += 1;
		if (one >= above) {
			slow.push({ language, text, one });
			process.stderr.write(`${language} ${JSON.stringify(text)}: ${one.toFixed(0)} ms\n`);
		}
	}
}
process.stdout.write(
	`${tried} lines in ${languages.length} languages; ${slow.length} took ${above} ms or more of CPU, ` +
		`the slowest ${Math.max(0, ...slow.map(({ one }) => one)).toFixed(0)} ms\n`,
);

function cpuOf(run: () => void): number {
	const before = process.cpuUsage();
	run();
	const { user, system } = process.cpuUsage(before);
	return (user + system) / 1000;
}
