import { linter, of, snippetIn } from './entry.ts';

const rust = snippetIn('rust');
const toml = snippetIn('toml');

/** Lints are written with `_` in source and may have `-` on the command line. */
function underscored(code: string): string {
	return /^[a-z][a-z0-9_-]*$/.test(code) ? code.replaceAll('-', '_') : code;
}

/** https://rust-lang.github.io/rust-clippy/ */
export const clippy = linter({
	name: 'clippy',
	title: 'Clippy',
	reportNames: ['clippy-driver', 'cargo-clippy', 'rust-clippy'],
	canonical: (code) => underscored(code.replace(/^clippy::(?=.)/, '')),
	suppress: (code) => [
		rust('for the next item', `#[expect(clippy::${code}, reason = "…")]`),
		rust('for the whole file, at its top', `#![allow(clippy::${code})]`),
	],
	configure: (code) => [toml('in Cargo.toml', `[lints.clippy]\n${code} = "deny"`)],
	page: (code) => `https://rust-lang.github.io/rust-clippy/stable/index.html#${code}`,
});

/** https://doc.rust-lang.org/rustc/lints/ */
export const rustc = linter({
	name: 'rustc',
	title: 'rustc',
	reportNames: ['rust', 'rust-analyzer', 'cargo'],
	canonical: underscored,
	owner: (code) => (code.startsWith('clippy::') ? of('clippy')(code) : null),
	suppress: (code) =>
		isError(code)
			? []
			: [
					rust('for the next item', `#[expect(${code}, reason = "…")]`),
					rust('for the whole file, at its top', `#![allow(${code})]`),
				],
	configure: (code) => (isError(code) ? [] : [toml('in Cargo.toml', `[lints.rust]\n${code} = "deny"`)]),
	page: (code) => (isError(code) ? `https://doc.rust-lang.org/error_codes/${code}.html` : null),
});

function isError(code: string): boolean {
	return /^E\d{4}$/.test(code);
}
