import { linter, of, snippetIn } from './entry.ts';

const bash = snippetIn('bash');

function isShellCheck(code: string): boolean {
	return /^SC\d{4}$/.test(code);
}

/** JSON reports leave out `SC`, Checkstyle reports put the name before it. https://www.shellcheck.net/wiki/ */
export const shellcheck = linter({
	name: 'shellcheck',
	title: 'ShellCheck',
	canonical: (code) => code.replace(/^(?:ShellCheck\.)?(?:SC)?(\d{4})$/i, 'SC$1'),
	twins: (code) => (isShellCheck(code) ? [of('hadolint')(code)] : []),
	suppress: (code) => [
		bash('for the next line', `# shellcheck disable=${code} # reason`),
		bash('for the whole file, after the first line', `# shellcheck disable=${code} # reason`),
	],
	configure: (code) => (isShellCheck(code) ? [bash('as an argument', `shellcheck --include=${code} script.sh`)] : []),
	page: (code) => (isShellCheck(code) ? `https://www.shellcheck.net/wiki/${code}` : null),
});

/** Hadolint runs ShellCheck on the commands of a Dockerfile. https://github.com/hadolint/hadolint/wiki */
export const hadolint = linter({
	name: 'hadolint',
	title: 'Hadolint',
	canonical: (code) => code.replace(/^(?:hadolint\.)?((?:DL|SC)\d{4})$/i, (_, name: string) => name.toUpperCase()),
	twins: (code) => (isShellCheck(code) ? [of('shellcheck')(code)] : []),
	suppress: (code) => [snippetIn('dockerfile')('for the next instruction', `# hadolint ignore=${code}`)],
	configure: (code) => [snippetIn('yaml')('in .hadolint.yaml', `override:\n  error:\n    - ${code}`)],
	page: (code) => {
		if (isShellCheck(code)) return `https://www.shellcheck.net/wiki/${code}`;
		return /^DL\d{4}$/.test(code) ? `https://github.com/hadolint/hadolint/wiki/${code}` : null;
	},
});
