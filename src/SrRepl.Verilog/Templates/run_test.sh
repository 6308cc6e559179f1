#!/bin/bash
# Compiles {{name}} with its test bench and runs it over tb_data/: prints PASS, or the first mismatch and ends with an error.
#
#   bash run_test.sh              with iverilog
#   bash run_test.sh verilator    with verilator
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

case "${1:-iverilog}" in
iverilog)
    iverilog -g2005 -o {{name}}_tb.vvp {{name}}.v {{name}}_tb.v
    vvp -n {{name}}_tb.vvp
    ;;
verilator)
    verilator --binary --timing --top-module {{name}}_tb --prefix {{name}}_tb --Mdir obj_dir {{name}}.v {{name}}_tb.v > verilator.log 2>&1 || {
        cat verilator.log >&2
        exit 1
    }
    ./obj_dir/{{name}}_tb
    ;;
*)
    echo "run_test.sh: the simulators are iverilog and verilator" >&2
    exit 2
    ;;
esac
