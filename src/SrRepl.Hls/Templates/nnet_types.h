// A row of values as one packet of a stream.
#ifndef NNET_TYPES_H_
#define NNET_TYPES_H_

namespace nnet {

template <typename T, unsigned N> struct array {
    typedef T value_type;
    static const unsigned size = N;

    T data[N];

    T &operator[](unsigned i) { return data[i]; }
    const T &operator[](unsigned i) const { return data[i]; }
};

} // namespace nnet

#endif
