import type { IGrammar, StateStack } from 'shiki/textmate';

/** What a grammar makes of lines, one after the other. */
export interface LineReader<Read> {
	/** What `read` makes of the tokens of each line; a line that came before in the same state is not tokenized again. */
	readonly lines: (grammar: IGrammar, lines: readonly string[]) => Read[];
	/** Forgets all lines: what was made of the last ones does not hold. */
	readonly forget: () => void;
}

/** Tokens as vscode-textmate packs them: start and metadata of each, one after the other. */
export type PackedTokens = Uint32Array;

/** How vscode-textmate keeps what is open where a line ends; positions in it mean nothing on the next line. */
interface Stack extends StateStack {
	readonly parent: Stack | null;
	readonly ruleId: number;
	readonly beginRuleCapturedEOL: boolean;
	readonly endRule: string | null;
	readonly nameScopesList: Scopes | null;
	readonly contentNameScopesList: Scopes | null;
}

interface Scopes {
	readonly parent: Scopes | null;
	readonly scopeName: string;
	readonly tokenAttributes: number;
}

/** Where a line may begin, with the lines that began there. Two stacks that hold the same are one state. */
interface State<Read> {
	readonly stack: StateStack | null;
	readonly number: number;
	readonly known: Map<string, { readonly read: Read; readonly next: State<Read> }>;
}

/** Lines that are kept: those of some hundred rules, so that a rule's twin examples and its neighbours find theirs. */
const MOST_LINES = 20_000;

/**
 * Four lines in ten of real rules come again where the same is open: the correct example repeats most of the incorrect one.
 * A line's tokens depend on its text, on what is open where it begins, and on nothing else, so that the memory makes no difference.
 */
export function lineReader<Read>(read: (line: string, tokens: PackedTokens) => Read): LineReader<Read> {
	let memories = new WeakMap<IGrammar, StateMemory<Read>>();
	let kept = 0;
	const forget = (): void => {
		memories = new WeakMap();
		kept = 0;
	};
	return {
		forget,
		lines: (grammar, lines) => {
			if (kept > MOST_LINES) forget();
			const memory = memories.get(grammar) ?? new StateMemory<Read>();
			memories.set(grammar, memory);
			let state = memory.start;
			return lines.map((line) => {
				const known = state.known.get(line);
				if (known !== undefined) {
					state = known.next;
					return known.read;
				}
				const { tokens, ruleStack } = grammar.tokenizeLine2(line, state.stack, 0);
				const made = { read: read(line, tokens), next: memory.stateOf(ruleStack as Stack) };
				state.known.set(line, made);
				kept += 1;
				state = made.next;
				return made.read;
			});
		},
	};
}

/** The states of one grammar. */
class StateMemory<Read> {
	readonly start: State<Read> = { stack: null, number: 0, known: new Map() };
	readonly #states = new Map<string, State<Read>>();
	readonly #stateOfStack = new WeakMap<Stack, State<Read>>();
	readonly #numbers = new Map<string, number>();
	readonly #numberOfScopes = new WeakMap<Scopes, number>();

	stateOf(stack: Stack): State<Read> {
		const seen = this.#stateOfStack.get(stack);
		if (seen !== undefined) return seen;
		const { parent, ruleId, beginRuleCapturedEOL, endRule } = stack;
		const below = parent === null ? 0 : this.stateOf(parent).number;
		const scopes = [stack.nameScopesList, stack.contentNameScopesList].map((one) => this.#numberOf(one));
		const key = `${below} ${ruleId} ${beginRuleCapturedEOL} ${scopes.join(' ')} ${endRule === null ? '' : `=${endRule}`}`;
		const state = this.#states.get(key) ?? { stack, number: this.#states.size + 1, known: new Map() };
		this.#states.set(key, state);
		this.#stateOfStack.set(stack, state);
		return state;
	}

	#numberOf(scopes: Scopes | null): number {
		if (scopes === null) return 0;
		const seen = this.#numberOfScopes.get(scopes);
		if (seen !== undefined) return seen;
		const key = `${this.#numberOf(scopes.parent)} ${scopes.tokenAttributes} ${scopes.scopeName}`;
		const number = this.#numbers.get(key) ?? this.#numbers.size + 1;
		this.#numbers.set(key, number);
		this.#numberOfScopes.set(scopes, number);
		return number;
	}
}
