import { addCodeTools } from './code-tools.ts';
import { armCopyButtons } from './copy.ts';
import { armThemeToggle } from './theme.ts';

addCodeTools(document);
armCopyButtons(document);
armThemeToggle(document);
