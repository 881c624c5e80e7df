import type { Impact } from '../../domain/impact.ts';

/** The tier as a path segment and attribute: `medium-high`, or `none`. */
export function impactKey(impact: Impact | null): string {
	return impact === null ? 'none' : impact.toLowerCase();
}

/** The tier as a reader sees it: `Medium-high`, or `No tier`. */
export function impactName(impact: Impact | null): string {
	return impact === null ? 'No tier' : impact[0] + impact.slice(1).toLowerCase();
}

/** The six-bar scale and the word; CSS draws the bars by the attribute. */
export function impactMark(impact: Impact | null): string {
	return `<span class="impact" data-impact="${impactKey(impact)}">${impactName(impact)}</span>`;
}
