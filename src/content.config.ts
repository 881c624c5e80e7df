import { defineCollection } from 'astro:content';
import { rulesLoader } from './site/loader.ts';
import { ruleSchema } from './site/schema.ts';

export const collections = {
	rules: defineCollection({ loader: rulesLoader(), schema: ruleSchema }),
};
