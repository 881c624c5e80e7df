/** The tiers of impact, most severe first. The order is the order of every list and filter. */
export const IMPACTS = ['CRITICAL', 'HIGH', 'MEDIUM-HIGH', 'MEDIUM', 'LOW-MEDIUM', 'LOW'] as const;

export type Impact = (typeof IMPACTS)[number];

/** How many bars of the six-step scale an impact fills: 6 for CRITICAL, 1 for LOW, 0 for a rule without a tier. */
export function impactLevel(impact: Impact | null): number {
	return impact === null ? 0 : IMPACTS.length - IMPACTS.indexOf(impact);
}

/**
 * The tier that a written word names, or null when it names none.
 * Case, spaces and underscores do not matter: `medium high` and `Medium_High` are `MEDIUM-HIGH`.
 */
export function parseImpact(word: string): Impact | null {
	const folded = word
		.trim()
		.toUpperCase()
		.replace(/[\s_–—-]+/g, '-');
	return IMPACTS.find((impact) => impact === folded) ?? null;
}

/** Sorts most severe first; rules without a tier come last. */
export function compareImpacts(a: Impact | null, b: Impact | null): number {
	return impactLevel(b) - impactLevel(a);
}
