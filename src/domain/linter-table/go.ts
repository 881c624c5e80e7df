import type { LinterCode } from '../linter.ts';
import { linter, of, snippetIn, upperNumbered } from './entry.ts';

const go = snippetIn('go');
const yaml = snippetIn('yaml');

/** Codes that name their linter by their letters. */
const FAMILIES: readonly (readonly [linter: string, code: RegExp])[] = [
	['gosec', /^G\d{3}$/],
	['staticcheck', /^(?:SA|ST|QF|S)\d{4}$/],
];

/**
 * Golangci-lint runs other linters, and reports their name, with the code in the message if there is one: `gosec/G101` here.
 * https://golangci-lint.run/usage/linters/
 */
export const golangciLint = linter({
	name: 'golangci-lint',
	title: 'golangci-lint',
	reportNames: ['golangci', 'golangci-lint-v2'],
	// The compiler's errors.
	isRule: (code) => code !== 'typecheck',
	canonical: (code) => {
		const inner = upperNumbered(code.replace(/^(?:gosec|staticcheck|stylecheck|gosimple)[/:]\s*/, ''));
		const [, first = '', second] = /^([A-Za-z0-9-]+)(?::\s*|\s*\()([A-Za-z0-9_-]+)\)?$/.exec(inner) ?? [inner, inner];
		const [linter, rule] =
			second !== undefined && /^[a-z]+$/.test(second) && /\d/.test(first) ? [second, first] : [first, second];
		const family = FAMILIES.find(([, pattern]) => pattern.test(rule ?? linter));
		if (family !== undefined) return `${family[0]}/${rule ?? linter}`;
		return rule === undefined ? linter : `${linter}/${rule}`;
	},
	twins: (code) => {
		const [linter = '', rule] = code.split('/');
		return rule !== undefined && ['gosec', 'staticcheck', 'revive'].includes(linter) ? [of(linter)(rule)] : [];
	},
	suppress: (code) => [go('for this line, at its end, or for the next block', `//nolint:${runner(code)} // reason`)],
	configure: (code) => [yaml('in .golangci.yml', `linters:\n  enable:\n    - ${runner(code)}`)],
});

function runner(code: string): string {
	return code.split('/')[0] ?? code;
}

function ofGolangci(linter: string, pattern: RegExp): (code: string) => readonly LinterCode[] {
	return (code) => (pattern.test(code) ? [of('golangci-lint')(`${linter}/${code}`)] : []);
}

/** https://github.com/securego/gosec#available-rules */
export const gosec = linter({
	name: 'gosec',
	title: 'gosec',
	canonical: upperNumbered,
	twins: ofGolangci('gosec', /^G\d{3}$/),
	suppress: (code) => [go('for this line, at its end', `// #nosec ${code} -- reason`)],
	configure: (code) => [snippetIn('sh')('as an argument', `gosec -include=${code} ./...`)],
});

/** https://staticcheck.dev/docs/checks/ */
export const staticcheck = linter({
	name: 'staticcheck',
	title: 'Staticcheck',
	canonical: upperNumbered,
	twins: ofGolangci('staticcheck', /^(?:SA|ST|QF|S)\d{4}$/),
	suppress: (code) => [
		go('for the next line', `//lint:ignore ${code} reason`),
		go('for the whole file', `//lint:file-ignore ${code} reason`),
	],
	configure: (code) => [snippetIn('toml')('in staticcheck.conf', `checks = ["inherit", "${code}"]`)],
	page: (code) => `https://staticcheck.dev/docs/checks/#${code}`,
});

/** https://revive.run/r */
export const revive = linter({
	name: 'revive',
	title: 'revive',
	twins: ofGolangci('revive', /^[a-z][a-z0-9-]*$/),
	suppress: (code) => [go('for the next line', `//revive:disable-next-line:${code} reason`)],
	configure: (code) => [snippetIn('toml')('in revive.toml', `[rule.${code}]`)],
	page: (code) => `https://revive.run/r#${code}`,
});
