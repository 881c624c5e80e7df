/**
 * Pieces of code, most used language first. `$a`, `$b` and `$c` become identifiers, `$T` the name of a type, `$1` a number,
 * `$s` a text.
 */
export const SNIPPETS: readonly (readonly [language: string, pieces: readonly string[]])[] = [
	[
		'typescript',
		[
			"export async function $a($b: string, options: Partial<$T> = {}): Promise<$T[]> {\n\tconst response = await fetch(`/api/list?limit=$1`, $b);\n\tif (!response.ok) throw new Error('$s');\n\treturn (await response.json()) as $T[];\n}",
			'interface $T {\n\treadonly $a: string; // $s\n\t$b?: number;\n\t$c: Map<string, readonly $T[]>;\n}',
			"const $a = items\n\t.filter(({ $b }) => $b > $1)\n\t.map((one) => ({ ...one, $c: '$s' }));",
		],
	],
	[
		'python',
		[
			'def $a($b: list[str], limit: int = $1) -> dict[str, int]:\n    """$s"""\n    counts = {}\n    for name in $b[:limit]:\n        counts[name] = counts.get(name, 0) + 1\n    return counts',
			'class $T:\n    $a: str = "$s"\n\n    async def $b(self, *, $c=None):\n        async with self.session.get(f"/{self.$a}") as response:\n            return await response.json()',
		],
	],
	[
		'tsx',
		[
			'export function $T({ $a, onChange }: Props) {\n\tconst [$b, setValue] = useState<string | null>(null);\n\tuseEffect(() => {\n\t\tonChange($b ?? \'$s\');\n\t}, [$b, onChange]);\n\treturn (\n\t\t<section className="card">\n\t\t\t<h2>{$a}</h2>\n\t\t\t<button onClick={() => setValue(null)}>$s</button>\n\t\t</section>\n\t);\n}',
		],
	],
	[
		'swift',
		[
			'struct $T: View {\n    @State private var $a = $1\n    let $b: [String]\n\n    var body: some View {\n        List($b, id: \\.self) { name in\n            Text("$s \\(name)")\n        }\n        .task { await $c() }\n    }\n}',
		],
	],
	[
		'rust',
		[
			'pub fn $a<T: AsRef<str>>($b: &[T]) -> Result<usize, $T> {\n    let mut total = 0usize;\n    for one in $b {\n        total += one.as_ref().len().min($1);\n    }\n    if total == 0 {\n        return Err($T::Empty("$s".into()));\n    }\n    Ok(total)\n}',
		],
	],
	[
		'go',
		[
			'func $a(ctx context.Context, $b []string) (map[string]int, error) {\n\t$c := make(map[string]int, len($b))\n\tfor i, name := range $b {\n\t\tif err := ctx.Err(); err != nil {\n\t\t\treturn nil, fmt.Errorf("$s: %w", err)\n\t\t}\n\t\t$c[name] = i * $1\n\t}\n\treturn $c, nil\n}',
		],
	],
	[
		'sql',
		[
			"SELECT $a.id, count(*) AS $b\nFROM $a\nJOIN $c ON $c.owner_id = $a.id\nWHERE $a.state = '$s' AND $c.size > $1\nGROUP BY $a.id\nORDER BY $b DESC\nLIMIT 50;",
		],
	],
	[
		'ruby',
		[
			"class $T < ApplicationRecord\n  has_many :$a, dependent: :destroy\n  scope :$b, -> { where('size > ?', $1) }\n\n  def $c\n    $a.map { |one| \"#{one.name}: $s\" }.join(', ')\n  end\nend",
		],
	],
	[
		'java',
		[
			'public final class $T {\n    private final Map<String, List<Integer>> $a = new HashMap<>();\n\n    /** $s */\n    public List<Integer> $b(String name) {\n        return $a.computeIfAbsent(name, key -> new ArrayList<>($1));\n    }\n}',
		],
	],
	['yaml', ['$a:\n  name: $s\n  replicas: $1\n  $b:\n    - image: registry/$c:latest\n      ports: [8080, $1]']],
	[
		'bash',
		['set -euo pipefail\nfor file in "$a"/*.log; do\n  grep -c \'$s\' "$file" | head -n $1 || echo "$b: none"\ndone'],
	],
	[
		'css',
		[
			'.$a {\n\tdisplay: grid;\n\tgap: $1px;\n\tcolor: var(--$b, #334);\n}\n\n@media (width > $1px) {\n\t.$a > .$c { opacity: 0.8; }\n}',
		],
	],
];
