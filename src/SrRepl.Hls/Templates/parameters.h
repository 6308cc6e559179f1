#ifndef PARAMETERS_H_
#define PARAMETERS_H_

#include "defines.h"
{{tables}}
#endif
