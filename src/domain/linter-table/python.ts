import type { LinterCode } from '../linter.ts';
import { linter, of, snippetIn, upperNumbered, without } from './entry.ts';

const python = snippetIn('python');
const toml = snippetIn('toml');
const ini = snippetIn('ini');

/** Families of rules that Ruff took over from Flake8 and its plugins with their codes as they are. */
const FLAKE8_FAMILIES =
	/^(?:E|W|F|C9|C4|D|N|S|BLE|FBT|B|A|DTZ|T10|T20|DJ|EM|EXE|FA|ISC|ICN|LOG|G|INP|PIE|PT|Q|SIM|SLF|SLOT|PTH|YTT|ASYNC|ANN|CPY|ERA|TRY|PD|TC)\d+$/;

/** https://docs.astral.sh/ruff/rules/ */
export const ruff = linter({
	name: 'ruff',
	title: 'Ruff',
	canonical: (code) => upperNumbered(without(/^org\.ruff\./)(code.replace(/^ruff \((.+)\)$/i, '$1'))),
	isRule: (code) => code !== 'invalid-syntax',
	twins: (code) => [
		...numbered(code, /^PL([CEFIRW]\d{4})$/, of('pylint')),
		...numbered(code, /^S(\d{3})$/, (number) => of('bandit')(`B${number}`)),
		...(FLAKE8_FAMILIES.test(code) ? [of('flake8')(code)] : []),
	],
	suppress: (code) => [
		python('for this line, at its end', `# noqa: ${code}`),
		python('for the whole file', `# ruff: noqa: ${code}`),
	],
	configure: (code) => [toml('in pyproject.toml', `[tool.ruff.lint]\nextend-select = ["${code}"]`)],
});

/** https://flake8.pycqa.org/en/latest/user/error-codes.html */
export const flake8 = linter({
	name: 'flake8',
	title: 'Flake8',
	reportNames: ['pycodestyle', 'pyflakes'],
	canonical: upperNumbered,
	twins: (code) => (FLAKE8_FAMILIES.test(code) ? [of('ruff')(code)] : []),
	suppress: (code) => [python('for this line, at its end', `# noqa: ${code}`)],
	configure: (code) => [ini('in .flake8', `[flake8]\nextend-select = ${code}`)],
});

const PYLINT_BOTH = /^([CEFIRW]\d{4})\(([a-z][a-z0-9-]*)\)$/;
const PYLINT_KINDS: Readonly<Record<string, string>> = {
	C: 'convention',
	E: 'error',
	F: 'fatal',
	I: 'information',
	R: 'refactor',
	W: 'warning',
};

/**
 * A message of Pylint has an id and a symbol, and its reports print both: `C0114(missing-module-docstring)` stands for either,
 * and so meets a rule that names one of them. https://pylint.readthedocs.io/en/stable/user_guide/messages/
 */
export const pylint = linter({
	name: 'pylint',
	title: 'Pylint',
	canonical: (code) => upperNumbered(code.replace(/^([CEFIRW]\d{4})[:/ ]+\(?([a-z][a-z0-9-]*)\)?$/, '$1($2)')),
	twins: (code) => {
		const both = PYLINT_BOTH.exec(code);
		if (both !== null) return [both[1], both[2]].flatMap((name) => (name === undefined ? [] : [of('pylint')(name)]));
		return numbered(code, /^([CEFIRW]\d{4})$/, (id) => of('ruff')(`PL${id}`));
	},
	suppress: (code) => [
		python('for the next line', `# pylint: disable-next=${pylintName(code)}`),
		python('for this line, at its end', `# pylint: disable=${pylintName(code)}`),
	],
	configure: (code) => [ini('in .pylintrc', `[MESSAGES CONTROL]\nenable=${pylintName(code)}`)],
	page: (code) => {
		const [, id = '', symbol = ''] = PYLINT_BOTH.exec(code) ?? [];
		const kind = PYLINT_KINDS[id.charAt(0)];
		if (kind === undefined) return null;
		return `https://pylint.readthedocs.io/en/stable/user_guide/messages/${kind}/${symbol}.html`;
	},
});

function pylintName(code: string): string {
	return PYLINT_BOTH.exec(code)?.[2] ?? code;
}

/** https://mypy.readthedocs.io/en/stable/error_codes.html */
export const mypy = linter({
	name: 'mypy',
	title: 'mypy',
	canonical: (code) => code.replace(/^\[(.+)\]$/, '$1'),
	suppress: (code) => [python('for this line, at its end', `# type: ignore[${code}]`)],
	configure: (code) => [toml('in pyproject.toml', `[tool.mypy]\nenable_error_code = ["${code}"]`)],
	page: (code) => `https://mypy.readthedocs.io/en/stable/_refs.html#code-${code}`,
});

/** https://github.com/microsoft/pyright/blob/main/docs/configuration.md */
export const pyright = linter({
	name: 'pyright',
	title: 'Pyright',
	reportNames: ['pylance', 'basedpyright'],
	suppress: (code) => [
		python('for this line, at its end', `# pyright: ignore[${code}]`),
		python('for the whole file', `# pyright: ${code}=false`),
	],
	configure: (code) => [toml('in pyproject.toml', `[tool.pyright]\n${code} = "error"`)],
	page: (code) => `https://github.com/microsoft/pyright/blob/main/docs/configuration.md#${code}`,
});

/** https://bandit.readthedocs.io/en/latest/plugins/ */
export const bandit = linter({
	name: 'bandit',
	title: 'Bandit',
	canonical: upperNumbered,
	twins: (code) => numbered(code, /^B(\d{3})$/, (number) => of('ruff')(`S${number}`)),
	suppress: (code) => [python('for this line, at its end', `# nosec ${code}`)],
	configure: (code) => [toml('in pyproject.toml', `[tool.bandit]\ntests = ["${code}"]`)],
});

function numbered(code: string, pattern: RegExp, name: (found: string) => LinterCode): readonly LinterCode[] {
	const found = pattern.exec(code)?.[1];
	return found === undefined ? [] : [name(found)];
}
