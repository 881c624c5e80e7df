import type { Config } from '../domain/config.ts';
import type { PipelineResult } from '../pipeline.ts';
import { CannotRun } from './failure.ts';
import { shortPath } from './short-path.ts';

/**
 * Throws `CannotRun` when the content folders hold nothing to talk about: most likely the wrong folder was named,
 * and neither a green check nor an empty site in place of a good one would say so.
 */
export function requireRules({ content }: Config, { catalog, diagnostics }: PipelineResult): void {
	if (catalog.rules.length > 0 || diagnostics.length > 0) return;
	const folders = content.map(shortPath).join(', ');
	throw new CannotRun(`No rules in ${folders}; a rule is a Markdown file with frontmatter that has a title`);
}
