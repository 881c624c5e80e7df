import type { AstroPrerenderer } from 'astro';

/**
 * Astro's own prerenderer, with every finished page reported. After a failure nothing more is rendered: Astro would go on
 * with all pages that are left, and write them into a folder that is being removed.
 */
export function counting(
	prerenderer: AstroPrerenderer,
	onPage: (done: number, total: number) => void,
): AstroPrerenderer {
	let done = 0;
	let total = 0;
	let failure: Error | null = null;
	return {
		...prerenderer,
		getStaticPaths: async () => {
			const paths = await prerenderer.getStaticPaths();
			total = paths.length;
			return paths;
		},
		render: async (request, options) => {
			if (failure !== null) throw failure;
			try {
				const page = await prerenderer.render(request, options);
				done += 1;
				onPage(done, total);
				return page;
			} catch (error) {
				failure = new Error(`${new URL(request.url).pathname}: ${messageOf(error)}`, { cause: error });
				throw failure;
			}
		},
	};
}

function messageOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}
