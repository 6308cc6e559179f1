namespace SrRepl.Hls;

/// <summary>The texts in which arrays and streams at the top function differ; NAME stands for the function.</summary>
internal sealed record TopInterface
{
    private static readonly TopInterface Parallel = new()
    {
        Texts = new Dictionary<string, string>
        {
            ["interfaceinclude"] = "",
            ["ports"] = "input_t x[N_INPUT], result_t y[N_OUTPUT]",
            ["pragmas"] = """
                #pragma HLS ARRAY_RESHAPE variable=x complete dim=0
                #pragma HLS ARRAY_PARTITION variable=y complete dim=0
                #pragma HLS INTERFACE ap_vld port=x,y
                #pragma HLS PIPELINE II=1
                """,
            ["begin"] = "",
            ["end"] = "",
            ["call"] = """
                void call(input_t x[N_INPUT], result_t y[N_OUTPUT]) { NAME(x, y); }

                """,
        },
    };

    private static readonly TopInterface Stream = new()
    {
        Texts = new Dictionary<string, string>
        {
            ["interfaceinclude"] = """
                #include "hls_stream.h"
                #include "nnet_utils/nnet_types.h"

                typedef nnet::array<input_t, N_INPUT> input_row_t;
                typedef nnet::array<result_t, N_OUTPUT> result_row_t;

                """,
            ["ports"] = "hls::stream<input_row_t> &x_stream, hls::stream<result_row_t> &y_stream",
            ["pragmas"] = """
                #pragma HLS INTERFACE axis port=x_stream
                #pragma HLS INTERFACE axis port=y_stream
                #pragma HLS PIPELINE II=1
                """,
            ["begin"] = "    const input_row_t x = x_stream.read();\n    result_row_t y;\n",
            ["end"] = "    y_stream.write(y);\n",
            ["call"] = """
                void call(input_t x[N_INPUT], result_t y[N_OUTPUT]) {
                    hls::stream<input_row_t> x_stream("x_stream");
                    hls::stream<result_row_t> y_stream("y_stream");
                    input_row_t in;
                    for (int i = 0; i < N_INPUT; i++)
                        in[i] = x[i];
                    x_stream.write(in);
                    NAME(x_stream, y_stream);
                    const result_row_t out = y_stream.read();
                    for (int i = 0; i < N_OUTPUT; i++)
                        y[i] = out[i];
                }

                """,
        },
    };

    /// <summary>The texts by the templates' names for them.</summary>
    public required IReadOnlyDictionary<string, string> Texts { get; init; }

    /// <summary>The texts of an interface.</summary>
    public static TopInterface Of(IoType type) => type == IoType.IoParallel ? Parallel : Stream;
}
