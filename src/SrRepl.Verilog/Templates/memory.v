
// {{what}}: entries of {{type}}.
module {{name}} #(
    parameter CLOCKED = 1
) (
    input  wire clk,
    input  wire {{address}}address,
    output wire {{width}}entry
);
    reg {{width}}entries [0:{{last}}];

    initial begin
{{entries}}    end

    generate
        if (CLOCKED) begin : clocked
            reg {{width}}read;
            always @(posedge clk)
                read <= entries[address];
            assign entry = read;
        end else begin : direct
            assign entry = entries[address];
        end
    endgenerate
endmodule
