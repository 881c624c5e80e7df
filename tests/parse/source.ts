import type { SourceFault, SourceFile } from '../../src/domain/source.ts';

/** A file as the load stage hands it over. */
export function sourceOf(text: string, name = 'rules/a.md', fault: SourceFault | null = null): SourceFile {
	return {
		file: `content/web/${name}`,
		absolute: `/content/web/${name}`,
		source: `web/${name}`,
		text,
		digest: '',
		fault,
	};
}
