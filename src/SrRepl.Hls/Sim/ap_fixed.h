// Fixed-point types for simulation without a vendor's tool: ap_fixed and ap_ufixed of any width, exact, with every
// rounding, and overflow by AP_WRAP, AP_SAT, AP_SAT_ZERO and AP_SAT_SYM. It covers what generated and hand-edited
// firmware needs, no more; synthesis uses the vendor's header of the same name.
#ifndef SIM_AP_FIXED_H
#define SIM_AP_FIXED_H

#include "whole.h"
#include <type_traits>

enum ap_q_mode { AP_RND, AP_RND_ZERO, AP_RND_MIN_INF, AP_RND_INF, AP_RND_CONV, AP_TRN, AP_TRN_ZERO };
enum ap_o_mode { AP_SAT, AP_SAT_ZERO, AP_SAT_SYM, AP_WRAP, AP_WRAP_SM };

namespace sim {

constexpr int larger(int a, int b) { return a > b ? a : b; }

// Drops the low bits of a raw value, at least one, and rounds what stays.
template <ap_q_mode Q, int B> whole<B> drop_bits(const whole<B> &raw, int drop) {
    const whole<B> floor = raw >> drop;
    const bool half = raw.bit(drop - 1);
    const bool sticky = raw.any_below(drop - 1);
    const bool up = Q == AP_TRN      ? false
                  : Q == AP_TRN_ZERO ? raw.negative() && (half || sticky)
                  : Q == AP_RND      ? half
                  : Q == AP_RND_ZERO ? half && (sticky || raw.negative())
                  : Q == AP_RND_INF  ? half && (sticky || !raw.negative())
                  : Q == AP_RND_CONV ? half && (sticky || floor.bit(0))
                                     : half && sticky;
    return floor + whole<B>(up);
}

// Brings a raw value into W bits.
template <int W, bool S, ap_o_mode O, int B> whole<W + !S> fit(const whole<B> &raw) {
    static_assert(O != AP_WRAP_SM, "AP_WRAP_SM is not simulated");
    typedef whole<W + !S> stored;
    const stored most = (stored(1) << (S ? W - 1 : W)) - stored(1);
    if (O == AP_WRAP) {
        const int spare = int(stored::size) - W;
        return S ? (stored(raw) << spare) >> spare : stored(raw) & most;
    }
    const stored least = !S ? stored() : O == AP_SAT_SYM ? stored() - most : stored() - most - stored(1);
    const whole<B> above = raw >> (S ? W - 1 : W);
    if (above == whole<B>() || (S && above == whole<B>(-1)))
        return stored(raw) < least ? least : stored(raw);
    return O == AP_SAT_ZERO ? stored() : raw.negative() ? least : most;
}

} // namespace sim

// W bits, I of them before the binary point: the integer raw times 2^-(W-I).
template <int W, int I, bool S, ap_q_mode Q, ap_o_mode O> class ap_fixed_base {
  public:
    enum { width = W, iwidth = I, fraction = W - I, bits = W + !S };
    sim::whole<bits> raw;

    ap_fixed_base() {}
    template <int W2, int I2, bool S2, ap_q_mode Q2, ap_o_mode O2>
    ap_fixed_base(const ap_fixed_base<W2, I2, S2, Q2, O2> &other) {
        enum { drop = (W2 - I2) - (W - I) };
        typedef sim::whole<W2 + 2 + (drop < 0 ? -drop : 0)> wide;
        set(drop > 0 ? sim::drop_bits<Q>(wide(other.raw), drop) : wide(other.raw) << -drop);
    }
    template <typename Number, typename = typename std::enable_if<std::is_arithmetic<Number>::value>::type>
    ap_fixed_base(Number value) {
        assign(value, std::is_integral<Number>());
    }

    bool operator[](int i) const { return raw.bit(i); }
    double to_double() const { return sim::to_double(raw, fraction); }
    float to_float() const { return float(to_double()); }
    int to_int() const { return int(ap_fixed_base<32, 32, true, AP_TRN_ZERO, AP_WRAP>(*this).raw.limb(0)); }
    explicit operator double() const { return to_double(); }
    explicit operator float() const { return to_float(); }
    explicit operator int() const { return to_int(); }
    explicit operator bool() const { return !(raw == sim::whole<bits>()); }

    ap_fixed_base<W + 1, I + 1, true, AP_TRN, AP_WRAP> operator-() const {
        ap_fixed_base<W + 1, I + 1, true, AP_TRN, AP_WRAP> result;
        typedef sim::whole<W + 1> wide;
        result.raw = wide() - wide(raw);
        return result;
    }
    // Shifts keep the type and lose what leaves it.
    ap_fixed_base operator<<(int n) const {
        ap_fixed_base result;
        result.raw = n < 0 ? raw >> -n : sim::fit<W, S, AP_WRAP>(raw << n);
        return result;
    }
    ap_fixed_base operator>>(int n) const { return *this << -n; }

  private:
    template <int B> void set(const sim::whole<B> &value) { raw = sim::fit<W, S, O>(value); }

    template <typename Number> void assign(Number value, std::true_type) {
        *this = ap_fixed_base(ap_fixed_base<65, 65, true, AP_TRN, AP_WRAP>::of(value));
    }
    // A double is an integer of 53 bits times a power of two; one that is not a number counts as zero.
    template <typename Number> void assign(Number number, std::false_type) {
        typedef sim::whole<W + 64> wide;
        int exponent = 0;
        double value = double(number);
        if (std::isinf(value))
            value = std::ldexp(value < 0 ? -1.0 : 1.0, W + 1 - fraction);
        const double mantissa = std::isnan(value) ? 0 : std::frexp(value, &exponent);
        const wide integer(sim::machine(int64_t(std::ldexp(mantissa, 53))));
        const int drop = 53 - exponent - fraction;
        set(drop > 0 ? sim::drop_bits<Q>(integer, drop) : integer << (-drop > W + 1 ? W + 1 : -drop));
    }

  public:
    template <typename Number> static ap_fixed_base of(Number integer) {
        ap_fixed_base result;
        result.raw = sim::whole<bits>(sim::machine(integer));
        return result;
    }
};

