import { linter, snippetIn, without } from './entry.ts';

const js = snippetIn('js');
const json = snippetIn('json');

/** https://biomejs.dev/linter/ */
export const biome = linter({
	name: 'biome',
	title: 'Biome',
	canonical: (code) => {
		const named = without(/^org\.biome\./)(code);
		// JUnit reports put dots between group and rule.
		const slashes = /^(?:lint|assist|suppressions)\./.test(named) ? named.replaceAll('.', '/') : named;
		return /^[a-zA-Z0-9]+\/[a-zA-Z0-9]+$/.test(slashes) && !/^(?:lint|assist|suppressions)\//.test(slashes)
			? `lint/${slashes}`
			: slashes;
	},
	// A file that cannot be read, or is not formatted.
	isRule: (code) => !/^(?:parse|format|internalError|configuration|project|files|ci|check|stdin)(?:\/|$)/.test(code),
	// A rule keeps its name when it moves to another group (from nursery, say), and authors leave the group out.
	key: (code) => code.slice(code.lastIndexOf('/') + 1).toLowerCase(),
	// A comment that names no group is an error to Biome.
	suppress: (code) =>
		code.includes('/')
			? [
					js('for the next line', `// biome-ignore ${code}: reason`),
					js('for the whole file, at its top', `// biome-ignore-all ${code}: reason`),
				]
			: [],
	configure: (code) => {
		const [kind, group, rule] = code.split('/');
		if (group === undefined || rule === undefined) return [];
		if (kind === 'lint') return [json('in biome.json, under linter.rules', `"${group}": { "${rule}": "error" }`)];
		return kind === 'assist' ? [json('in biome.json, under assist.actions', `"${group}": { "${rule}": "on" }`)] : [];
	},
	page: (code) => {
		const kind = code.includes('/') ? code.slice(0, code.indexOf('/')) : 'lint';
		const rule = kebab(code.slice(code.lastIndexOf('/') + 1));
		if (kind === 'assist') return `https://biomejs.dev/assist/actions/${rule}`;
		return kind === 'lint' && /^(?:no|use)-/.test(rule) ? `https://biomejs.dev/linter/rules/${rule}` : null;
	},
});

function kebab(name: string): string {
	return name.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase();
}
