import { main } from '../../src/cli/main.ts';
import type { BuildRequest, DevRequest, SiteCommands, Standing } from '../../src/domain/commands.ts';
import type { Config } from '../../src/domain/config.ts';
import type { Diagnostic } from '../../src/domain/diagnostics.ts';
import { severityOf } from '../../src/domain/diagnostics.ts';
import { plain } from '../../src/formats/diagnostics-text.ts';
import type { PipelineResult, runPipeline } from '../../src/pipeline.ts';
import { SAMPLE_CATALOG } from '../sample-catalog.ts';

/** What a pipeline reports: the sample catalog with these diagnostics; files with an error count as left out. */
export function pipelineResult(diagnostics: readonly Diagnostic[]): PipelineResult {
	const errors = diagnostics.filter(({ code }) => severityOf(code) === 'error');
	const leftOut = [...new Set(errors.map(({ file }) => file))].map((file) => ({
		file,
		diagnostics: errors.filter((error) => error.file === file),
	}));
	return { catalog: SAMPLE_CATALOG, related: () => SAMPLE_CATALOG, diagnostics, leftOut };
}

export interface Run {
	readonly code: number;
	readonly out: string;
	readonly err: string;
	/** The configurations that packs were read with. */
	readonly configs: readonly Config[];
	readonly builds: readonly BuildRequest[];
	readonly devs: readonly DevRequest[];
	readonly siteLoaded: boolean;
	readonly stopped: boolean;
}

export interface Fakes {
	readonly diagnostics?: readonly Diagnostic[];
	/** Leaves the catalog empty. */
	readonly noRules?: boolean;
	readonly build?: SiteCommands['build'];
	/** A killed build has left no site, and the last one is put back. */
	readonly restores?: boolean;
	/** The dev server takes for ever to start. */
	readonly neverReady?: boolean;
	/** What is published already, as if nothing had changed. */
	readonly standing?: Standing;
	/** The real pipeline, for commands whose point is what it finds. */
	readonly pipeline?: typeof runPipeline;
}

/** Runs a command line with a fake pipeline and site, and collects everything it says and does. */
export async function run(argv: readonly string[], fakes: Fakes = {}): Promise<Run> {
	let out = '';
	let err = '';
	let siteLoaded = false;
	let stopped = false;
	const configs: Config[] = [];
	const builds: BuildRequest[] = [];
	const devs: DevRequest[] = [];
	const site: SiteCommands = {
		restore: async () => fakes.restores === true,
		standing: async () => fakes.standing ?? null,
		build: async (request) => {
			builds.push(request);
			return fakes.build?.(request) ?? { out: request.config.out, pages: 12, bytes: 3_456_789 };
		},
		dev: async (request) => {
			devs.push(request);
			if (fakes.neverReady) return new Promise(() => {});
			request.report(fakes.diagnostics ?? [], 7);
			return {
				url: 'http://127.0.0.1:4321/',
				stop: async () => {
					stopped = true;
				},
			};
		},
	};
	const code = await main(argv, {
		site: async () => {
			siteLoaded = true;
			return site;
		},
		readInputs: async () => ({ key: '', inputs: { packs: [], diagnostics: [] } }),
		runPipeline: async (config, progress) => {
			configs.push(config);
			if (fakes.pipeline !== undefined) return fakes.pipeline(config, progress);
			const result = pipelineResult(fakes.diagnostics ?? []);
			return fakes.noRules ? { ...result, catalog: { packs: [], rules: [], tags: [] } } : result;
		},
		terminal: {
			out: (text) => {
				out += text;
			},
			err: (text) => {
				err += text;
			},
			paintOut: plain,
			paintErr: plain,
			progressLine: null,
		},
		untilStopped: () => new Promise((resolve) => setImmediate(resolve)),
	});
	return { code, out, err, configs, builds, devs, siteLoaded, stopped };
}