template <int W, int I, ap_q_mode Q = AP_TRN, ap_o_mode O = AP_WRAP, int N = 0>
class ap_fixed : public ap_fixed_base<W, I, true, Q, O> {
    typedef ap_fixed_base<W, I, true, Q, O> base;
    static_assert(N == 0, "saturation bits are not simulated");

  public:
    ap_fixed() {}
    template <typename Value> ap_fixed(const Value &value) : base(value) {}
};

template <int W, int I, ap_q_mode Q = AP_TRN, ap_o_mode O = AP_WRAP, int N = 0>
class ap_ufixed : public ap_fixed_base<W, I, false, Q, O> {
    typedef ap_fixed_base<W, I, false, Q, O> base;
    static_assert(N == 0, "saturation bits are not simulated");

  public:
    ap_ufixed() {}
    template <typename Value> ap_ufixed(const Value &value) : base(value) {}
};

namespace sim {

// The exact result types of a sum, a product and a quotient.
template <int W1, int I1, bool S1, int W2, int I2, bool S2> struct exact {
    enum {
        sum_i = (I1 + (S2 && !S1) > I2 + (S1 && !S2) ? I1 + (S2 && !S1) : I2 + (S1 && !S2)) + 1,
        sum_f = W1 - I1 > W2 - I2 ? W1 - I1 : W2 - I2,
        up = W2 - I2 > 0 ? W2 - I2 : 0
    };
    typedef ap_fixed_base<sum_i + sum_f, sum_i, S1 || S2, AP_TRN, AP_WRAP> sum;
    typedef ap_fixed_base<sum_i + sum_f, sum_i, true, AP_TRN, AP_WRAP> difference;
    typedef ap_fixed_base<W1 + W2, I1 + I2, S1 || S2, AP_TRN, AP_WRAP> product;
    typedef ap_fixed_base<S2 + W1 + up, S2 + I1 + W2 - I2, S1 || S2, AP_TRN, AP_WRAP> quotient;
};

} // namespace sim

#define SIM_FIXED_OPERANDS                                                                                             \
    template <int W1, int I1, bool S1, ap_q_mode Q1, ap_o_mode O1, int W2, int I2, bool S2, ap_q_mode Q2, ap_o_mode O2>
#define SIM_FIXED_A const ap_fixed_base<W1, I1, S1, Q1, O1> &a
#define SIM_FIXED_B const ap_fixed_base<W2, I2, S2, Q2, O2> &b
#define SIM_EXACT(result) typename sim::exact<W1, I1, S1, W2, I2, S2>::result

SIM_FIXED_OPERANDS SIM_EXACT(sum) operator+(SIM_FIXED_A, SIM_FIXED_B) {
    SIM_EXACT(sum) result;
    result.raw = SIM_EXACT(sum)(a).raw + SIM_EXACT(sum)(b).raw;
    return result;
}

SIM_FIXED_OPERANDS SIM_EXACT(difference) operator-(SIM_FIXED_A, SIM_FIXED_B) {
    SIM_EXACT(difference) result;
    result.raw = SIM_EXACT(difference)(a).raw - SIM_EXACT(difference)(b).raw;
    return result;
}

SIM_FIXED_OPERANDS SIM_EXACT(product) operator*(SIM_FIXED_A, SIM_FIXED_B) {
    SIM_EXACT(product) result;
    typedef decltype(result.raw) wide;
    result.raw = wide(a.raw) * wide(b.raw);
    return result;
}

SIM_FIXED_OPERANDS SIM_EXACT(quotient) operator/(SIM_FIXED_A, SIM_FIXED_B) {
    SIM_EXACT(quotient) result;
    typedef sim::whole<W1 + W2 + sim::larger(W2 - I2, 0) + 2> wide;
    const wide quotient = (wide(a.raw) << sim::larger(W2 - I2, 0)) / wide(b.raw);
    result.raw = sim::fit<decltype(result)::width, S1 || S2, AP_WRAP>(quotient);
    return result;
}

// Both values on the finer of the two grids, wide enough to hold either.
#define SIM_FIXED_COMPARE(op, expression)                                                                              \
    SIM_FIXED_OPERANDS bool operator op(SIM_FIXED_A, SIM_FIXED_B) {                                                    \
        typedef SIM_EXACT(difference) grid;                                                                            \
        const grid p(a), q(b);                                                                                         \
        return expression;                                                                                             \
    }
SIM_FIXED_COMPARE(==, p.raw == q.raw)
SIM_FIXED_COMPARE(!=, !(p.raw == q.raw))
SIM_FIXED_COMPARE(<, p.raw < q.raw)
SIM_FIXED_COMPARE(>, q.raw < p.raw)
SIM_FIXED_COMPARE(<=, !(q.raw < p.raw))
SIM_FIXED_COMPARE(>=, !(p.raw < q.raw))

#undef SIM_FIXED_COMPARE
#undef SIM_EXACT
#undef SIM_FIXED_B
#undef SIM_FIXED_A
#undef SIM_FIXED_OPERANDS

#endif
