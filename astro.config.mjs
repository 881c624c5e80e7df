// For Astro's own commands (`astro build`, `astro check`); `rulepress build` and `rulepress dev` need no Astro config.
import { defineConfig } from 'astro/config';
import rulepress from './src/site/integration.ts';

export default defineConfig({ integrations: [rulepress()] });
