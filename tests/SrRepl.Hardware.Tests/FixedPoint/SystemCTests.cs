using System.Diagnostics;
using System.Globalization;
using System.Numerics;
using System.Text;
using SrRepl.Core;
using SrRepl.Hardware;

namespace SrRepl.Tests;

/// <summary>Casts, sums, differences and products beside SystemC's sc_fixed, which was written by other people to the same standard (IEEE 1666).</summary>
public class SystemCTests
{
    private const string Header = "sysc/datatypes/fx/fx.h";

    private const string Program = """
        #define SC_INCLUDE_FX
        #include <sysc/datatypes/fx/fx.h>
        #include <cmath>
        #include <cstdio>
        using namespace sc_dt;

        static const sc_q_mode roundings[] = {SC_TRN, SC_TRN_ZERO, SC_RND, SC_RND_ZERO, SC_RND_MIN_INF, SC_RND_INF, SC_RND_CONV};
        static const sc_o_mode overflows[] = {SC_WRAP, SC_SAT, SC_SAT_ZERO, SC_SAT_SYM};

        // One mode of sc_fixed itself, the rest through sc_fix, which is the same arithmetic with the type as an argument.
        template <sc_q_mode Q, sc_o_mode O> double fixed(double value) { return sc_fixed<9, 4, Q, O>(value).to_double(); }
        template <sc_q_mode Q> double fixed(int overflow, double value) {
            return overflow == 0 ? fixed<Q, SC_WRAP>(value) : overflow == 1 ? fixed<Q, SC_SAT>(value) : overflow == 2 ? fixed<Q, SC_SAT_ZERO>(value) : fixed<Q, SC_SAT_SYM>(value);
        }
        static double fixed(int rounding, int overflow, double value) {
            switch (rounding) {
            case 0: return fixed<SC_TRN>(overflow, value);
            case 1: return fixed<SC_TRN_ZERO>(overflow, value);
            case 2: return fixed<SC_RND>(overflow, value);
            case 3: return fixed<SC_RND_ZERO>(overflow, value);
            case 4: return fixed<SC_RND_MIN_INF>(overflow, value);
            case 5: return fixed<SC_RND_INF>(overflow, value);
            default: return fixed<SC_RND_CONV>(overflow, value);
            }
        }


        int main() {
            char kind;
            while (std::scanf(" %c", &kind) == 1) {
                if (kind == 'c') {
                    int is_signed, width, integer, rounding, overflow;
                    double value;
                    if (std::scanf("%d %d %d %d %d %lf", &is_signed, &width, &integer, &rounding, &overflow, &value) != 6) return 1;
                    if (is_signed) { sc_fix x(width, integer, roundings[rounding], overflows[overflow]); x = value; std::printf("%.17g\n", x.to_double()); }
                    else { sc_ufix x(width, integer, roundings[rounding], overflows[overflow]); x = value; std::printf("%.17g\n", x.to_double()); }
                } else if (kind == 'f') {
                    int rounding, overflow;
                    double value;
                    if (std::scanf("%d %d %lf", &rounding, &overflow, &value) != 3) return 1;
                    std::printf("%.17g\n", fixed(rounding, overflow, value));
                } else {
                    int w1, i1, w2, i2;
                    double a, b;
                    if (std::scanf("%d %d %lf %d %d %lf", &w1, &i1, &a, &w2, &i2, &b) != 6) return 1;
                    sc_fix x(w1, i1), y(w2, i2);
                    x = a;
                    y = b;
                    const sc_fxval result = kind == '+' ? x + y : kind == '-' ? x - y : x * y;
                    std::printf("%.17g\n", result.to_double());
                }
            }
            return 0;
        }
        extern "C" int sc_main(int, char **) { return 0; }
        """;

    [SystemCFact]
    public void EveryRoundingAndOverflowIsSystemCs()
    {
        var random = new Xoshiro256(7);
        var (asked, wanted) = (new StringBuilder(), new List<(string Question, double Value)>());
        foreach (var rounding in Enum.GetValues<Rounding>())
            foreach (var overflow in Enum.GetValues<Overflow>())
                for (var i = 0; i < 150; i++)
                {
                    var width = 1 + random.NextInt(24);
                    var type = new FixedType(width, random.NextInt(width + 7) - 3, random.NextInt(3) > 0, rounding, overflow);
                    var value = Draw(random, type);
                    Ask($"c {(type.Signed ? 1 : 0)} {type.Width} {type.Integer} {(int)rounding} {(int)overflow} {Text(value)}", FixedValue.From(value, type).Double);
                    var known = new FixedType(9, 4, true, rounding, overflow);
                    var other = Draw(random, known);
                    Ask($"f {(int)rounding} {(int)overflow} {Text(other)}", FixedValue.From(other, known).Double);
                }
        foreach (var sign in "+-*")
            for (var i = 0; i < 400; i++)
            {
                var (a, b) = (Value(random), Value(random));
                var result = sign == '+' ? a + b : sign == '-' ? a - b : a * b;
                Ask($"{sign} {a.Type.Width} {a.Type.Integer} {Text(a.Double)} {b.Type.Width} {b.Type.Integer} {Text(b.Double)}", result.Double);
            }

        var answers = Run(asked.ToString());
        answers.Length.ShouldBe(wanted.Count);
        wanted.Zip(answers).Where(pair => pair.First.Value != pair.Second).Select(pair => $"{pair.First.Question}: {pair.First.Value}, SystemC {pair.Second}").Take(10).ShouldBeEmpty();

        void Ask(string question, double value)
        {
            asked.Append(question).Append('\n');
            wanted.Add((question, value));
        }
    }

    private static FixedValue Value(Xoshiro256 random)
    {
        var width = 2 + random.NextInt(20);
        var type = new FixedType(width, random.NextInt(width + 5) - 2);
        return new(type.MinRaw + (BigInteger)(random.NextDouble() * Math.Pow(2, width)), type);
    }

    // Inside the type, around its ends, on halves of its last bit, and between.
    private static double Draw(Xoshiro256 random, FixedType type) => random.NextInt(3) switch
    {
        0 => type.Step * (random.NextInt(4096) - 2048) / 2,
        1 => (double)type.MaxRaw * type.Step * (random.NextDouble() * 6 - 3),
        _ => type.Step * Math.Round((random.NextDouble() - 0.5) * 1000) / 8,
    };

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static double[] Run(string questions)
    {
        var folder = Directory.CreateTempSubdirectory("systemc");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "casts.cpp"), Program);
            var (exit, output) = Tool.Run(folder.FullName, "g++", "-O0", "casts.cpp", "-lsystemc", "-o", "casts");
            exit.ShouldBe(0, output);
            using var process = System.Diagnostics.Process.Start(new ProcessStartInfo(Path.Combine(folder.FullName, "casts")) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
            var answers = process.StandardOutput.ReadToEndAsync();
            process.StandardInput.Write(questions);
            process.StandardInput.Close();
            return [.. answers.Result.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => double.Parse(line, CultureInfo.InvariantCulture))];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private sealed class SystemCFactAttribute : FactAttribute
    {
        private static readonly string[] Folders = ["/usr/include", "/usr/local/include"];

        public SystemCFactAttribute()
        {
            if (!Tool.Exists("g++"))
                Skip = "g++ is not installed";
            else if (!Folders.Any(folder => File.Exists(Path.Combine(folder, Header))))
                Skip = "SystemC (libsystemc-dev) is not installed";
        }
    }
}
