import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from '../harness/project.ts';

/** What the inputs grow from. */
export interface Corpus {
	readonly rules: readonly Buffer[];
	readonly reports: readonly Buffer[];
}

/** Longer ones say nothing that shorter ones do not, and take the time of many. */
const longest = { rule: 6_000, report: 20_000 };
const mostRules = 2500;

/**
 * Reads the rules of this project and of a folder of packs, and the reports of a folder of linters' output. A folder that is
 * not there is said, and left out. The order is that of the paths.
 */
export async function readCorpus(packs: string, samples: string, say: (message: string) => void): Promise<Corpus> {
	const own = await filesBelow([join(ROOT, 'content'), join(ROOT, 'tests/fixtures')], /\.mdx?$/, longest.rule);
	if (!existsSync(packs)) say(`The packs are not there: ${packs}. The rules of this project alone are used.`);
	const real = await filesBelow([packs], /\.mdx?$/, longest.rule);
	const step = Math.max(1, real.length / mostRules);
	const some = real.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
	if (!existsSync(samples)) say(`The reports are not there: ${samples}. Some small ones of this project are used.`);
	const reports = await filesBelow([samples], /\.(?:json|jsonl|xml|txt|sarif|yaml)$/, longest.report);
	return { rules: [...own, ...some], reports: [...SMALL_REPORTS.map((text) => Buffer.from(text)), ...reports] };
}

async function filesBelow(folders: readonly string[], names: RegExp, most: number): Promise<readonly Buffer[]> {
	const found: Buffer[] = [];
	for (const folder of folders.filter((one) => existsSync(one))) {
		const entries = await readdir(folder, { recursive: true, withFileTypes: true });
		const paths = entries
			.filter((entry) => entry.isFile() && names.test(entry.name))
			.map((entry) => join(entry.parentPath, entry.name))
			.sort();
		for (const path of paths) {
			const bytes = await readFile(path);
			if (bytes.length > 0 && bytes.length <= most) found.push(bytes);
		}
	}
	return found;
}

/** One small report for each family of formats. */
export const SMALL_REPORTS: readonly string[] = [
	'[{"filePath":"/a.js","messages":[{"ruleId":"no-eval","severity":2,"message":"`eval` é.","line":6,"column":12}]}]\n',
	'{"version":"2.1.0","$schema":"https://json.schemastore.org/sarif-2.1.0.json","runs":[{"tool":{"driver":{"name":"ESLint","rules":[{"id":"no-eval","helpUri":"https://a.example"}]}},"results":[{"ruleId":"no-eval","ruleIndex":0,"message":{"text":"a"},"locations":[{"physicalLocation":{"artifactLocation":{"uri":"a b.js"},"region":{"startLine":1}}}]}]}]}\n',
	'{"summary":{"errors":1},"diagnostics":[{"category":"lint/security/noGlobalEval","severity":"error","description":"a"}],"command":"lint"}\n',
	'{"code":"F401","filename":"a.py","message":"unused","url":"https://docs.example","location":{"row":1,"column":1}}\n{"code":null,"filename":"b.py","message":"syntax"}\n',
	'[{"type":"issue","check_name":"F401","description":"F401: unused","fingerprint":"a","severity":"major","location":{"path":"a.py","lines":{"begin":1}}}]\n',
	'{"source":{"name":"ruff"},"diagnostics":[{"message":"a","location":{"path":"a.py"},"code":{"value":"F401","url":"https://a.example"}}]}\n',
	'<?xml version="1.0" encoding="utf-8"?>\n<checkstyle version="4.3"><file name="a.js"><error line="1" column="2" severity="error" message="a &amp; b" source="eslint.rules.no-eval"/></file></checkstyle>\n',
	'<?xml version="1.0"?>\n<testsuites><testsuite name="a" tests="1"><testcase name="no-eval" classname="a"><failure message="b"><![CDATA[line 1 (no-eval)]]></failure></testcase></testsuite></testsuites>\n',
	'a.py:1:8: F401 [*] `os` imported but unused\na.js:3:1: error: b [no-eval]\nFound 1 error.\n',
	'\n/repo/a.js\n  1:1  error  Unexpected eval  no-eval\n\n✖ 1 problem (1 error, 0 warnings)\n',
	'::error title=eslint (no-eval),file=a.js,line=1,endLine=1::a.js:1:1: no-eval: bad\n',
	'In a.sh line 2:\necho $a\n     ^-- SC2086 (info): Double quote.\n\nFor more information:\n  https://www.shellcheck.net/wiki/SC2086\n',
	'a.css\n  1:3  ✖  Unexpected empty block  block-no-empty\n\n1 problem (1 error, 0 warnings)\n',
	'a.cpp:1:2: warning: use nullptr [modernize-use-nullptr]\n    int* a = 0;\n             ^\n',
];
