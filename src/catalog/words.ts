/** Short words that are always written in capitals, besides those without a vowel (`css`, `http`). */
const CAPITALS = new Set(['ai', 'api', 'aws', 'ci', 'cli', 'io', 'oop', 'orm', 'seo', 'ui', 'uri', 'url', 'ux']);

/** Names as their owners write them; a title that gets them wrong looks careless. */
const NAMES = new Map(
	[
		...[
			'Angular',
			'ClickHouse',
			'Django',
			'Docker',
			'Elixir',
			'Expo',
			'GitHub',
			'GitLab',
			'Go',
			'GraphQL',
			'Java',
			'JavaScript',
		],
		...[
			'Kotlin',
			'Kubernetes',
			'Laravel',
			'Linux',
			'macOS',
			'MongoDB',
			'MySQL',
			'nginx',
			'OpenAPI',
			'OpenSearch',
			'Phoenix',
		],
		...[
			'PHP',
			'Postgres',
			'PostgreSQL',
			'Python',
			'Rails',
			'React',
			'Redis',
			'Ruby',
			'Rust',
			'Spring',
			'SQLite',
			'Supabase',
		],
		...[
			'Svelte',
			'Swift',
			'SwiftUI',
			'Tailwind',
			'Terraform',
			'TypeScript',
			'Unity',
			'Vercel',
			'Vue',
			'webpack',
			'iOS',
			'iPadOS',
		],
	].map((name) => [name.toLowerCase(), name]),
)
	.set('nextjs', 'Next.js')
	.set('nodejs', 'Node.js')
	.set('vuejs', 'Vue.js');

/** A folder name or prefix as a title: `http-api-design` is `HTTP API design`. */
export function inWords(name: string): string {
	const words = name.split(/[-_\s]+/).filter((word) => word !== '');
	const written = words.map((word) =>
		CAPITALS.has(word) || /^[bcdfghjklmnpqrstvwxz]{1,4}$/.test(word)
			? word.toUpperCase()
			: (NAMES.get(word.toLowerCase()) ?? word),
	);
	const text = written.join(' ');
	if (text === '') return name;
	return NAMES.has((words[0] ?? '').toLowerCase()) ? text : text.charAt(0).toUpperCase() + text.slice(1);
}

/** A title as a path segment: lower case, letters and digits of every script, hyphens between. */
export function slugOf(text: string): string {
	return text
		.normalize('NFC')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
		.replace(/^-+|(?<!-)-+$/g, '');
}

/** Makes names unique without regard to case: the first keeps its name, later ones get a number. */
export function uniqueNames(): (wanted: string) => string {
	const taken = new Set<string>();
	const next = new Map<string, number>();
	return (wanted) => {
		let name = wanted;
		for (let number = next.get(wanted) ?? 2; taken.has(name.toLowerCase()); number++) {
			name = `${wanted}-${number}`;
			next.set(wanted, number + 1);
		}
		taken.add(name.toLowerCase());
		return name;
	};
}

/** Order of reading: `rule-2` before `rule-10`, otherwise by code unit, the same on every machine. */
export function compareNaturally(a: string, b: string): number {
	const [left, right] = [a.split(/(\d+)/), b.split(/(\d+)/)];
	for (let index = 0; index < Math.min(left.length, right.length); index++) {
		const [one = '', other = ''] = [left[index], right[index]];
		if (one === other) continue;
		const bySize = index % 2 === 1 ? Number(one) - Number(other) : 0;
		return bySize || compareText(one, other);
	}
	return left.length - right.length || compareText(a, b);
}

export function compareText(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
