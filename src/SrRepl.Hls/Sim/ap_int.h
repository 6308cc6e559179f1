// ap_int and ap_uint for simulation: fixed-point types without a fraction. Fractions are cut toward zero on the way in.
#ifndef SIM_AP_INT_H
#define SIM_AP_INT_H

#include "ap_fixed.h"

template <int W> class ap_int : public ap_fixed_base<W, W, true, AP_TRN_ZERO, AP_WRAP> {
    typedef ap_fixed_base<W, W, true, AP_TRN_ZERO, AP_WRAP> base;

  public:
    ap_int() {}
    template <typename Value> ap_int(const Value &value) : base(value) {}
};

template <int W> class ap_uint : public ap_fixed_base<W, W, false, AP_TRN_ZERO, AP_WRAP> {
    typedef ap_fixed_base<W, W, false, AP_TRN_ZERO, AP_WRAP> base;

  public:
    ap_uint() {}
    template <typename Value> ap_uint(const Value &value) : base(value) {}
};

#endif
