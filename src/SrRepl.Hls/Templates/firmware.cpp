#include "{{name}}.h"
{{mathinclude}}#include "parameters.h"

void {{name}}({{ports}}) {
{{pragmas}}
{{begin}}{{statements}}
{{end}}}
