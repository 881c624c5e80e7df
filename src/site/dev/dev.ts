import { mkdir, mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import type { DevRequest, RunningServer } from '../../domain/commands.ts';
import { livePacks } from '../../live.ts';
import { serve, THIS_MACHINE } from '../../serve/listen.ts';
import type { SiteState } from '../state.ts';
import { type Answer, background } from './background.ts';
import { keepInStep, type Step } from './keep-in-step.ts';
import { liveSite } from './live-site.ts';
import { liveTemplates } from './live-templates.ts';
import { clearMadeFiles } from './made-files.ts';
import { type Notice, noticesByPage } from './notices.ts';
import { readers } from './readers.ts';
import { liveRequests } from './requests.ts';

/**
 * Serves the packs of a config and shows every change of a content file at once. Pages are rendered when they are asked for,
 * with the templates that a build uses, and are what a build would write.
 * Throws when a content folder cannot be read, the templates cannot be compiled or the port is taken.
 */
export async function dev(request: DevRequest): Promise<RunningServer> {
	const host = request.host ?? THIS_MACHINE;
	const live = await livePacks(request.config, request.progress);
	const home = join(request.config.root, '.rulepress', 'dev');
	await mkdir(home, { recursive: true });
	const folders = { search: join(home, 'search'), made: await mkdtemp(join(home, 'made-')) };
	const templates = liveTemplates();
	let scan = 0;
	let trouble: string | null = null;
	let notices = noticesByPage(live.packs(), live.findings().leftOut);
	let showing: Promise<void> = Promise.resolve();

	request.progress('Compiling templates', 0, null);
	const first = stateNow();
	let current = await templates.make(first, scan);
	const site = liveSite(first, current, folders);
	const open = readers(async (page) => ({ tag: await site.tagOf(page), notices: noticesOf(page) }));
	const beside = background({ search: folders.search, onAnswer });
	const ready = (): Promise<void> => showing;
	const server = await serve(await liveRequests({ site, readers: open, host, ready }), request.config.base, {
		host,
		port: request.port,
	});
	const step = await keepInStep({ request, live, onStep, onTrouble });
	tell();
	beside.begin(live.config());
	return {
		url: server.url,
		stop: async () => {
			open.close();
			await Promise.all([server.stop(), step.stop(), beside.stop()]);
			await Promise.all([templates.stop(), clearMadeFiles(folders.made)]);
		},
	};

	function stateNow(): SiteState {
		return { catalog: live.catalog(), config: live.config(), live: false, collected: 'compiled' };
	}

	async function onStep({ scanned, settled }: Step): Promise<void> {
		if (scanned) scan += 1;
		await show();
		if (!settled) return;
		tell();
		beside.begin(live.config());
	}

	/** Requests wait while templates are compiled: until then there is nothing that fits the state. */
	async function show(): Promise<void> {
		const work = showNow();
		showing = work.catch(() => {});
		await work;
		notices = noticesByPage(live.packs(), live.findings().leftOut);
		await open.tell();
	}

	async function showNow(): Promise<void> {
		const state = stateNow();
		if (templates.isStale(state, scan)) current = await templates.make(state, scan);
		site.show(state, current);
	}

	function tell(): void {
		request.report(live.findings().diagnostics, live.catalog().rules.length);
	}

	function noticesOf(page: string): readonly Notice[] {
		const everywhere = trouble === null ? [] : [{ place: 'rulepress dev', text: trouble }];
		const base = live.config().base;
		return [...everywhere, ...(notices.get(page.startsWith(base) ? page.slice(base.length - 1) : page) ?? [])];
	}

	async function onTrouble(message: string | null): Promise<void> {
		trouble = message;
		await open.tell();
	}

	function onAnswer(answer: Answer): void {
		if (answer.kind === 'failure') request.say(answer.message);
		if (answer.kind !== 'relations') return;
		step.between(async () => {
			live.relate(answer.relations);
			await show();
		});
	}
}
