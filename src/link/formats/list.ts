import type { ReportFormat } from '../types.ts';
import { checkstyle } from './checkstyle.ts';
import { cppcheckXml } from './cppcheck-xml.ts';
import { JSON_FORMATS } from './json-formats.ts';
import { junit } from './junit.ts';
import { pmd } from './pmd.ts';
import { sarif } from './sarif.ts';
import { spotbugs } from './spotbugs.ts';
import { text } from './text.ts';

/** All formats that can be linked, the most specific first: the first that knows a report takes it. */
export const REPORT_FORMATS: readonly ReportFormat[] = [
	sarif,
	...JSON_FORMATS,
	checkstyle,
	cppcheckXml,
	junit,
	pmd,
	spotbugs,
	text,
];
