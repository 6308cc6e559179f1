// The vendor's stream for simulation: a queue without an end.
#ifndef SIM_HLS_STREAM_H
#define SIM_HLS_STREAM_H

#include <cstddef>
#include <cstdlib>
#include <deque>

namespace hls {

template <typename T> class stream {
    std::deque<T> queue;

  public:
    stream() {}
    explicit stream(const char *) {}
    stream(const stream &) = delete;
    stream &operator=(const stream &) = delete;

    bool empty() const { return queue.empty(); }
    bool full() const { return false; }
    size_t size() const { return queue.size(); }
    void write(const T &value) { queue.push_back(value); }
    T read() {
        if (queue.empty())
            std::abort(); // hardware would wait for ever
        const T value = queue.front();
        queue.pop_front();
        return value;
    }
};

} // namespace hls

#endif
