import { parseFrontmatter } from '../../src/parse/frontmatter.ts';

/** Reads frontmatter as if it stood at the top of a file, below the `---` of line 1. */
export function frontmatterOf(yaml: string) {
	return parseFrontmatter({ file: 'rule.md', yaml, line: 2 });
}

/** The diagnostics of frontmatter as `code line:column`. */
export function findings(yaml: string): string[] {
	return frontmatterOf(yaml).diagnostics.map(({ code, place }) => `${code} ${place.line}:${place.column}`);
}

export function tagsOf(yaml: string): readonly string[] | undefined {
	return frontmatterOf(`title: A\n${yaml}`).frontmatter?.tags;
}
