import type { DiagnosticArgs, DiagnosticCode } from '../domain/diagnostics.ts';
import type { Place } from '../domain/place.ts';

/** What the readers of single keys share. */
export interface FrontmatterContext {
	readonly yaml: string;
	readonly at: (offset: number) => Place;
	readonly report: <C extends DiagnosticCode>(code: C, offset: number, args: DiagnosticArgs<C>) => void;
	readonly reportAt: <C extends DiagnosticCode>(code: C, place: Place, args: DiagnosticArgs<C>) => void;
}
