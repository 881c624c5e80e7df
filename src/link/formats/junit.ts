import type { LinterCode } from '../../domain/linter.ts';
import { findLinter } from '../../domain/linters.ts';
import type { CodeLink } from '../catalog.ts';
import { type Edit, type LinkContext, ReportError, type ReportFormat } from '../types.ts';
import { linkAttribute, rootOf, TextEnd, xmlEdits } from '../xml/edits.ts';
import { decodeXml } from '../xml/escaping.ts';
import type { XmlOpen, XmlToken } from '../xml/scanner.ts';
import { NO_CODE } from './no-code.ts';
import { NO_TOOL } from './no-tool.ts';

/**
 * JUnit XML as linters write it: a test case per result, named after the code (`org.eslint.no-eval`, `eslint(no-eval)`).
 * It has no place for a link. The address ends the failure's `message` and its text, for readers show one or the other.
 */
export const junit: ReportFormat = {
	name: 'junit',
	title: 'JUnit XML',
	detect: ({ head }) => /^testsuites?$/.test(rootOf(head)),
	edits: async function* (report, context) {
		const visitor = new JunitVisitor(context);
		yield* xmlEdits(report, (token) => visitor.visit(token));
		if (visitor.known === 0 && visitor.unknownLine !== null) throw new ReportError(NO_TOOL, visitor.unknownLine);
	},
};

class JunitVisitor {
	known = 0;
	unknownLine: number | null = null;
	readonly #context: LinkContext;
	/** The linter that the suites are named after. */
	#suites: string | null = null;
	#testCase = '';
	#link: CodeLink | null = null;
	#text: TextEnd | null = null;

	constructor(context: LinkContext) {
		this.#context = context;
	}

	visit(token: XmlToken): readonly Edit[] {
		if (token.kind === 'text') this.#text?.add(token);
		else if (token.kind === 'close') return this.#close(token.name);
		else if (token.name === 'testcase') this.#testCase = textOf(token, 'name');
		else if (token.name === 'failure' || token.name === 'error') return this.#fail(token);
		else if (token.name === 'testsuites' || token.name === 'testsuite') {
			this.#suites = findLinter(textOf(token, 'name'))?.name ?? this.#suites;
		}
		return [];
	}

	#fail(token: XmlOpen): readonly Edit[] {
		const code = this.#code();
		if (code === null) this.unknownLine ??= token.line;
		if (code === null || NO_CODE.has(code.code)) return [];
		this.known++;
		const { catalog, saw } = this.#context;
		this.#link = catalog.find(code);
		saw(code, this.#link);
		this.#text = new TextEnd();
		const message = token.attributes.get('message');
		if (message === undefined) return [];
		const edit = linkAttribute(message, this.#link?.url ?? null, catalog.url);
		return edit === null ? [] : [edit];
	}

	#close(name: string): readonly Edit[] {
		if (name !== 'failure' && name !== 'error') return [];
		const edit = this.#text?.link(this.#link?.url ?? null, this.#context.catalog.url) ?? null;
		this.#link = null;
		this.#text = null;
		return edit === null ? [] : [edit];
	}

	/** The code that names the test case, without the linter's package before it; null when nothing tells the linter. */
	#code(): LinterCode | null {
		const [, packaged, rest = ''] = /^org\.([\w-]+)(?:\.(.*))?$/.exec(this.#testCase) ?? [];
		const linter = findLinter(packaged ?? '');
		if (linter !== null) {
			return { linter: linter.name, code: linter.name === 'biome' ? rest.replaceAll('.', '/') : rest };
		}
		const suites = this.#suites ?? this.#context.tool;
		return suites === null ? null : { linter: suites, code: this.#testCase };
	}
}

function textOf(token: XmlOpen, attribute: string): string {
	return decodeXml(token.attributes.get(attribute)?.raw ?? '').trim();
}
