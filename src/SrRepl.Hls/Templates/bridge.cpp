// What hls4ml's predict() calls: one row of numbers in, one row out.
#include "firmware/{{name}}.h"

namespace {

{{call}}
template <typename Number> void run(const Number *values, Number *results) {
    input_t x[N_INPUT];
    result_t y[N_OUTPUT];
{{conversions}}
    call(x, y);
    for (int i = 0; i < N_OUTPUT; i++)
        results[i] = Number(y[i].to_double());
}

} // namespace

extern "C" {

void {{name}}_float(float *x, float *y) { run(x, y); }

void {{name}}_double(double *x, double *y) { run(x, y); }
}
