using System.Globalization;
using SrRepl.Core;

namespace SrRepl.Language.Tests;

/// <summary>A formula written as a function of Julia is read back as it was, operator by operator.</summary>
public sealed class JuliaTests
{
    private const string Head = "f(x, y, z) = ";

    private static readonly Expr X = new Variable("x");
    private static readonly Expr Y = new Variable("y");
    private static readonly Expr Z = new Variable("z");

    [Fact]
    public void WhatIsPrintedIsReadBack()
    {
        Expr[] formulas =
        [
            .. Operators.All.Select(op => op.Of([.. new[] { X, Y, X - Z }.Take(op.Arity)])),
            X - (Y - 2.0) - (X - 1.0), X / (Y / 3.0) / 2.0, -(X + Y) * -2.0, -(-X) - -Y, 1 / new Constant(3) * X, Operators.Power.Of(X - Y, 2.0) * -X,
            Operators.Power.Of(Operators.Power.Of(X, Y), -Z), Operators.Power.Of(-2.0, X), 1e-7 * X + 1e20, X * double.PositiveInfinity, X + double.NaN,
            Operators.And.Of(Operators.Equal.Of(X, Y), Operators.Or.Of(Z, X)) + Operators.IfElse.Of(Y, X + 1.0, -X) * 2.0,
        ];
        foreach (var formula in formulas)
        {
            var text = CodePrinter.Print(new Function(formula), CodeLanguages.Julia, "f");
            text.ShouldStartWith(Head);
            // A function of a package is called by the package's name.
            var read = FormulaReader.Read(text[Head.Length..].Replace("SpecialFunctions.", "", StringComparison.Ordinal));
            foreach (var (x, y, z) in new[] { (0.25, 0.75, 2), (0.5, -0.5, 0.5), (-0.75, 0.5, -1), (2.5, 1.5, 0), (0.125, 3, 7.5) })
            {
                var at = new Dictionary<string, double> { ["x"] = x, ["y"] = y, ["z"] = z };
                var (expected, got) = (formula.Evaluate(at), read.Evaluate(at));
                if (double.IsFinite(expected))
                    got.ShouldBe(expected, 1e-12 * Math.Max(1, Math.Abs(expected)), string.Create(CultureInfo.InvariantCulture, $"{text} at {x}, {y}, {z}"));
                else
                    got.ShouldBe(expected, text);
            }
        }
    }

    private sealed record Function(Expr Formula) : IFormula
    {
        public System.Collections.Immutable.ImmutableArray<string> Parameters => ["x", "y", "z"];
    }
}
