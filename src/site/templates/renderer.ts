import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { RouteData, SSRManifest } from 'astro';
import { StaticPaths, type StaticPathsApp } from 'astro/runtime/prerender/static-paths.js';

/** One page or file of the site, before it is rendered. */
export interface PagePath {
	/** Below the site's root, without base and encoding, such as `/rules/c-basics/close-files`. */
	readonly pathname: string;
	readonly route: RouteData;
	/** What the template gets; null for a page that is the only one of its template. */
	readonly props: unknown;
}

/** Renders pages of the site's state (see `state.ts`) with compiled templates. */
export interface PageRenderer {
	/** All pages of the state as it is now; to be asked again when the state is another one. */
	readonly paths: () => Promise<readonly PagePath[]>;
	/**
	 * The page at an address such as `/rules/c-basics/close-files`, or null. Asks only the templates that the address may
	 * belong to, and each once for a state.
	 */
	readonly pageAt: (pathname: string) => Promise<PagePath | null>;
	/** To be called when the state is another one, before `pageAt` is. `sameRules`: it has the rules of the one before. */
	readonly forget: (sameRules: boolean) => void;
	/** The page's bytes. Throws, with the page's address, when its template does. */
	readonly render: (page: PagePath) => Promise<Buffer>;
}

/** What of Astro's build application is used here; its package is pinned to one version. */
interface BuildApp extends Required<StaticPathsApp> {
	readonly setInternals: (internals: { readonly pagesByKeys: ReadonlyMap<string, unknown> }) => void;
	readonly setOptions: (options: object) => void;
	readonly render: (request: Request, options: { readonly routeData: RouteData }) => Promise<Response>;
}

/**
 * Loads compiled templates. Astro renders a page in a fifth of a millisecond, but its build bundles all templates anew and
 * waits for every file it writes; so its application is asked for pages directly, as Astro's own prerenderer asks it.
 */
export async function loadRenderer(folder: string): Promise<PageRenderer> {
	const server = join(folder, 'server');
	const entry = (await readdir(server)).find((name) => name.startsWith('prerender-entry'));
	if (entry === undefined) throw new Error(`${server} holds no compiled templates`);
	const { app, manifest }: { app: BuildApp; manifest: SSRManifest } = await import(
		/* @vite-ignore */ pathToFileURL(join(server, entry)).href
	);
	app.setInternals({ pagesByKeys: stylesByPage(manifest) });
	app.setOptions({ settings: { scripts: [] }, logger: { options: { destination: { write: () => true } } } });
	const { base } = manifest;
	const routes = manifest.routes.map(({ routeData }) => routeData);
	let known = new Map<RouteData, Promise<ReadonlyMap<string, PagePath>>>();

	const pathsOf = async (some: StaticPathsApp): Promise<readonly PagePath[]> => {
		const places = new Map<RouteData, number>();
		return (await new StaticPaths(some).getAll()).map(({ pathname, route }) => {
			const place = places.get(route) ?? 0;
			places.set(route, place + 1);
			return { pathname, route, props: app.routeCache.get(route)?.staticPaths?.[place]?.props ?? null };
		});
	};
	const pagesOf = async (route: RouteData): Promise<ReadonlyMap<string, PagePath>> => {
		const only = { ...manifest, routes: manifest.routes.filter(({ routeData }) => routeData === route) };
		const pages = await pathsOf({
			manifest: only,
			routeCache: app.routeCache,
			getComponentByRoute: (one: RouteData) => app.getComponentByRoute(one),
		});
		return new Map(pages.map((page) => [trimmed(page.pathname), page]));
	};
	// Node keeps the application for good, and it keeps the paths of the catalog that it was first asked about.
	const ruleRoute = routes.find(({ component }) => component.endsWith('/rule.astro'));
	const forget = (sameRules: boolean): void => {
		const paths = ruleRoute && app.routeCache.get(ruleRoute);
		const pages = ruleRoute && known.get(ruleRoute);
		app.routeCache.clearAll();
		known = new Map();
		// What the template of a rule gets is the rule's id alone, and listing thousands of them takes longer than to render one.
		if (!sameRules || ruleRoute === undefined || paths === undefined || pages === undefined) return;
		app.routeCache.set(ruleRoute, paths);
		known.set(ruleRoute, pages);
	};
	return {
		paths: async () => {
			forget(false);
			return pathsOf(app);
		},
		forget,
		pageAt: async (pathname) => {
			for (const route of routes) {
				if (!route.prerender || ![pathname, `${pathname}/`].some((path) => route.pattern.test(path))) continue;
				const pages = known.get(route) ?? pagesOf(route);
				known.set(route, pages);
				const page = (await pages).get(trimmed(pathname));
				if (page !== undefined) return page;
			}
			return null;
		},
		render: async ({ pathname, route }) => {
			const address = `http://localhost${base.replace(/\/$/, '')}${encodeURI(pathname)}`;
			const slash = route.type === 'endpoint' || address.endsWith('/') ? '' : '/';
			try {
				const response = await app.render(new Request(address + slash), { routeData: route });
				return Buffer.from(await response.arrayBuffer());
			} catch (cause) {
				const reason = cause instanceof Error ? cause.message : String(cause);
				throw new Error(`${pathname}: ${reason}`, { cause });
			}
		},
	};
}

/** Astro links a page's styles from what it knows of the build; the manifest has the same, ready for another process. */
function stylesByPage({ routes }: SSRManifest): ReadonlyMap<string, unknown> {
	return new Map(
		routes.map(({ routeData, styles }) => {
			const sheets = styles.map((sheet, order) => ({ depth: 0, order, sheet }));
			return [`${routeData.route}&${routeData.component}`, { styles: sheets }];
		}),
	);
}

function trimmed(pathname: string): string {
	return pathname.replace(/^\/|\/$/g, '');
}
