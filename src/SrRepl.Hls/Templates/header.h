#ifndef {{guard}}_H_
#define {{guard}}_H_

#include "defines.h"
{{interfaceinclude}}
void {{name}}({{ports}});

#endif
