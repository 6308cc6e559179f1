using System.Globalization;
using System.Text;
using SrRepl.Tests;

namespace SrRepl.Hls.Tests;

/// <summary>The simulation headers reproduce the open ap_types headers: every recorded cast and operation, with machine words and with limbs.</summary>
public class SimulationHeaderTests
{
    // A cast is checked from its raw value and, for a part of the types, from the same value given as a double.
    private const string Checks = """
        #include "ap_fixed.h"
        #include <cstdio>
        template <typename T> T raw(long long value) {
            T t;
            t.raw = decltype(t.raw)(sim::machine(value));
            return t;
        }
        static int failures = 0;
        static void expect(bool held, const char *what, int row) {
            if (!held && failures++ < 10)
                std::printf("%s, row %d\n", what, row);
        }
        template <typename From, typename To> void casts(const char *what, const long long (*rows)[2], int count) {
            for (int i = 0; i < count; i++) {
                const To to = raw<From>(rows[i][0]);
                expect(to.raw == raw<To>(rows[i][1]).raw, what, i);
            }
        }
        template <typename From, typename To> void doubles(const char *what, const long long (*rows)[2], int count) {
            for (int i = 0; i < count; i++) {
                const To to = raw<From>(rows[i][0]).to_double();
                expect(to.raw == raw<To>(rows[i][1]).raw, what, i);
            }
        }
        #define OPERATION(name, expression)                                                                             \
            template <typename A, typename B, typename R> void name(const char *what, const long long (*rows)[3], int count) { \
                for (int i = 0; i < count; i++) {                                                                       \
                    const A a = raw<A>(rows[i][0]);                                                                     \
                    const B b = raw<B>(rows[i][1]);                                                                     \
                    const auto got = expression;                                                                        \
                    const R expected = raw<R>(rows[i][2]);                                                              \
                    expect(int(got.width) == int(R::width) && int(got.iwidth) == int(R::iwidth)                         \
                        && got.raw == decltype(got.raw)(expected.raw), what, i);                                        \
                }                                                                                                       \
            }
        OPERATION(add, a + b)
        OPERATION(sub, a - b)
        OPERATION(mul, a * b)
        OPERATION(div_, a / b)
        OPERATION(neg, ((void)b, -a))

        """;

    [ReferenceTheory("g++", "bash")]
    [InlineData(128, 1)]
    [InlineData(0, 5)]
    public void ReproduceTheVendorsVectors(int machineBits, int everyType)
    {
        using var folder = new TemporaryFolder();
        foreach (var name in Built.In.Under("Sim"))
            File.WriteAllText(folder[Path.GetFileName(name)], Built.In.Text(name));
        File.WriteAllText(folder["check.cpp"], Program(everyType));
        var (compiled, errors) = Tool.Run(folder.Path, "g++", "-std=c++11", "-O0", $"-DSIM_MACHINE_BITS={machineBits}", "-o", "check", "check.cpp");
        compiled.ShouldBe(0, errors);
        var (exit, output) = Tool.Run(folder.Path, folder["check"]);
        exit.ShouldBe(0, output);
        output.ShouldBe("");
    }

    private static string Program(int everyType)
    {
        const int everyDouble = 5;
        var text = new StringBuilder(Checks);
        var calls = new StringBuilder("int main() {\n");
        var casts = Rows("apfixed/casts.csv")
            .GroupBy(row => $"{Type(row[0], row[1], row[2])}, {Type(row[4], row[5], row[6])[..^1]},AP_{row[7]},AP_{row[8]}>")
            .Where((_, i) => i % everyType == 0)
            .ToList();
        foreach (var (group, i) in casts.Select((group, i) => (group, i)))
        {
            Append(i % everyDouble == 0 ? ["casts", "doubles"] : ["casts"], group.Key, [.. group.Select(row => $"{row[3]}LL,{row[9]}LL")], 2);
        }
        foreach (var group in Rows("apfixed/arithmetic.csv").GroupBy(row => (
            Operation: row[8],
            Types: $"{Type(row[0], row[1], row[2])}, {(row[8] == "neg" ? "ap_fixed<1,1>" : Type(row[4], row[5], row[6]))}, {Type(row[9], row[10], row[11])}")))
        {
            var check = group.Key.Operation == "div" ? "div_" : group.Key.Operation;
            Append([check], group.Key.Types, [.. group.Select(row => $"{row[3]}LL,{(row[8] == "neg" ? "0" : row[7])}LL,{row[12]}LL")], 3);
        }
        return text.Append(calls).Append("return failures > 0;\n}\n").ToString();

        void Append(string[] checks, string types, string[] rows, int columns)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"rows{text.Length}");
            text.Append(CultureInfo.InvariantCulture, $"static const long long {name}[][{columns}] = {{{string.Join(",", rows.Select(row => $"{{{row}}}"))}}};\n");
            foreach (var check in checks)
                calls.Append(CultureInfo.InvariantCulture, $"{check}<{types} >(\"{check} {types}\", {name}, {rows.Length});\n");
        }
    }

    private static IEnumerable<string[]> Rows(string file) => File.ReadLines(ReferenceData.File(file)).Skip(1).Select(line => line.Split(','));

    private static string Type(string width, string integer, string signed) => $"ap_{(signed == "1" ? "" : "u")}fixed<{width},{integer}>";
}
