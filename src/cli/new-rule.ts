import { stringify } from 'yaml';
import type { Impact } from '../domain/impact.ts';

export interface NewRule {
	readonly title: string;
	readonly impact: Impact | null;
	readonly tags: readonly string[];
}

/** The text of a rule file to begin with: complete frontmatter, and both examples with a label, a reason and a fence. */
export function newRuleText({ title, impact, tags }: NewRule): string {
	const frontmatter = {
		title,
		...(impact !== null && { impact }),
		...(tags.length > 0 && { tags: tags.join(', ') }),
	};
	return `---
${stringify(frontmatter, { lineWidth: 0 })}---

## ${title}

Say in a sentence or two what to do and why it matters.

**Incorrect (say what goes wrong):**

\`\`\`text
the code that the rule forbids
\`\`\`

**Correct (say why this is right):**

\`\`\`text
the code that the rule asks for
\`\`\`
`;
}

/** A title from a file stem: `close-what-you-open` → `Close what you open`. */
export function titleFromStem(stem: string): string {
	const words = stem.replace(/[-_]+/g, ' ').trim();
	return words.charAt(0).toUpperCase() + words.slice(1);
}
