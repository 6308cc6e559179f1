#!/bin/bash
# Compiles the firmware and its bridge into firmware/{{name}}-{{stamp}}.so, where hls4ml's compile() looks for it.
#
#   bash build_lib.sh                  plain g++ and the simulation headers in sim/
#   bash build_lib.sh /path/include    the vendor's headers instead (or set HLS_INCLUDE_PATH)
#   bash build_lib.sh --test [...]     also builds the test bench and runs it over tb_data/
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

run_test=no
if [[ "${1-}" == "--test" ]]; then
    run_test=yes
    shift
fi

compiler="${CXX:-g++}"
include="${1:-${HLS_INCLUDE_PATH:-sim}}"
if [[ ! -f "$include/ap_fixed.h" ]]; then
    echo "build_lib.sh: there is no ap_fixed.h in $include" >&2
    exit 1
fi
read -ra flags <<< "${CXXFLAGS:--O2}"
flags+=(-fPIC -std=c++14 "-I$include" -Ifirmware)

library="firmware/{{name}}-{{stamp}}.so"
"$compiler" "${flags[@]}" -shared -o "$library.part" firmware/{{name}}.cpp {{name}}_bridge.cpp
mv -f "$library.part" "$library"
echo "built $library with $include"

if [[ "$run_test" == "yes" ]]; then
    "$compiler" "${flags[@]}" -o {{name}}_test.part firmware/{{name}}.cpp {{name}}_test.cpp
    mv -f {{name}}_test.part {{name}}_test
    ./{{name}}_test
fi
