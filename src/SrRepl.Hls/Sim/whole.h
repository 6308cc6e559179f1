// Exact two's complement integers of a width fixed at compile time: the raw values behind sim/ap_fixed.h.
// Up to 128 bits they are one machine integer, beyond that an array of 64-bit limbs, least significant first.
#ifndef SIM_WHOLE_H
#define SIM_WHOLE_H

#include <cmath>
#include <cstdint>
#include <cstdlib>

#ifndef SIM_MACHINE_BITS
#define SIM_MACHINE_BITS 128
#endif

namespace sim {

typedef __int128 machine;
typedef unsigned __int128 umachine;

// Holds every integer of Bits bits, sign included, always sign-extended to its storage.
template <int Bits, bool Machine = (Bits <= SIM_MACHINE_BITS)> struct whole;

template <int Bits> struct whole<Bits, true> {
    enum { size = 128, limbs = 2 };
    machine v;

    whole() : v(0) {}
    explicit whole(machine value) : v(value) {}
    template <int B, bool M> explicit whole(const whole<B, M> &other)
        : v(machine(umachine(other.limb(0)) | umachine(other.limb(1)) << 64)) {}

    uint64_t limb(int i) const { return i < limbs ? uint64_t(v >> (64 * i)) : uint64_t(negative() ? -1 : 0); }
    bool negative() const { return v < 0; }
    bool bit(int i) const { return i < size ? (v >> i) & 1 : negative(); }
    bool any_below(int n) const { return n > 0 && (n >= size ? v != 0 : (v & ((machine(1) << n) - 1)) != 0); }

    whole operator+(const whole &b) const { return whole(machine(umachine(v) + umachine(b.v))); }
    whole operator-(const whole &b) const { return whole(machine(umachine(v) - umachine(b.v))); }
    whole operator*(const whole &b) const { return whole(machine(umachine(v) * umachine(b.v))); }
    whole operator/(const whole &b) const { return whole(v / b.v); }
    whole operator&(const whole &b) const { return whole(v & b.v); }
    whole operator<<(int n) const { return whole(n >= size ? 0 : machine(umachine(v) << n)); }
    whole operator>>(int n) const { return whole(v >> (n >= size ? size - 1 : n)); }
    bool operator==(const whole &b) const { return v == b.v; }
    bool operator<(const whole &b) const { return v < b.v; }
};

template <int Bits> struct whole<Bits, false> {
    enum { limbs = (Bits + 63) / 64, size = 64 * limbs };
    uint64_t part[limbs];

    whole() : part() {}
    explicit whole(machine value) {
        for (int i = 2; i < limbs; i++)
            part[i] = value < 0 ? ~uint64_t(0) : 0;
        part[0] = uint64_t(value);
        part[1] = uint64_t(value >> 64);
    }
    template <int B, bool M> explicit whole(const whole<B, M> &other) {
        for (int i = 0; i < limbs; i++)
            part[i] = other.limb(i);
    }

    uint64_t limb(int i) const { return i < limbs ? part[i] : negative() ? ~uint64_t(0) : 0; }
    bool negative() const { return part[limbs - 1] >> 63; }
    bool bit(int i) const { return i < size ? part[i / 64] >> (i % 64) & 1 : negative(); }
    bool any_below(int n) const {
        for (int i = 0; i < limbs && 64 * i < n; i++)
            if (n - 64 * i >= 64 ? part[i] != 0 : (part[i] & ((uint64_t(1) << (n - 64 * i)) - 1)) != 0)
                return true;
        return false;
    }

    whole operator+(const whole &b) const {
        whole sum;
        umachine carry = 0;
        for (int i = 0; i < limbs; i++) {
            carry += umachine(part[i]) + b.part[i];
            sum.part[i] = uint64_t(carry);
            carry >>= 64;
        }
        return sum;
    }
    whole operator-(const whole &b) const {
        whole inverse;
        for (int i = 0; i < limbs; i++)
            inverse.part[i] = ~b.part[i];
        return *this + inverse + whole(1);
    }
    // The low bits of the product, which are all of it where the width was chosen to hold it.
    whole operator*(const whole &b) const {
        whole product;
        for (int i = 0; i < limbs; i++) {
            umachine carry = 0;
            for (int j = 0; i + j < limbs; j++) {
                carry += umachine(part[i]) * b.part[j] + product.part[i + j];
                product.part[i + j] = uint64_t(carry);
                carry >>= 64;
            }
        }
        return product;
    }
    // Long division of magnitudes, one bit at a time; the quotient truncates toward zero.
    whole operator/(const whole &b) const {
        if (b == whole())
            std::abort(); // a machine integer traps here too
        const whole top = negative() ? whole() - *this : *this;
        const whole bottom = b.negative() ? whole() - b : b;
        whole rest, quotient;
        for (int i = size - 1; i >= 0; i--) {
            rest = rest << 1;
            rest.part[0] |= top.bit(i);
            if (!(rest < bottom)) {
                rest = rest - bottom;
                quotient.part[i / 64] |= uint64_t(1) << (i % 64);
            }
        }
        return negative() != b.negative() ? whole() - quotient : quotient;
    }
    whole operator&(const whole &b) const {
        whole common;
        for (int i = 0; i < limbs; i++)
            common.part[i] = part[i] & b.part[i];
        return common;
    }
    whole operator<<(int n) const {
        whole shifted;
        for (int i = limbs - 1; i >= 0 && i - n / 64 >= 0; i--) {
            const int from = i - n / 64;
            shifted.part[i] = part[from] << (n % 64);
            if (n % 64 > 0 && from > 0)
                shifted.part[i] |= part[from - 1] >> (64 - n % 64);
        }
        return shifted;
    }
    whole operator>>(int n) const {
        whole shifted;
        for (int i = 0; i < limbs; i++) {
            const int from = i + n / 64;
            shifted.part[i] = limb(from) >> (n % 64);
            if (n % 64 > 0)
                shifted.part[i] |= limb(from + 1) << (64 - n % 64);
        }
        return shifted;
    }
    bool operator==(const whole &b) const {
        for (int i = 0; i < limbs; i++)
            if (part[i] != b.part[i])
                return false;
        return true;
    }
    bool operator<(const whole &b) const {
        if (negative() != b.negative())
            return negative();
        for (int i = limbs - 1; i >= 0; i--)
            if (part[i] != b.part[i])
                return part[i] < b.part[i];
        return false;
    }
};

// raw * 2^-fraction as the nearest double, halves to even.
template <int B, bool M> double to_double(const whole<B, M> &raw, int fraction) {
    typedef whole<B + 1> wide;
    const wide magnitude = raw.negative() ? wide() - wide(raw) : wide(raw);
    int top = B;
    while (top > 0 && !magnitude.bit(top))
        top--;
    const int drop = top > 120 ? top - 120 : 0;
    const whole<128, true> head(magnitude >> drop);
    const machine kept = head.v | machine(magnitude.any_below(drop));
    const double value = std::ldexp(double(kept), drop - fraction);
    return raw.negative() ? -value : value;
}

} // namespace sim

#endif
