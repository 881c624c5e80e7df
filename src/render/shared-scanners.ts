import type { RegexEngine } from 'shiki';

type Scanner = ReturnType<RegexEngine['createScanner']>;

/**
 * The same engine, which makes each scanner but once. Languages hold one another (HTML holds CSS and JavaScript, Vue all three),
 * and each brings its own copy of the other's patterns: half of all scanners are asked for twice, and to make one takes longer
 * than to use it. A scanner knows nothing but its patterns, so that who asks for it makes no difference to what it finds.
 */
export function shareScanners(engine: RegexEngine): RegexEngine {
	const scanners = new Map<string, Scanner>();
	return {
		createString: (text) => engine.createString(text),
		createScanner: (patterns) => {
			const key = patterns.join('\0');
			const known = scanners.get(key);
			if (known) return known;
			const scanner = engine.createScanner(patterns);
			if (scanners.size >= mostScanners) return scanner;
			const shared: Scanner = {
				findNextMatchSync: (text, start, options) => scanner.findNextMatchSync(text, start, options),
				// Who is done with it may not be the last.
				dispose: () => {},
			};
			scanners.set(key, shared);
			return shared;
		},
	};
}

/** Patterns that code itself decides, such as the end of a here document, must not fill the memory. */
const mostScanners = 10_000;
