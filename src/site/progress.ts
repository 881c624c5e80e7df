import type { AstroPrerenderer } from 'astro';

/** Astro's own prerenderer, with every finished page reported. */
export function counting(
	prerenderer: AstroPrerenderer,
	onPage: (done: number, total: number) => void,
): AstroPrerenderer {
	let done = 0;
	let total = 0;
	return {
		...prerenderer,
		getStaticPaths: async () => {
			const paths = await prerenderer.getStaticPaths();
			total = paths.length;
			return paths;
		},
		render: async (request, options) => {
			const page = await prerenderer.render(request, options);
			done += 1;
			onPage(done, total);
			return page;
		},
	};
}
