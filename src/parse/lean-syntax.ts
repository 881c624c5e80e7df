import type { Root } from 'mdast';
import type { Construct, Extension } from 'micromark-util-types';

/** A part of GFM's syntax that costs time at nearly every sign of a text, and the sign without which it cannot occur. */
const parts: readonly { readonly constructs: readonly string[]; readonly sign: RegExp }[] = [
	{ constructs: ['emailAutolink'], sign: /@/ },
	{ constructs: ['protocolAutolink', 'wwwAutolink'], sign: /https?:\/\/|www\./i },
	{ constructs: ['table'], sign: /\||:-|-:/ },
	{ constructs: ['strikethrough'], sign: /~/ },
];

/** The names of the constructs that cannot occur in a text. They are always the same few lists, by their `key`. */
export function absentConstructs(text: string): { readonly key: number; readonly names: ReadonlySet<string> } {
	const names = new Set<string>();
	let key = 0;
	for (const [index, { constructs, sign }] of parts.entries()) {
		if (sign.test(text)) continue;
		key |= 1 << index;
		for (const name of constructs) names.add(name);
	}
	return { key, names };
}

type Constructs = Readonly<Record<string, Construct | readonly Construct[] | undefined>>;

/** An extension of the tokenizer without the constructs of these names. */
export function withoutConstructs(extension: Extension, names: ReadonlySet<string>): Extension {
	const isKept = ({ name }: Construct): boolean => name === undefined || !names.has(name);
	const kept = (of: Constructs): Constructs =>
		Object.fromEntries(
			Object.entries(of).flatMap(([code, constructs]) => {
				const left = [constructs ?? []].flat().filter(isKept);
				return left.length === 0 ? [] : [[code, left]];
			}),
		);
	return Object.fromEntries(
		Object.entries(extension).map(([hook, value]) => [
			hook,
			hook === 'disable' || hook === 'attentionMarkers' ? value : kept(value as Constructs),
		]),
	);
}

type Transform = (tree: Root) => unknown;
interface TreeExtension {
	readonly transforms?: readonly Transform[];
}
/** What an extension that makes the tree may be: itself, or a list of such. */
type TreeExtensions = TreeExtension | readonly TreeExtensions[];

const address = /@|https?:\/\/|www\./i;

/** The same extensions; those that look through a whole tree for addresses do so only when its text holds one. */
export function lookOnlyForAddresses(extensions: readonly TreeExtensions[]): readonly TreeExtensions[] {
	return extensions.map((extension): TreeExtensions => {
		if (Array.isArray(extension)) return lookOnlyForAddresses(extension as readonly TreeExtensions[]);
		const { transforms } = extension as TreeExtension;
		if (transforms === undefined) return extension;
		return {
			...extension,
			transforms: transforms.map(
				(transform): Transform =>
					(tree) => {
						if (holdsAddress(tree)) transform(tree);
					},
			),
		};
	});
}

interface Branch {
	readonly type: string;
	readonly value?: unknown;
	readonly children?: readonly Branch[];
}

function holdsAddress({ type, value, children }: Branch): boolean {
	if (type === 'text') return typeof value === 'string' && address.test(value);
	return type !== 'link' && type !== 'linkReference' && (children?.some(holdsAddress) ?? false);
}
