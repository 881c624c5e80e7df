import { git, realFolder, repositoryOf } from './git.ts';

/**
 * What the dates of files below these folders depend on, beside the files themselves: each repository, the commit that is
 * checked out, and whether its history is whole. Costs no walk through the history. Never throws.
 */
export async function gitState(folders: readonly string[]): Promise<readonly (readonly string[])[]> {
	const known = new Map<string, string | null>();
	const roots = new Set<string>();
	for (const folder of folders) {
		const real = realFolder(folder);
		const root = real === null ? null : repositoryOf(real, known);
		if (root !== null) roots.add(root);
	}
	return Promise.all([...roots].sort().map(stateOf));
}

async function stateOf(root: string): Promise<readonly string[]> {
	const answers: string[] = [];
	await git(root, ['rev-parse', '--is-shallow-repository', 'HEAD'], '\n', (answer) => answers.push(answer) > 0);
	return [root, ...answers];
}
