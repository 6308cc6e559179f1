// {{name}}: a row of inputs every cycle (II 1), its outputs {{cycles}} later.
//
// A fixed-point value is an integer of its type's width, with as many bits behind the point as its ap_fixed type says. The
// stages follow the schedule of the cost model for {{device}} at {{clock}} ns; {{registers}} bits are registered between them. A
// value's name says which stage it is in: t5_s2 is operation 5 of the kernel as stage 2 sees it.
`timescale 1ns / 1ps
/* verilator lint_off WIDTH */
/* verilator lint_off UNUSED */
/* verilator lint_off UNOPTFLAT */
/* verilator lint_off DECLFILENAME */

(* latency = {{latency}}, initiation_interval = 1 *)
module {{name}} (
    input  wire clk,
    input  wire rst /* clears the valid bits; values need no reset */,
    input  wire in_valid,
    output wire out_valid{{ports}}
);
    localparam LATENCY = {{latency}};

    reg [LATENCY-1:0] valid;
    always @(posedge clk)
        valid <= rst ? {LATENCY{1'b0}} : (valid << 1) | in_valid;
    assign out_valid = valid[LATENCY-1];
{{body}}endmodule
