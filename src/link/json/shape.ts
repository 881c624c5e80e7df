import { Tokenizer, type TokenSink } from './tokenizer.ts';

/** What the first bytes of a JSON text tell of its shape. */
export interface Shape {
	/** What the first value is; null when the text does not begin like JSON. */
	readonly root: 'object' | 'array' | null;
	/** Whether the first value is an array without items, or an object without members. */
	readonly empty: boolean;
	/** Paths of the keys seen in the first value, with `*` for any index: `*.messages.*.ruleId`. */
	readonly keys: ReadonlySet<string>;
	/** The texts of the first strings at the paths, for the few that name the format's writer. */
	readonly texts: ReadonlyMap<string, string>;
}

/** Deeper keys tell no format. */
const DEPTH = 5;

let last: { readonly head: string; readonly shape: Shape } | null = null;

/** The shape of a report by its first bytes, which may end anywhere. Several formats ask for the same one after the other. */
export function shapeOf(head: string): Shape {
	if (last?.head !== head) last = { head, shape: readShape(head) };
	return last.shape;
}

/** Whether every key is there. */
export function hasKeys({ keys }: Shape, ...wanted: readonly string[]): boolean {
	return wanted.every((key) => keys.has(key));
}

function readShape(head: string): Shape {
	const first = head.trimStart()[0];
	const root = first === '{' ? 'object' : first === '[' ? 'array' : null;
	const sink = new ShapeSink();
	try {
		if (root !== null) new Tokenizer(sink).push(Buffer.from(head));
	} catch {
		// What was seen until the fault may still tell the format; reading it for real will say what is wrong.
	}
	return { root, empty: sink.empty, keys: sink.keys, texts: sink.texts };
}

class ShapeSink implements TokenSink {
	readonly wantsText = true;
	readonly keys = new Set<string>();
	readonly texts = new Map<string, string>();
	empty = false;
	readonly #steps: string[] = [];
	readonly #arrays: boolean[] = [];
	#keyNext = false;
	#tokens = 0;

	sign(code: number): boolean {
		this.#tokens += 1;
		if (code === 0x7b || code === 0x5b) {
			this.#arrays.push(code === 0x5b);
			this.#steps.push('*');
			this.#keyNext = code === 0x7b;
			return true;
		}
		if (code === 0x2c) this.#keyNext = this.#arrays.at(-1) === false;
		if (code !== 0x7d && code !== 0x5d) return true;
		this.#arrays.pop();
		this.#steps.pop();
		this.#keyNext = false;
		this.empty = this.#tokens === 2;
		return this.#arrays.length > 0;
	}

	string(_start: number, _end: number, text: string | null): boolean {
		this.#tokens += 1;
		if (this.#arrays.length === 0) return false;
		if (this.#keyNext) {
			this.#keyNext = false;
			this.#steps[this.#steps.length - 1] = text ?? '';
			if (this.#steps.length <= DEPTH) this.keys.add(this.#steps.join('.'));
		} else if (this.#steps.length <= 2) {
			const path = this.#steps.join('.');
			if (!this.texts.has(path)) this.texts.set(path, text ?? '');
		}
		return true;
	}

	scalar(): boolean {
		this.#tokens += 1;
		return this.#arrays.length > 0;
	}
}
