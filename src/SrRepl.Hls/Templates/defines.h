#ifndef DEFINES_H_
#define DEFINES_H_

#include "ap_fixed.h"

#define N_INPUT {{inputs}}
#define N_OUTPUT {{outputs}}

typedef {{inputtype}} input_t;
typedef {{modeltype}} model_default_t;
typedef {{resulttype}} result_t;

// The types of the intermediate values, each with the values that have it.
{{types}}
#endif
