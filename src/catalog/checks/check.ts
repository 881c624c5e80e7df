import type { Diagnostic } from '../../domain/diagnostics.ts';
import type { ParsedRule } from '../../domain/rule.ts';
import type { ArrangedPack } from '../arranged.ts';
import type { DeclaredLinks } from '../declared-links.ts';
import type { FileIndex } from '../file-index.ts';
import type { PlacedRule } from '../identical.ts';

/** All there is to know about all packs. */
export interface Knowledge {
	readonly packs: readonly ArrangedPack[];
	readonly files: FileIndex;
	readonly identical: ReadonlyMap<ParsedRule, readonly PlacedRule[]>;
	readonly links: DeclaredLinks;
}

/** Looks across rules for one kind of fault. Pure. */
export type Check = (knowledge: Knowledge) => readonly Diagnostic[];
