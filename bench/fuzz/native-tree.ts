import { isDeepStrictEqual } from 'node:util';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { nativeTree } from '../../src/parse/native-tree.ts';

const remark = unified().use(remarkParse).use(remarkFrontmatter, ['yaml']).use(remarkGfm).freeze();

/** What the parser in Rust makes of a text is what remark makes of it, places included; or nothing. */
export function nativeTreeFaults(text: string): readonly string[] {
	const tree = nativeTree(text);
	if (tree === null || isDeepStrictEqual(tree, remark.parse(text))) return [];
	return ['native parser: its tree is not that of remark'];
}
