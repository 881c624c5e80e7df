/** A group of bars with one unit: who needs how much. */
export interface Chart {
	readonly title: string;
	readonly bars: readonly Bar[];
}

export interface Bar {
	readonly name: string;
	readonly value: number;
	/** The value as it is read. */
	readonly label: string;
	/** The bar that the plot is about. */
	readonly own: boolean;
}

const WIDTH = 760;
const NAME_WIDTH = 150;
const LABEL_WIDTH = 90;
const ROW = 26;
const HEAD = 34;
const GAP = 18;

/**
 * Charts below each other as an SVG that is readable on light and on dark pages, with the fonts of the machine that shows
 * it. What it says is in its `title` too, for those who do not see it.
 */
export function plot(title: string, charts: readonly Chart[]): string {
	let top = 0;
	const parts: string[] = [];
	for (const chart of charts) {
		parts.push(chartAt(chart, top));
		top += HEAD + chart.bars.length * ROW + GAP;
	}
	const said = charts.map(
		(chart) => `${chart.title}: ${chart.bars.map(({ name, label }) => `${name} ${label}`).join(', ')}`,
	);
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${top}" width="${WIDTH}" height="${top}" role="img" aria-labelledby="title">
<title id="title">${entities(`${title}. ${said.join('. ')}.`)}</title>
<style>
text { font: 14px system-ui, -apple-system, "Segoe UI", sans-serif; fill: #24292f }
.head { font-weight: 600 }
.bar { fill: #8c959f }
.own { fill: #0969da }
@media (prefers-color-scheme: dark) {
text { fill: #e6edf3 }
.bar { fill: #6e7681 }
.own { fill: #4493f8 }
}
</style>
${parts.join('\n')}
</svg>
`;
}

function chartAt({ title, bars }: Chart, top: number): string {
	const most = Math.max(...bars.map(({ value }) => value));
	const room = WIDTH - NAME_WIDTH - LABEL_WIDTH;
	const rows = bars.map(({ name, value, label, own }, at) => {
		const y = top + HEAD + at * ROW;
		const width = most === 0 ? 0 : Math.max(1, Math.round((value / most) * room));
		return [
			`<text x="0" y="${y + 14}">${entities(name)}</text>`,
			`<rect class="${own ? 'own' : 'bar'}" x="${NAME_WIDTH}" y="${y}" width="${width}" height="18" rx="2"/>`,
			`<text x="${NAME_WIDTH + width + 8}" y="${y + 14}">${entities(label)}</text>`,
		].join('\n');
	});
	return [`<text class="head" x="0" y="${top + 18}">${entities(title)}</text>`, ...rows].join('\n');
}

function entities(text: string): string {
	return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
