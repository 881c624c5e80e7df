/** What an editor shows of a field. */
export const says = (title: string, description: string, examples?: readonly unknown[]) => ({
	title,
	description,
	...(examples === undefined ? {} : { examples: [...examples] }),
});
