import { codeFault } from '../domain/code-shape.ts';
import { canonicalCode } from '../domain/linters.ts';
import type { PlacedCode } from '../domain/rule.ts';
import type { FrontmatterContext } from './frontmatter-context.ts';
import { wordsOf } from './names.ts';
import type { YamlNode, YamlScalar } from './yaml-nodes.ts';

/** A code in its linter's own spelling, with the author's. */
export interface WrittenCode {
	readonly code: PlacedCode;
	readonly written: string;
}

interface Codes {
	readonly found: readonly WrittenCode[];
	/** Values that are neither codes nor lists of codes. */
	readonly strange: readonly YamlNode[];
}

/** The codes that stand below a linter: a code, codes with commas between, or a list. Wrong ones are errors, and left out. */
export function codesOf(linter: string, node: YamlNode, context: FrontmatterContext): Codes {
	if (node.kind === 'map') return { found: [], strange: [node] };
	if (node.kind === 'list') {
		const scalars = node.items.filter((item) => item.kind === 'scalar');
		return {
			found: scalars.flatMap((item) => codesIn(linter, item, context)),
			strange: node.items.filter((item) => item.kind !== 'scalar'),
		};
	}
	const isEmpty = node.type === 'null' && node.text === '';
	return { found: isEmpty ? [] : codesIn(linter, node, context), strange: [] };
}

function codesIn(linter: string, scalar: YamlScalar, context: FrontmatterContext): readonly WrittenCode[] {
	const { text, type, start } = scalar;
	if (text.trim() === '') {
		context.report('code-invalid', start, { code: text, fault: 'is empty' });
		return [];
	}
	if (type !== 'text') {
		context.report('code-number', start, { written: text, type, code: canonicalCode({ linter, code: text }).code });
		return [];
	}
	return wordsOf(scalar, context).flatMap(({ name: written, place }) => {
		const fault = codeFault(written);
		if (fault === null) return [{ code: { ...canonicalCode({ linter, code: written }), place }, written }];
		context.reportAt('code-invalid', place, { code: written, fault: fault.fault });
		return [];
	});
}
