import type { Random } from './random.ts';

const PLAIN =
	`the a to of and is in that for it with as be on by this not are from or when an which has can at each one all
	only use value call code request state type list data before after every time error function name same result
	without because caller test read write changes memory loop cache query reader first even keep thread server page
	object event string client index token user field order module input output default message number table line
	process method check path return update file context component service session handler buffer worker option
	limit queue batch column schema record signal stream timer lock scope branch merge commit review deploy retry
	timeout latency budget layout render style theme focus label button form image font script bundle route header
	cookie secret password role policy audit trace metric alert log level report build release version package
	dependency import export interface class instance property constant variable argument parameter callback promise
	future channel task job pool connection socket transaction isolation replica shard partition key lookup scan join
	filter sort group window aggregate view trigger constraint migration backup restore`.split(/\s+/);

const VERBS =
	'Avoid Prefer Use Keep Check Close Cache Batch Limit Validate Return Move Split Name Test Log Retry Wrap Declare Measure Reuse Release Freeze Sort Pin'.split(
		' ',
	);
const ENDINGS = 'or er ment tion ity ance ure ing ary ode ix um el on is et al ude'.split(' ');
const HEADS = 'br cl dr fl gr kn pl pr qu sc sl sn st str sw th tr tw v w z b d f g h j k l m n p r s t'.split(' ');
const VOWELS = 'a e i o u ea io ou ai'.split(' ');

/** A word that no dictionary has: projects have names of their own, and an index grows with them. */
export function coined(random: Random): string {
	const syllable = (): string => random.one(HEADS) + random.one(VOWELS);
	return syllable() + (random.share() < 0.5 ? syllable() : '') + random.one(ENDINGS);
}

/** Words of a text: common ones often, the pack's own sometimes, new ones rarely. */
export function word(random: Random, own: readonly string[]): string {
	const share = random.share();
	if (share < 0.01) return coined(random);
	return share < 0.1 ? random.one(own, 1.5) : random.one(PLAIN, 1.8);
}

export function title(random: Random, own: readonly string[]): string {
	const nouns = Array.from({ length: random.between(3, 6) }, () =>
		random.share() < 0.35 ? random.one(own) : random.one(PLAIN.slice(40)),
	);
	return `${random.one(VERBS)} ${nouns.map((noun, at) => (at % 2 === 0 ? capital(noun) : noun)).join(' ')}`;
}

export function sentence(random: Random, own: readonly string[]): string {
	const words = Array.from({ length: random.between(8, 22) }, () => word(random, own));
	if (random.share() < 0.3) words.splice(2, 0, `\`${identifier(random, own)}\``);
	return `${capital(words.join(' '))}.`;
}

/** In camel case, as most languages write it. */
export function identifier(random: Random, own: readonly string[]): string {
	return `${random.one(PLAIN.slice(40))}${capital(random.one(own))}`;
}

export function capital(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
