export function run(text: any) {
	debugger;
	return eval(text);
}
