// Runs {{name}} over the vectors in tb_data/ and compares every output bit for bit: prints PASS, or the first mismatch and
// exits with 1. The .dat files hold exact decimals, the .hex files the same values as two's complement bits.
#include "firmware/{{name}}.h"

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

namespace {

#ifdef RTL_SIM
const char *const results_path = "tb_data/rtl_cosim_results.log";
#else
const char *const results_path = "tb_data/csim_results.log";
#endif

const int input_width = {{inputwidth}};
const int output_width = {{outputwidth}};
const int output_fraction = {{outputfraction}};
const bool output_signed = {{outputsigned}};

const char *const output_names[N_OUTPUT] = {{{outputnames}}};

// A file's next line as words; false at its end.
bool next_row(std::istream &file, std::vector<std::string> &words) {
    std::string line;
    words.clear();
    while (words.empty() && std::getline(file, line)) {
        std::istringstream stream(line);
        for (std::string word; stream >> word;)
            words.push_back(word);
    }
    return !words.empty();
}

template <typename Fixed> std::string hex(const Fixed &value, int width) {
    std::string text;
    for (int low = (width - 1) / 4 * 4; low >= 0; low -= 4) {
        int digit = 0;
        for (int i = 3; i >= 0; i--)
            digit = 2 * digit + (low + i < width && bool(value[low + i]) ? 1 : 0);
        text += "0123456789abcdef"[digit];
    }
    return text;
}

// digits, least significant first, times a factor plus a digit.
void scale(std::vector<int> &digits, int factor, int carry) {
    for (size_t i = 0; i < digits.size(); i++) {
        carry += digits[i] * factor;
        digits[i] = carry % 10;
        carry /= 10;
    }
    if (carry > 0)
        digits.push_back(carry);
}

// The value in decimal, exactly, whatever its width.
std::string decimal(const result_t &value) {
    const bool negative = output_signed && bool(value[output_width - 1]);
    std::vector<bool> bits(output_width);
    bool carry = negative;
    for (int i = 0; i < output_width; i++) {
        const bool bit = bool(value[i]) != negative;
        bits[i] = bit != carry;
        carry = bit && carry;
    }
    std::vector<int> digits(1, 0);
    for (int i = output_width - 1; i >= 0; i--)
        scale(digits, 2, bits[i]);
    for (int i = 0; i < output_fraction; i++)
        scale(digits, 5, 0);
    for (int i = output_fraction; i < 0; i++)
        scale(digits, 2, 0);
    std::string text;
    const int places = output_fraction > 0 ? output_fraction : 0;
    while (int(digits.size()) <= places)
        digits.push_back(0);
    for (int i = int(digits.size()) - 1; i >= 0; i--) {
        text += char('0' + digits[i]);
        if (i == places && i > 0)
            text += '.';
    }
    if (places > 0) {
        text.erase(text.find_last_not_of('0') + 1);
        if (text[text.size() - 1] == '.')
            text.erase(text.size() - 1);
    }
    return negative ? "-" + text : text;
}

// Exact decimals are equal as text; other ways to write a number are compared by value where a double holds it.
bool same(const std::string &got, const std::string &expected) {
    char *end = 0;
    const double value = std::strtod(expected.c_str(), &end);
    return got == expected || (output_width <= 53 && *end == '\0' && std::strtod(got.c_str(), 0) == value);
}

{{call}}
// Each number as its own port takes it.
void convert(const double *values, input_t *x) {
{{conversions}}
}

int fail(const std::string &message) {
    std::cout << "FAIL: " << message << std::endl;
    return 1;
}

} // namespace

int main() {
    std::ifstream features("tb_data/tb_input_features.dat"), features_hex("tb_data/tb_input_features.hex");
    std::ifstream predictions("tb_data/tb_output_predictions.dat"), predictions_hex("tb_data/tb_output_predictions.hex");
    std::ofstream results(results_path);
    if (!features || !features_hex || !predictions || !predictions_hex)
        return fail("a vector file of tb_data/ cannot be read");
    if (!results)
        return fail(std::string(results_path) + " cannot be written");

    std::string mismatch;
    std::vector<std::string> in, in_hex, out, out_hex;
    int row = 0;
    for (; next_row(features, in); row++) {
        const bool complete = next_row(features_hex, in_hex) && next_row(predictions, out) && next_row(predictions_hex, out_hex);
        if (!complete || in.size() != N_INPUT || in_hex.size() != N_INPUT || out.size() != N_OUTPUT || out_hex.size() != N_OUTPUT) {
            std::ostringstream message;
            message << "row " << row << ": the vector files disagree in rows or columns";
            return fail(mismatch.empty() ? message.str() : mismatch);
        }
        double values[N_INPUT];
        input_t x[N_INPUT];
        result_t y[N_OUTPUT];
        for (int i = 0; i < N_INPUT; i++)
            values[i] = std::strtod(in[i].c_str(), 0);
        convert(values, x);
        for (int i = 0; i < N_INPUT; i++) {
            const input_t &seen = x[i];
            if (mismatch.empty() && hex(seen, input_width) != in_hex[i]) {
                std::ostringstream message;
                message << "row " << row << ", input " << i << ": " << in[i] << " is " << hex(seen, input_width)
                        << ", and the .hex file says " << in_hex[i];
                mismatch = message.str();
            }
        }
        call(x, y);
        for (int i = 0; i < N_OUTPUT; i++) {
            const result_t &seen = y[i];
            const std::string got = decimal(seen), got_hex = hex(seen, output_width);
            results << (i > 0 ? " " : "") << got;
            if (mismatch.empty() && (!same(got, out[i]) || got_hex != out_hex[i])) {
                std::ostringstream message;
                message << "row " << row << ", output " << output_names[i] << ": expected " << out[i] << " (" << out_hex[i]
                        << "), got " << got << " (" << got_hex << ")";
                mismatch = message.str();
            }
        }
        results << "\n";
    }
    if (!mismatch.empty())
        return fail(mismatch);
    if (row == 0 || next_row(features_hex, in_hex) || next_row(predictions, out) || next_row(predictions_hex, out_hex))
        return fail("the vector files are empty or disagree in rows");
    std::cout << "PASS: " << row << " rows, " << N_OUTPUT << " outputs, bit for bit" << std::endl;
    return 0;
}
