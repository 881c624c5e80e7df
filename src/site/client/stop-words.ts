/** Words of questions and of messages that say nothing about which rule is meant. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
	(
		'a an and any are as at be been before after but by can cannot could did do does doing done don each either else for ' +
		'from had has have he her here his how i if in instead into is it its itself just may me might more most must my no ' +
		'not of off on once one only or other our out over own please same saw see should so some such than that the their ' +
		'them then there these they this those through to too under until up use used uses using was we were what when where ' +
		'which while who why will with without would you your yours ' +
		// What compilers and linters put around a message, and what is left of "don't" and "they're".
		'error errors warning warn info hint note s t re ve ll d m'
	).split(' '),
);
