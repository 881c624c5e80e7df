import type { APIRoute } from 'astro';
import { catalogJson } from '../../formats/catalog-json.ts';
import { siteState } from '../state.ts';

export const GET: APIRoute = () => {
	const { catalog, config } = siteState();
	return new Response(catalogJson(catalog, config), { headers: { 'content-type': 'application/json' } });
};
