#include <string.h>

int share(int whole, const char *name) {
	char copy[8];
	int parts = 0;
	int unset;
	strcpy(copy, name);
	if (copy[0] == 'x') {
		return unset;
	}
	return whole / parts;
}
