import type { ReportFormat } from '../types.ts';

/** All formats that can be linked, the most specific first: the first that knows a report takes it. */
export const REPORT_FORMATS: readonly ReportFormat[] = [];
