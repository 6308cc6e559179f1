
// The quotient of two unsigned integers by restoring division: N steps of a bit each, with RANKS registers spread between
// them. What it gives for a divisor of 0 is all ones.
module {{name}}_divider #(
    parameter N = 8,
    parameter D = 8,
    parameter RANKS = 0
) (
    input  wire clk,
    input  wire [N-1:0] dividend,
    input  wire [D-1:0] divisor,
    output wire [N-1:0] quotient
);
    // A step takes and gives the remainder so far, the bits still to divide with the quotient's behind them, and the divisor.
    localparam STATE = D + N + D;
    wire [STATE-1:0] first = { {D{1'b0}}, dividend, divisor };
    wire [STATE-1:0] last;
    assign quotient = last[D +: N];

    genvar k;
    generate
        for (k = 0; k < N; k = k + 1) begin : step
            wire [STATE-1:0] state;
            if (k == 0) begin : from_first
                assign state = first;
            end else begin : from_before
                assign state = step[k-1].result;
            end
            // One process a step: as separate nets, simulators would follow every glitch through all steps behind.
            reg [D:0] remainder;
            reg fits;
            reg [N:0] bits;
            reg [STATE-1:0] next;
            always @* begin
                remainder = state[STATE-1 -: D+1];
                fits = remainder >= {1'b0, state[D-1:0]};
                if (fits)
                    remainder = remainder - {1'b0, state[D-1:0]};
                bits = {state[D +: N], fits};
                next = {remainder[D-1:0], bits[N-1:0], state[D-1:0]};
            end
            wire [STATE-1:0] result;
            if ((k + 1) * RANKS / N != k * RANKS / N) begin : rank
                reg [STATE-1:0] register;
                always @(posedge clk)
                    register <= next;
                assign result = register;
            end else begin : direct
                assign result = next;
            end
        end
        assign last = step[N-1].result;
    endgenerate
endmodule
