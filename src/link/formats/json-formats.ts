import type { ReportFormat } from '../types.ts';
import { biomeJson } from './biome-json.ts';
import { eslintJson } from './eslint-json.ts';
import { gitlab } from './gitlab.ts';
import { golangciJson } from './golangci-json.ts';
import { mypyJson } from './mypy-json.ts';
import { oxlintJson } from './oxlint-json.ts';
import { pylintJson } from './pylint-json.ts';
import { rdjson, rdjsonl } from './rdjson.ts';
import { ruffJson, ruffLines } from './ruff-json.ts';
import { semgrepJson } from './semgrep-json.ts';
import { shellcheckJson } from './shellcheck-json.ts';
import { sonarJson } from './sonar-json.ts';
import { stylelintJson } from './stylelint-json.ts';

/** The JSON formats of linters and of what collects their results. No report is of two of them. */
export const JSON_FORMATS: readonly ReportFormat[] = [
	...[eslintJson, biomeJson, oxlintJson, stylelintJson],
	...[ruffJson, ruffLines, pylintJson, mypyJson],
	...[shellcheckJson, golangciJson, semgrepJson],
	...[rdjson, rdjsonl, gitlab, sonarJson],
];
