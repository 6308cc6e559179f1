namespace SrRepl.Repl.Tests;

/// <summary>One change of a file: a text that stands there once, and what is put before it.</summary>
public sealed record Insertion(string Place, string Before, string Text);

/// <summary>The hyperbolic secant, which the operator table lacks, as one would add it by CONTRIBUTING.</summary>
public static class SampleOperator
{
    /// <summary>Everything that has to be written.</summary>
    public static IReadOnlyList<Insertion> Insertions { get; } =
    [
        new("src/SrRepl.Core/Formulas/Operators.cs",
            "    /// <summary>inverse hyperbolic sine</summary>\n",
            """
                /// <summary>hyperbolic secant</summary>
                public static readonly BuiltInOperator Sech = Unary("sech", "hyperbolic secant", SechOf, x => -(Sech!.Of(x) * Tanh.Of(x)), r => r.Abs().Falling(SechOf, NonNegative).Intersect(Truth));

                private static double SechOf(double x) => 1 / Math.Cosh(x);


            """),
        new("src/SrRepl.Core/Formulas/Operators.cs", "Asinh, Acosh, AcoshAbs, Atanh,\n", "Sech, "),
        new("src/SrRepl.Core/Printing/Code/CodeLanguages.cs", "(Operators.Sign, \"(double)", "(Operators.Sech, \"(1.0/cosh(#1))\"), "),
        new("src/SrRepl.Core/Printing/Code/CodeLanguages.cs", "(Operators.Mod, \"((#1) - (#2)*Math.Floor", "(Operators.Sech, \"(1.0/Math.Cosh(#1))\"), "),
        new("src/SrRepl.Core/Printing/Code/CodeLanguages.cs", "Calls(\"#1\", \"np.square", "[(Operators.Sech, \"(1.0/np.cosh(#1))\")],\n            "),
        new("src/SrRepl.Core/Printing/Code/CodeLanguages.cs", "cot asin acos atan sinh cosh tanh asinh acosh atanh round", "sech "),
        new("src/SrRepl.Rewriting/Analysis/Domains.cs", "Tanh, Asinh, AcoshAbs,", "Sech, "),
        new("src/SrRepl.Hardware/Lowering/OperatorLowering.cs",
            "        [Operators.Asinh] = Call,\n",
            "        [Operators.Sech] = (at, node) => at.Instead(node, 1 / Operators.Cosh.Of(node.Arguments[0])),\n"),
        new("src/SrRepl.Scripting/Formulas/Functions.cs",
            "    /// <summary>inverse hyperbolic sine</summary>\n",
            """
                /// <summary>hyperbolic secant</summary>
                public static Expr Sech(Expr x) => Operators.Sech.Of(x);


            """),
        new("tests/Cases/operators.txt", ">> cbrt 0.5\n", ">> sech 0.5\n0.886818883970074\n"),
    ];
}
