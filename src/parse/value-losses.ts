import type { FrontmatterContext } from './frontmatter-context.ts';
import type { YamlMap, YamlNode, YamlScalar } from './yaml-nodes.ts';

const prose: ReadonlySet<string> = new Set(['title', 'impactDescription', 'description', 'tags']);

/** Reports text of the author that YAML takes for something else, so that it silently vanishes from a value. */
export function reportLosses(root: YamlMap, context: FrontmatterContext): void {
	for (const { key, value, keyStart } of root.entries) {
		for (const scalar of scalarsOf(value)) reportLoss(key, keyStart, scalar, context);
	}
}

function scalarsOf(node: YamlNode): readonly YamlScalar[] {
	if (node.kind === 'scalar') return node.style === 'alias' ? [] : [node];
	const inner = node.kind === 'list' ? node.items : [];
	return inner.flatMap((item) => (item.kind === 'scalar' ? scalarsOf(item) : []));
}

function reportLoss(key: string, keyStart: number, scalar: YamlScalar, context: FrontmatterContext): void {
	if (scalar.swallowed !== null) {
		const sign = scalar.swallowed.charAt(0);
		const start = context.yaml.lastIndexOf(scalar.swallowed, scalar.start);
		context.report('value-type', start < 0 ? scalar.start : start, {
			key,
			found: `read without \`${scalar.swallowed}\`, which YAML takes for ${sign === '&' ? 'an anchor' : 'a type'}`,
			expected: `a value in quotes when it begins with \`${sign}\``,
		});
	}
	const lost = commentAfter(scalar, context.yaml);
	if (lost === null || !looksCut(key, scalar, lost)) return;
	context.report('value-cut', scalar.text === '' ? keyStart : scalar.start, { key, kept: scalar.text, lost });
}

function commentAfter(scalar: YamlScalar, yaml: string): string | null {
	if (scalar.style !== 'plain') return null;
	return /^[ \t]*(#[^\r\n]*)/.exec(yaml.slice(scalar.end))?.[1]?.trimEnd() ?? null;
}

/** A comment that only annotates a complete value is no loss. */
function looksCut(key: string, scalar: YamlScalar, comment: string): boolean {
	if (scalar.text === '') return /^#[^\s#]/.test(comment);
	if (scalar.type !== 'text') return false;
	if (key === 'impact') return false;
	return prose.has(key) || /\s/.test(scalar.text) || /^#[^\s#]/.test(comment);
}
