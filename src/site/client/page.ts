import { addCodeTools } from './code-tools.ts';
import { addCopyButtons } from './copy.ts';
import { foldLongCode } from './fold.ts';
import { wakeSearch } from './search.ts';
import { addThemeToggle } from './theme.ts';
import { tabVariants } from './variants.ts';

addCodeTools(document);
foldLongCode(document);
tabVariants(document);
addCopyButtons(document);
addThemeToggle(document);
wakeSearch(document);
