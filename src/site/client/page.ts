import { addCodeTools } from './code-tools.ts';
import { armCopyButtons } from './copy.ts';
import { foldLongCode } from './fold.ts';
import { wakeSearch } from './search.ts';
import { armThemeToggle } from './theme.ts';
import { tabVariants } from './variants.ts';

addCodeTools(document);
foldLongCode(document);
tabVariants(document);
armCopyButtons(document);
armThemeToggle(document);
wakeSearch(document);
