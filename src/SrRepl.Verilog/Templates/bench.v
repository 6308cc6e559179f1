// Runs {{name}} over the vectors in tb_data/, a row every cycle: prints PASS, or the first mismatch and ends with an error. Every
// output is compared bit for bit, and has to come {{latency}} cycles after its input. The .hex files hold the ports' bits, the .dat files
// the same values as exact decimals.
`timescale 1ns / 1ps
/* verilator lint_off WIDTH */
/* verilator lint_off UNUSED */
/* verilator lint_off BLKSEQ */
/* verilator lint_off STMTDLY */

module {{name}}_tb;
    localparam LATENCY = {{latency}};
    localparam WIDEST = {{widest}};

    reg clk = 1'b0;
    reg rst = 1'b1;
    reg in_valid = 1'b0;
    wire out_valid;
{{declarations}}
    {{name}} device (
        .clk(clk), .rst(rst), .in_valid(in_valid), .out_valid(out_valid){{connections}}
    );

    // Where this file is: the vectors lie beside it.
    reg [8*1024-1:0] here;
    reg [8*1024-1:0] path;
    integer inputs, inputs_decimal, outputs, outputs_decimal;
    integer words, decimals;
    integer sent, received, cycle;
    real number;
    reg [WIDEST-1:0] word;

    task open(output integer file, input [8*64-1:0] name);
        begin
            $sformat(path, "%0stb_data/%0s", here, name);
            file = $fopen(path, "r");
            if (file == 0) begin
                $display("FAIL: %0s cannot be read", path);
                $fatal(1);
            end
        end
    endtask

    // The value of so many bits, a fixed-point number with so many of them behind the point; beyond 53 bits nearly.
    function real value(input [WIDEST-1:0] bits, input integer width, input integer fraction, input is_signed);
        integer i;
        real weight;
        begin
            value = 0.0;
            weight = 1.0;
            for (i = 0; i < fraction; i = i + 1)
                weight = weight / 2.0;
            for (i = fraction; i < 0; i = i + 1)
                weight = weight * 2.0;
            for (i = 0; i < width; i = i + 1) begin
                if (bits[i] === 1'b1)
                    value = value + (i == width - 1 && is_signed ? -weight : weight);
                weight = weight * 2.0;
            end
        end
    endfunction

    // Reads the next row into the input ports; words is how many there were.
    task read_inputs;
        begin
            words = 0;
            decimals = 0;
{{readinputs}}
        end
    endtask

    // Compares the outputs with the next row.
    task check_outputs;
        begin
            words = 0;
            decimals = 0;
{{readoutputs}}
            if (words != {{outputs}} || decimals != {{outputs}}) begin
                $display("FAIL: row %0d: the vector files disagree in rows or columns", received);
                $fatal(1);
            end
        end
    endtask

    initial begin
        here = `__FILE__;
        while (here != 0 && here[7:0] != "/")
            here = here >> 8;
        open(inputs, "tb_input_features.hex");
        open(inputs_decimal, "tb_input_features.dat");
        open(outputs, "tb_output_predictions.hex");
        open(outputs_decimal, "tb_output_predictions.dat");
        sent = 0;
        received = 0;
        cycle = 0;
        repeat (3) begin
            #{{half}} clk = 1'b1;
            #{{half}} clk = 1'b0;
        end
        rst = 1'b0;
        in_valid = 1'b1;
        // Values are set and looked at while the clock is low; a cycle ends when it falls.
        while (in_valid || received < sent) begin
            if (in_valid) begin
                read_inputs;
                if (words == {{reads}} && decimals == {{reads}}) begin
                    sent = sent + 1;
                end else if (words == 0 && decimals == 0 && sent > 0) begin
                    in_valid = 1'b0;
                end else begin
                    $display("FAIL: row %0d: the vector files disagree in rows or columns, or are empty", sent);
                    $fatal(1);
                end
            end
            // A row that is sent in cycle c is there in cycle c + LATENCY.
            if (out_valid !== (cycle >= LATENCY && received < sent)) begin
                $display("FAIL: cycle %0d: out_valid is %b after row %0d was sent in cycle 0; a row takes %0d cycles", cycle, out_valid, received, LATENCY);
                $fatal(1);
            end
            if (out_valid) begin
                check_outputs;
                received = received + 1;
            end
            if (in_valid || received < sent) begin
                #{{half}} clk = 1'b1;
                #{{half}} clk = 1'b0;
                cycle = cycle + 1;
            end
        end
        if ($fscanf(outputs_decimal, "%f", number) == 1) begin
            $display("FAIL: row %0d: the vector files disagree in rows or columns", received);
            $fatal(1);
        end
        $display("PASS: %0d rows, {{outputs}} outputs, bit for bit, latency %0d cycles, II 1", received, cycle - received + 1);
        // Elsewhere the run ends by itself: no event is left.
`ifdef VERILATOR
        $finish;
`endif
    end
endmodule
