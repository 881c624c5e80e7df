import { LINK_DIAGNOSTICS } from './diagnostics-links.ts';
import { PUBLISHED_DIAGNOSTICS } from './diagnostics-published.ts';
import { TRUST_DIAGNOSTICS } from './diagnostics-trust.ts';
import { IMPACTS } from './impact.ts';
import type { DiagnosticKind } from './severity.ts';

const tiers = IMPACTS.join(', ');
const oneTag = 'a tag of at least one letter or digit';

/**
 * Every diagnostic there is. A new code needs: an entry here, a fixture pack `tests/fixtures/<code>/` that yields exactly it,
 * and its page `content/rule-authoring/rules/<code>.md`; tests fail until all three exist.
 */
export const DIAGNOSTICS = {
	'encoding-invalid': {
		severity: 'error',
		title: 'The file is not UTF-8',
		say: (a: { byte: number }) => ({
			found: `The byte at offset ${a.byte} is not UTF-8`,
			expected: 'a text file in UTF-8',
			fix: 'Save the file as UTF-8; nothing is guessed, so that no letter of it changes unseen',
		}),
	},
	'file-unreadable': {
		severity: 'error',
		title: 'The file cannot be read',
		say: (a: { reason: string }) => ({
			found: `The file cannot be read: ${a.reason}`,
			expected: 'a file that this program may read, inside its content folder',
			fix: 'Give read permission, repair the link, or remove the file',
		}),
	},
	'file-excessive': {
		severity: 'error',
		title: 'The file is too large or too deep',
		say: (a: { what: string }) => ({
			found: `The file has ${a.what}`,
			expected: 'a rule that a person can read, whose page is made in less than a second',
			fix: 'Split the rule; put what is no text between two fences',
		}),
	},
	'frontmatter-missing': {
		severity: 'warning',
		title: 'A file among the rules has no frontmatter',
		say: (_: Record<string, never>) => ({
			found: 'A Markdown file in a rule folder without frontmatter; it is not published',
			expected: 'frontmatter between two `---` lines at the very start of the file, with a title',
			fix: 'Add frontmatter to make it a rule, or let its name begin with `_` to keep it out',
		}),
	},
	'frontmatter-unclosed': {
		severity: 'error',
		title: 'The frontmatter has no closing line',
		say: (_: Record<string, never>) => ({
			found: 'The frontmatter opens with `---` and never closes',
			expected: 'a line `---` after the last key',
			fix: 'Add a line `---` between the frontmatter and the text',
		}),
	},
	'yaml-invalid': {
		severity: 'error',
		title: 'The frontmatter is not valid YAML',
		say: (a: { reason: string; hint: string | null }) => ({
			found: `The frontmatter is not valid YAML: ${a.reason}`,
			expected: 'keys and values such as `title: Close what you open`',
			fix: a.hint ?? 'Put the value in quotes, or correct the indentation',
		}),
	},
	'value-cut': {
		severity: 'warning',
		title: 'A value is cut off by ` #`',
		say: (a: { key: string; kept: string; lost: string }) => ({
			found: `\`${a.key}\` ends at "${a.kept}"; YAML reads "${a.lost}" as a comment`,
			expected: 'a value in quotes when it holds a space followed by `#`',
			fix: `Write ${a.key}: ${JSON.stringify(`${a.kept} ${a.lost}`.trim())}`,
		}),
	},
	'value-type': {
		severity: 'warning',
		title: 'A value is not of its type',
		say: (a: { key: string; found: string; expected: string }) => ({
			found: `\`${a.key}\` is ${a.found}`,
			expected: a.expected,
			fix: `Write \`${a.key}\` as ${a.expected}`,
		}),
	},
	'title-missing': {
		severity: 'error',
		title: 'The rule has no title',
		say: (a: { empty: boolean }) => ({
			found: a.empty ? '`title` is empty' : 'The frontmatter has no `title`',
			expected: 'a title that says what to do, such as `title: Close what you open`',
			fix: 'Add a `title`, or let the file name begin with `_` if this is no rule',
		}),
	},
	'impact-unknown': {
		severity: 'warning',
		title: 'The impact is not one of the six tiers',
		say: (a: { word: string }) => ({
			found: `"${a.word}" is not an impact; the rule is published without a tier`,
			expected: `one of ${tiers}`,
			fix: 'Choose a tier, or remove `impact` from a rule that has none',
		}),
	},
	'impact-contradiction': {
		severity: 'warning',
		title: 'The body names another impact than the frontmatter',
		say: (a: { body: string; frontmatter: string }) => ({
			found: `The body says ${a.body}, the frontmatter says ${a.frontmatter}`,
			expected: 'the same impact in both, or none in the body',
			fix: 'Correct one of the two, or remove the line from the body: the page shows the impact anyway',
		}),
	},
	'tag-null': {
		severity: 'warning',
		title: 'A tag is null',
		say: (a: { written: string }) => ({
			found:
				a.written === ''
					? 'An empty list item, which YAML reads as null'
					: `\`${a.written}\` is null in YAML, not a word`,
			expected: oneTag,
			fix: a.written === '' ? 'Remove the item' : `Put it in quotes: "${a.written}"`,
		}),
	},
	'tag-number': {
		severity: 'warning',
		title: 'A tag is a number or another non-word',
		say: (a: { written: string; type: string }) => ({
			found: `\`${a.written}\` is a ${a.type} in YAML, not a word`,
			expected: oneTag,
			fix: `Put it in quotes: "${a.written}"`,
		}),
	},
	'tag-empty': {
		severity: 'warning',
		title: 'A tag is empty',
		say: (_: Record<string, never>) => ({
			found: 'An empty tag, such as two commas in a row leave',
			expected: oneTag,
			fix: 'Remove the empty tag',
		}),
	},
	'tag-duplicate': {
		severity: 'warning',
		title: 'Two tags of a rule are the same up to case and punctuation',
		say: (a: { tag: string; first: string }) => ({
			found: a.tag === a.first ? `The tag "${a.tag}" stands twice` : `"${a.tag}" and "${a.first}" are one tag`,
			expected: 'each tag once',
			fix: `Remove "${a.tag}"`,
		}),
	},
	'incorrect-missing': {
		severity: 'warning',
		title: 'The rule shows no incorrect example',
		say: (_: Record<string, never>) => ({
			found: 'Labelled examples, none of them incorrect',
			expected: 'a fence after a label such as `**Incorrect (what goes wrong):**`',
			fix: 'Add the code that the rule forbids',
		}),
	},
	'correct-missing': {
		severity: 'warning',
		title: 'The rule shows no correct example',
		say: (_: Record<string, never>) => ({
			found: 'Labelled examples, none of them correct',
			expected: 'a fence after a label such as `**Correct (why it is right):**`',
			fix: 'Add the code that the rule asks for',
		}),
	},
	'examples-missing': {
		severity: 'info',
		title: 'The rule labels no example',
		say: (_: Record<string, never>) => ({
			found: 'No incorrect and no correct example',
			expected: 'labels such as `**Incorrect (…):**` and `**Correct (…):**`, each followed by a fence',
			fix: 'Add both if the rule is about code; a rule in prose may stay as it is',
		}),
	},
	'fence-unclosed': {
		severity: 'warning',
		title: 'A fence is never closed',
		say: (a: { fence: string }) => ({
			found: `The fence \`${a.fence}\` runs to the end without a closing line; all text below it is code`,
			expected: `a line \`${a.fence}\` after the code`,
			fix: 'Close the fence where the code ends',
		}),
	},
	'fence-language-missing': {
		severity: 'info',
		title: 'A fence names no language',
		say: (_: Record<string, never>) => ({
			found: 'A fence without a language; it is shown without highlighting',
			expected: 'a language after the backticks, such as ```ts',
			fix: 'Name the language, or write `text` for plain text',
		}),
	},
	'fence-language-unknown': {
		severity: 'warning',
		title: 'A fence names a language that Shiki does not know',
		say: (a: { language: string; near: string | null }) => ({
			found: `"${a.language}" is not a language that Shiki knows; the code is shown without highlighting`,
			expected: 'a language or alias of https://shiki.style/languages',
			fix:
				a.near === null
					? 'Write a language that is close, or `text`'
					: `Did you mean \`${a.near}\`? Otherwise write \`text\``,
		}),
	},
	'link-broken': {
		severity: 'warning',
		title: 'A relative link leads nowhere',
		say: (a: { url: string }) => ({
			found: `The link "${a.url}" leads to no rule or file of this pack; it is shown as plain text`,
			expected: 'the path of a file, relative to this one, or a whole address with https://',
			fix: 'Correct the path, or write the whole address',
		}),
	},
	'anchor-broken': {
		severity: 'warning',
		title: 'A link names a heading that is not there',
		say: (a: { url: string; near: string | null }) => ({
			found: `No heading has the anchor of "${a.url}"`,
			expected: 'the anchor of a heading: its words in lower case, joined by hyphens',
			fix: a.near === null ? 'Correct the anchor, or add the heading' : `Did you mean \`#${a.near}\`?`,
		}),
	},
	'image-missing': {
		severity: 'warning',
		title: 'An image is not there',
		say: (a: { url: string }) => ({
			found: `The image "${a.url}" is not in this pack; its description is shown instead`,
			expected: 'the path of an image file inside the pack, relative to this file',
			fix: 'Add the file, or correct the path',
		}),
	},
	'heading-repeated': {
		severity: 'info',
		title: 'A heading repeats',
		say: (a: { text: string; line: number }) => ({
			found: `"${a.text}" is also a heading in line ${a.line}`,
			expected: 'headings that tell apart what stands below them',
			fix: 'Reword one of the two',
		}),
	},
	'heading-skipped': {
		severity: 'info',
		title: 'A heading skips a level',
		say: (a: { from: number; to: number }) => ({
			found: `A heading of level ${a.to} after one of level ${a.from}`,
			expected: `level ${a.from + 1} at most, so that the outline has no holes`,
			fix: `Write ${'#'.repeat(a.from + 1)} instead of ${'#'.repeat(a.to)}`,
		}),
	},
	'mdx-untrusted': {
		severity: 'error',
		title: 'An MDX rule in a pack that is not trusted',
		say: (a: { pack: string }) => ({
			found: `An .mdx file in the pack "${a.pack}", which is not trusted: MDX is a program`,
			expected: 'a .md file, or a pack that you trust as you trust your own code',
			fix: `Rename it to .md, or add "${a.pack}" to \`trusted\` in rulepress.config.mjs`,
		}),
	},
	'mdx-invalid': {
		severity: 'error',
		title: 'An MDX rule does not compile',
		say: (a: { reason: string }) => ({
			found: `The file is not valid MDX: ${a.reason}`,
			expected: 'Markdown with JSX, where every tag closes and `{`, `<` in text are escaped',
			fix: 'Correct the tag or the braces, or rename the file to .md, where such text is text',
		}),
	},
	'id-duplicate': {
		severity: 'error',
		title: 'Two files have one id',
		say: (a: { id: string; other: string }) => ({
			found: `The id "${a.id}" is also that of ${a.other}`,
			expected: 'file names that are unique in their pack, whatever the folder and the case',
			fix: 'Rename one of the two files: a link can lead to only one of them',
		}),
	},
	'pack-renamed': {
		severity: 'warning',
		title: 'Two packs have one name',
		say: (a: { name: string; other: string; given: string; source: string }) => ({
			found: `The pack name "${a.name}" is taken by ${a.other}; this one is called "${a.given}"`,
			expected: 'pack names that are unique on a site',
			fix: `Pin the name for good in rulepress.config.mjs: packNames: { ${JSON.stringify(a.source)}: ${JSON.stringify(a.given)} }`,
		}),
	},
	'metadata-invalid': {
		severity: 'warning',
		title: 'metadata.json cannot be used',
		say: (a: { reason: string }) => ({
			found: `metadata.json is not used: ${a.reason}`,
			expected: 'a JSON object with `version`, `organization`, `technology`, `abstract`, `references`',
			fix: 'Correct the file, or remove it',
		}),
	},
	'pack-file-invalid': {
		severity: 'warning',
		title: 'SKILL.md or _sections.md cannot be read as it was meant',
		say: (a: { name: string; reason: string; hint: string | null }) => ({
			found: `${a.name} cannot be read as it was meant: ${a.reason}`,
			expected: 'text in UTF-8, whose frontmatter, if it has any, is valid YAML',
			fix: a.hint ?? 'Put the value in quotes, or correct the file',
		}),
	},
	'section-undeclared': {
		severity: 'warning',
		title: 'A rule belongs to no declared section',
		say: (a: { stem: string; prefixes: readonly string[]; section: string }) => ({
			found: `"${a.stem}" begins with no prefix of _sections.md; the rule stands under "${a.section}"`,
			expected: `a file name that begins with one of ${a.prefixes.map((prefix) => `${prefix}-`).join(', ')}`,
			fix: 'Rename the file, or declare its section in _sections.md',
		}),
	},
	'section-empty': {
		severity: 'warning',
		title: 'A declared section has no rules',
		say: (a: { title: string; prefix: string }) => ({
			found: `The section "${a.title}" has no rule: no file name begins with "${a.prefix}-"`,
			expected: 'at least one rule in every declared section',
			fix: 'Add a rule, correct the prefix in parentheses, or remove the section',
		}),
	},
	'related-unknown': {
		severity: 'warning',
		title: 'A related rule is not there',
		say: (a: { name: string; near: string | null }) => ({
			found: `\`related\` names "${a.name}", and no rule is called that`,
			expected: 'the stem of a rule of this pack, or the id of a rule of any pack, such as `pack/stem`',
			fix: a.near === null ? 'Correct the name, or remove it' : `Write \`${a.near}\` if that is what you mean`,
		}),
	},
	'title-duplicate': {
		severity: 'warning',
		title: 'Two rules of a pack have one title',
		say: (a: { title: string; other: string }) => ({
			found: `"${a.title}" is also the title of ${a.other}`,
			expected: 'a title of its own for every rule of a pack',
			fix: 'Reword one of the two titles, or merge the rules',
		}),
	},
	'rule-identical': {
		severity: 'info',
		title: 'The same rule stands in another pack, byte by byte',
		say: (a: { other: string }) => ({
			found: `The file has the same bytes as ${a.other}`,
			expected: 'one home for every rule',
			fix: 'Keep one copy, or leave it: both pages name each other',
		}),
	},
	...LINK_DIAGNOSTICS,
	...PUBLISHED_DIAGNOSTICS,
	...TRUST_DIAGNOSTICS,
} as const satisfies Record<string, DiagnosticKind>;
