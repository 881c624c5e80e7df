import type { Linter } from '../linter.ts';
import { biome } from './biome.ts';
import { clang, clangAnalyzer, cppcheck, gcc } from './c-compilers.ts';
import { clangTidy } from './clang-tidy.ts';
import { actionlint, markdownlint, yamllint } from './documents.ts';
import { roslyn } from './dotnet.ts';
import { eslint } from './eslint.ts';
import { golangciLint, gosec, revive, staticcheck } from './go.ts';
import { checkstyleJava, detekt, ktlint, pmd, spotbugs } from './jvm.ts';
import { oxlint } from './oxlint.ts';
import { phpcs, phpstan, psalm } from './php.ts';
import { bandit, flake8, mypy, pylint, pyright, ruff } from './python.ts';
import { rubocop, swiftlint } from './ruby-swift.ts';
import { clippy, rustc } from './rust.ts';
import { codeql, semgrep, sonar } from './security.ts';
import { hadolint, shellcheck } from './shell.ts';
import { stylelint } from './stylelint.ts';
import { typescript } from './typescript.ts';

/** Every linter that this program knows. A new one is an entry in its language's file, a word here, and a row in its test. */
export const LINTERS: readonly Linter[] = [
	...[eslint, oxlint, biome, typescript, stylelint],
	...[ruff, flake8, pylint, mypy, pyright, bandit],
	...[clangTidy, clang, clangAnalyzer, gcc, cppcheck],
	...[golangciLint, gosec, staticcheck, revive],
	...[clippy, rustc, rubocop, swiftlint, phpstan, phpcs, psalm],
	...[checkstyleJava, pmd, spotbugs, detekt, ktlint, roslyn],
	...[shellcheck, hadolint, yamllint, markdownlint, actionlint],
	...[semgrep, codeql, sonar],
];
