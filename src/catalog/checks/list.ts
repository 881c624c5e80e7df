import { aliasDuplicate } from './alias-duplicate.ts';
import { aliasTaken } from './alias-taken.ts';
import { anchorBroken } from './anchor-broken.ts';
import type { Check } from './check.ts';
import { configRuleUnknown } from './config-rule-unknown.ts';
import { conflictUnknown } from './conflict-unknown.ts';
import { idDuplicate } from './id-duplicate.ts';
import { idLookalike } from './id-lookalike.ts';
import { imageMissing } from './image-missing.ts';
import { linkBroken } from './link-broken.ts';
import { relatedUnknown } from './related-unknown.ts';
import { replacedByCycle } from './replaced-by-cycle.ts';
import { replacedByUnknown } from './replaced-by-unknown.ts';
import { ruleIdentical } from './rule-identical.ts';
import { sectionEmpty } from './section-empty.ts';
import { sectionUndeclared } from './section-undeclared.ts';
import { tagLookalike } from './tag-lookalike.ts';
import { titleDuplicate } from './title-duplicate.ts';

/** Every check that needs to look at more than one file. */
export const CHECKS: readonly Check[] = [
	idDuplicate,
	titleDuplicate,
	sectionUndeclared,
	sectionEmpty,
	ruleIdentical,
	linkBroken,
	anchorBroken,
	imageMissing,
	relatedUnknown,
	aliasTaken,
	aliasDuplicate,
	conflictUnknown,
	replacedByUnknown,
	replacedByCycle,
	configRuleUnknown,
	tagLookalike,
	idLookalike,
];
