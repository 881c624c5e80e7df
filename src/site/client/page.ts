import { addCodeTools } from './code-tools.ts';
import { addCopyButtons } from './copy.ts';
import { foldLongCode } from './fold.ts';
import { wakeSearch } from './search.ts';
import { addThemeToggle } from './theme.ts';
import { tabVariants } from './variants.ts';

function equip(content: ParentNode): void {
	addCodeTools(content);
	foldLongCode(content);
	tabVariants(content);
	addCopyButtons(content);
}

equip(document);
addThemeToggle(document);
wakeSearch(document);
// The development server puts a rule that has changed into the page that is open.
document.addEventListener('rulepress:replaced', ({ target }) => {
	if (target instanceof Element) equip(target);
});
