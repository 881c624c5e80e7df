import { containerOf, type Frame, frame, type WalkPattern } from './frame.ts';
import type { JsonNode } from './node.ts';
import { JsonFault, type TokenSink } from './tokenizer.ts';

export type JsonPath = readonly (string | number)[];

/** One place of the report that a pattern asks for. */
export interface Selected {
	readonly pattern: string;
	readonly path: JsonPath;
	readonly node: JsonNode;
}

/** More than any report nests; what goes deeper is an attack on the stack of whoever reads the result. */
const DEEPEST = 1000;

const OPEN_OBJECT = 0x7b;
const OPEN_ARRAY = 0x5b;
const CLOSE_OBJECT = 0x7d;
const CLOSE_ARRAY = 0x5d;
const COMMA = 0x2c;

type Expected = 'value' | 'first value' | 'key' | 'first key' | 'colon' | 'comma' | 'nothing';

/**
 * Follows the tokens of one value (or, with `lines`, of one after the other), checks that they are in order, and builds the
 * places that the patterns ask for; of everything else it remembers one bit per level.
 */
export class Walker implements TokenSink {
	/** What has been completed since the last look; the caller empties it. */
	readonly found: Selected[] = [];
	/** Whether the value is complete. Never with `lines`. */
	done = false;
	space: () => string = () => '';
	#frame: Frame;
	#expected: Expected = 'value';
	/** Containers inside of `#frame` that nobody asks for: whether each is an array. */
	readonly #skipped: boolean[] = [];
	#depth = 0;
	readonly #lines: boolean;

	constructor(patterns: readonly WalkPattern[], lines: boolean) {
		this.#lines = lines;
		const plan = lines ? patterns : patterns.map((one) => ({ ...one, steps: ['*', ...one.steps] }));
		this.#frame = frame(true, 0, plan, [], null);
	}

	get wantsText(): boolean {
		const { deep, shallow, plan } = this.#frame;
		return this.#skipped.length === 0 && (deep || shallow || plan.length > 0);
	}

	/** Whether the next thing is a value that no other holds. */
	get betweenValues(): boolean {
		return this.#depth === 0;
	}

	sign(code: number, at: number): boolean {
		if (code === OPEN_OBJECT || code === OPEN_ARRAY) this.#open(code === OPEN_ARRAY, at);
		else if (code === CLOSE_OBJECT || code === CLOSE_ARRAY) this.#close(code === CLOSE_ARRAY, at);
		else if (code === COMMA) {
			if (this.#expected !== 'comma' || this.#depth === 0) throw new JsonFault(at);
			this.#expected = this.#inArray() ? 'value' : 'key';
		} else {
			if (this.#expected !== 'colon') throw new JsonFault(at);
			this.#expected = 'value';
			if (this.#skipped.length === 0 && this.#frame.colon === '') this.#frame.colon = `${this.space()}:`;
		}
		return !this.done;
	}

	string(start: number, end: number, text: string | null, escaped: boolean): boolean {
		if (this.#expected === 'key' || this.#expected === 'first key') {
			if (this.#skipped.length === 0) {
				this.#noteSpace();
				this.#frame.key = text ?? '';
				this.#frame.keyStart = start;
			}
			this.#expected = 'colon';
			return true;
		}
		return this.#value(start, end, text === null ? null : { type: 'string', start, end, value: text, escaped });
	}

	scalar(start: number, end: number, raw: string): boolean {
		const first = raw.charCodeAt(0);
		const node: JsonNode =
			first < 0x40
				? { type: 'number', start, end, raw }
				: { type: 'literal', start, end, value: raw === 'null' ? null : raw === 'true' };
		return this.#value(start, end, node);
	}

	/** The text is over. Returns false when a value is not complete. */
	end(): boolean {
		return this.done || (this.#lines && this.#depth === 0);
	}

	#inArray(): boolean {
		return this.#skipped.at(-1) ?? this.#frame.isArray;
	}

	#beginValue(at: number): void {
		if (this.#depth === 0 && this.#lines) this.#expected = 'value';
		if (this.#expected !== 'value' && this.#expected !== 'first value') throw new JsonFault(at);
		if (this.#skipped.length > 0) return;
		const top = this.#frame;
		if (top.isArray) {
			this.#noteSpace();
			top.index += 1;
		} else if (top.lastEnd === null) top.colon += this.space();
	}

	#noteSpace(): void {
		const top = this.#frame;
		if (top.lead === null) top.lead = this.space();
		else top.comma ??= this.space();
	}

	#value(start: number, end: number, node: JsonNode | null): boolean {
		this.#beginValue(start);
		this.#expected = 'comma';
		if (this.#skipped.length === 0) {
			const asked = this.#frame.plan.filter((one) => one.steps.length === this.#depth + 1 && this.#matches(one));
			this.#attach(end, node, asked);
		}
		return this.#rest();
	}

	#matches({ steps }: WalkPattern): boolean {
		const step = steps[this.#depth];
		return step === '*' || step === this.#name();
	}

	#name(): string {
		return this.#frame.isArray ? String(this.#frame.index) : this.#frame.key;
	}

	#open(isArray: boolean, at: number): void {
		this.#beginValue(at);
		if (this.#depth >= DEEPEST) throw new JsonFault(at);
		const top = this.#frame;
		const live = this.#skipped.length > 0 ? [] : top.plan.filter((one) => this.#matches(one));
		const skip = live.length === 0 && !top.deep && !(top.shallow && !top.isArray);
		if (this.#skipped.length > 0 || skip) {
			this.#skipped.push(isArray);
		} else {
			const deeper = live.filter((one) => one.steps.length > this.#depth + 1);
			const asked = live.filter((one) => one.steps.length === this.#depth + 1);
			this.#frame = frame(isArray, at, deeper, asked, top);
		}
		this.#depth += 1;
		this.#expected = isArray ? 'first value' : 'first key';
	}

	#close(isArray: boolean, at: number): void {
		const afterChild = this.#expected === 'comma';
		const empty = this.#expected === (isArray ? 'first value' : 'first key');
		if (this.#depth === 0 || this.#inArray() !== isArray || !(afterChild || empty)) throw new JsonFault(at);
		this.#depth -= 1;
		this.#expected = 'comma';
		if (this.#skipped.length > 0) {
			this.#skipped.pop();
			if (this.#skipped.length === 0) this.#attach(at + 1, null, []);
		} else {
			const ended = this.#frame;
			this.#frame = ended.parent ?? ended;
			const wanted = ended.deep || ended.shallow || (this.#frame.shallow && !this.#frame.isArray);
			this.#attach(at + 1, wanted ? containerOf(ended, at + 1, this.space()) : null, ended.asked);
		}
		this.#rest();
	}

	#attach(end: number, node: JsonNode | null, asked: readonly WalkPattern[]): void {
		const top = this.#frame;
		top.lastEnd = end;
		if (node === null) return;
		if (this.#depth > 0 && (top.deep || (top.shallow && !top.isArray))) {
			top.children.push({ key: top.key, keyStart: top.keyStart, value: node });
		}
		if (asked.length === 0) return;
		const path = this.#path();
		for (const { name } of asked) this.found.push({ pattern: name, path, node });
	}

	#path(): JsonPath {
		const path: (string | number)[] = [];
		for (let at: Frame | null = this.#frame; at !== null; at = at.parent) path.unshift(at.isArray ? at.index : at.key);
		return this.#lines ? path : path.slice(1);
	}

	#rest(): boolean {
		if (this.#depth > 0) return true;
		this.#expected = 'nothing';
		this.done = !this.#lines;
		return !this.done;
	}
}
