using System.Diagnostics;
using System.Globalization;
using SrRepl.Hardware;
using SrRepl.Tests;

namespace SrRepl.Benchmarks;

/// <summary>Our own functions at every argument of types up to 16 bits, and at as many of wider ones: the farthest each is from the rounded exact result.</summary>
internal static class FunctionsCommand
{
    private const int Most = 1 << 16;

    private static readonly string[] Types =
    [
        "ap_fixed<6,3>", "ap_fixed<8,3>", "ap_fixed<8,4>", "ap_ufixed<8,3>", "ap_fixed<10,2>", "ap_fixed<12,4,AP_RND,AP_SAT>", "ap_fixed<12,6>", "ap_ufixed<12,4>", "ap_fixed<12,12>",
        "ap_fixed<16,6>", "ap_fixed<16,1>", "ap_ufixed<16,8>", "ap_fixed<16,12>", "ap_fixed<16,16>", "ap_fixed<16,0>", "ap_fixed<16,8,AP_RND_CONV,AP_SAT_SYM>", "ap_fixed<16,4,AP_TRN_ZERO,AP_SAT_ZERO>",
        "ap_fixed<18,8>", "ap_fixed<20,5>", "ap_fixed<24,8>", "ap_fixed<24,12>", "ap_fixed<24,14>", "ap_fixed<24,2>", "ap_ufixed<24,6>", "ap_fixed<24,20>",
    ];

    public static int Run(string[] args)
    {
        var failed = 0;
        foreach (var function in args.Length > 0 ? args : FunctionAccuracy.Functions)
            foreach (var text in Types)
                foreach (var exponent in function == "pow" ? [null, .. FunctionAccuracy.Exponents.Cast<double?>()] : (double?[])[null])
                {
                    var watch = Stopwatch.StartNew();
                    var accuracy = FunctionAccuracy.Of(function, FixedType.Parse(text), Most, exponent);
                    var name = exponent is { } known ? string.Create(CultureInfo.InvariantCulture, $"x**{known}") : function;
                    var outcome = accuracy is null ? "no own form" : string.Create(CultureInfo.InvariantCulture, $"{accuracy.Worst,4} ulp at worst of {accuracy.Checked} {(accuracy.Worst > 1 ? accuracy.Where : "")}");
                    failed += accuracy is { Worst.IsOne: false, Worst.IsZero: false } ? 1 : 0;
                    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-8} {text,-36} {watch.ElapsedMilliseconds,6} ms  {outcome}"));
                }
        Console.WriteLine(failed == 0 ? "all within 1 unit in the last place" : $"{failed} are off by more than 1");
        return failed == 0 ? 0 : 1;
    }
}
