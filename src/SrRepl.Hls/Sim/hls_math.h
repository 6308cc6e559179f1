// The vendor's math library for simulation: each function in double precision, its value cut to the argument's type,
// 0 where it has none. The vendor's own results may differ in the last place.
#ifndef SIM_HLS_MATH_H
#define SIM_HLS_MATH_H

#include "ap_fixed.h"
#include <cmath>

namespace sim {

inline double finite(double value) { return std::isfinite(value) ? value : 0; }

} // namespace sim

namespace hls {

#define SIM_HLS_FUNCTION(name, expression)                                                                             \
    template <int W, int I> ap_fixed<W, I> name(const ap_fixed<W, I> &argument) {                                      \
        const double x = argument.to_double();                                                                         \
        return ap_fixed<W, I>(sim::finite(expression));                                                                             \
    }                                                                                                                  \
    template <int W, int I> ap_ufixed<W, I> name(const ap_ufixed<W, I> &argument) {                                    \
        const double x = argument.to_double();                                                                         \
        return ap_ufixed<W, I>(sim::finite(expression));                                                                            \
    }

SIM_HLS_FUNCTION(sin, std::sin(x))
SIM_HLS_FUNCTION(cos, std::cos(x))
SIM_HLS_FUNCTION(tan, std::tan(x))
SIM_HLS_FUNCTION(asin, std::asin(x))
SIM_HLS_FUNCTION(acos, std::acos(x))
SIM_HLS_FUNCTION(atan, std::atan(x))
SIM_HLS_FUNCTION(sinh, std::sinh(x))
SIM_HLS_FUNCTION(cosh, std::cosh(x))
SIM_HLS_FUNCTION(tanh, std::tanh(x))
SIM_HLS_FUNCTION(asinh, std::asinh(x))
SIM_HLS_FUNCTION(acosh, std::acosh(x))
SIM_HLS_FUNCTION(atanh, std::atanh(x))
SIM_HLS_FUNCTION(exp, std::exp(x))
SIM_HLS_FUNCTION(log, std::log(x))
SIM_HLS_FUNCTION(log2, std::log2(x))
SIM_HLS_FUNCTION(log10, std::log10(x))
SIM_HLS_FUNCTION(log1p, std::log1p(x))
SIM_HLS_FUNCTION(erf, std::erf(x))
SIM_HLS_FUNCTION(erfc, std::erfc(x))
SIM_HLS_FUNCTION(tgamma, std::tgamma(x))
SIM_HLS_FUNCTION(floor, std::floor(x))
SIM_HLS_FUNCTION(ceil, std::ceil(x))
SIM_HLS_FUNCTION(round, std::round(x))
SIM_HLS_FUNCTION(fabs, std::fabs(x))
SIM_HLS_FUNCTION(sqrt, std::sqrt(x))
SIM_HLS_FUNCTION(rsqrt, 1 / std::sqrt(x))
SIM_HLS_FUNCTION(cbrt, std::cbrt(x))
SIM_HLS_FUNCTION(recip, 1 / x)
#undef SIM_HLS_FUNCTION

#define SIM_HLS_FUNCTION(name, expression)                                                                             \
    template <int W, int I> ap_fixed<W, I> name(const ap_fixed<W, I> &first, const ap_fixed<W, I> &second) {           \
        const double a = first.to_double(), b = second.to_double();                                                    \
        return ap_fixed<W, I>(sim::finite(expression));                                                                \
    }                                                                                                                  \
    template <int W, int I> ap_ufixed<W, I> name(const ap_ufixed<W, I> &first, const ap_ufixed<W, I> &second) {        \
        const double a = first.to_double(), b = second.to_double();                                                    \
        return ap_ufixed<W, I>(sim::finite(expression));                                                               \
    }

SIM_HLS_FUNCTION(pow, std::pow(a, b))
SIM_HLS_FUNCTION(atan2, std::atan2(a, b))
SIM_HLS_FUNCTION(fmod, std::fmod(a, b))
#undef SIM_HLS_FUNCTION

} // namespace hls

#endif
