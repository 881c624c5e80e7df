import type { LinterCode } from '../../../domain/linter.ts';
import { findLinter } from '../../../domain/linters.ts';
import type { CodeLink } from '../../catalog.ts';
import type { LinkContext } from '../../types.ts';
import type { Component, Reference, Run } from './run.ts';

/** What is to be done with the rules of one component. */
export interface ComponentPlan {
	/** What its own pages are called. */
	readonly tool: string;
	/** By the place of the descriptor in `rules`. */
	readonly links: readonly (CodeLink | null)[];
	/** Rules that results name and nothing describes. */
	readonly added: readonly { readonly id: string; readonly link: CodeLink }[];
}

export type RunPlan = ReadonlyMap<string, ComponentPlan>;

/** The code of a rule, and where it leads. */
interface Found {
	readonly code: LinterCode;
	readonly link: CodeLink | null;
}

interface Place {
	readonly component: string;
	readonly index: number;
}

/** Finds the links of a run's rules, and tells the context of every result. */
export function planOf(run: Run, context: LinkContext): RunPlan {
	const { components } = run;
	if (!components.has('driver')) components.set('driver', { name: null, rules: [], places: new Map() });
	const places = new Map([...run.references.values()].map((one) => [one, placeOf(run, one)] as const));
	const described = describedRules(run, places, context);
	const added = new Map([...components].map(([key]) => [key, new Map<string, CodeLink>()]));
	const dangling = new Set<string>();
	for (const [reference, place] of places) {
		const key = components.has(reference.component) ? reference.component : 'driver';
		const standards = [...reference.standards];
		if (place !== null) {
			const found = described.get(place.component)?.[place.index] ?? null;
			if (found !== null) saw(context, found, reference.count);
		} else if (reference.id !== null) {
			const found = leading(run, key, reference.id, standards, context);
			saw(context, found, reference.count);
			if (reference.index !== null) dangling.add(key);
			if (found.link !== null) added.get(key)?.set(reference.id, found.link);
		}
	}
	// With one rule more, an index that leads nowhere today would lead to it.
	for (const key of dangling) {
		if (added.get(key)?.size === 0) continue;
		added.get(key)?.clear();
		const message = 'a result has a ruleIndex that leads to no rule; no rules are added for results without one';
		context.warn({ message, line: null });
	}
	return new Map(
		[...components].map(([key, component]) => [
			key,
			{
				tool: component.name ?? components.get('driver')?.name ?? '',
				links: (described.get(key) ?? []).map((found) => found?.link ?? null),
				added: [...(added.get(key) ?? [])].map(([id, link]) => ({ id, link })),
			},
		]),
	);
}

/** Where each descriptor of a component leads, with the standards that its results add; null for one without an id. */
function describedRules(
	run: Run,
	places: ReadonlyMap<Reference, Place | null>,
	context: LinkContext,
): ReadonlyMap<string, readonly (Found | null)[]> {
	const ofResults = new Map<string, string[]>();
	for (const [{ standards }, place] of places) {
		if (place === null || standards.size === 0) continue;
		const key = `${place.component} ${place.index}`;
		ofResults.set(key, [...(ofResults.get(key) ?? []), ...standards]);
	}
	return new Map(
		[...run.components].map(([key, { rules }]) => [
			key,
			rules.map(({ id, standards }, index) => {
				const all = [...standards, ...(ofResults.get(`${key} ${index}`) ?? [])];
				return id === null ? null : leading(run, key, id, all, context);
			}),
		]),
	);
}

function saw({ saw: tell }: LinkContext, { code, link }: Found, count: number): void {
	for (let at = 0; at < count; at++) tell(code, link);
}

/** The descriptor that a result means: by its index, else by its id, else by the id above a hierarchical one. */
function placeOf({ components }: Run, { id, index, component }: Reference): Place | null {
	const own = components.get(component);
	const pointed = index === null ? undefined : own?.rules[index];
	if (pointed !== undefined && index !== null && (id === null || isAbove(pointed.id, id))) return { component, index };
	if (id === null) return null;
	for (const wanted of idsUpwards(id)) {
		for (const key of [component, ...components.keys()]) {
			const at = components.get(key)?.places.get(wanted);
			if (at !== undefined) return { component: key, index: at };
		}
	}
	return null;
}

function isAbove(above: string | null, id: string): boolean {
	return above === null || above === id || id.startsWith(`${above}/`);
}

/** `a/b/c`, `a/b`, `a`. */
function idsUpwards(id: string): readonly string[] {
	const parts = id.split('/');
	return parts.map((_, index) => parts.slice(0, parts.length - index).join('/'));
}

function codeOf({ components }: Run, key: string, code: string, { tool }: LinkContext): LinterCode {
	const names = [components.get(key), components.get('driver')].flatMap((one) => nameOf(one));
	const known = names.map((name) => findLinter(name)).find((linter) => linter !== null);
	return { linter: known?.name ?? tool ?? names.at(-1)?.toLowerCase() ?? '', code };
}

function nameOf(component: Component | undefined): readonly string[] {
	return component?.name ? [component.name] : [];
}

/** Where a rule leads: by its id, else by the ids above a hierarchical one, else by its standards. */
function leading(run: Run, key: string, id: string, standards: readonly string[], context: LinkContext): Found {
	for (const one of idsUpwards(id)) {
		const code = codeOf(run, key, one, context);
		const link = context.catalog.find(code);
		if (link !== null) return { code, link };
	}
	const code = codeOf(run, key, id, context);
	return { code, link: context.catalog.find(code, standards) };
}
