import { analyse } from 'scslre';

/** What makes a pattern take more than linear time, whatever stands in front of the text that it repeats; [] when nothing does. */
export function faultsOf({ source, flags }: { readonly source: string; readonly flags: string }): readonly string[] {
	const { reports } = analyse({ source, flags }, { reportTypes: { Move: true, Self: true, Trade: true } });
	return reports.map(({ type, character }) => `${type} of ${JSON.stringify(character.pick)}`);
}
