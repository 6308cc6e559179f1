using System.Collections.Immutable;
using SrRepl.Core;

namespace SrRepl.Rewriting;

/// <summary>
/// Two formulas side by side at random points, in an arithmetic of about 30 digits. What they may differ by at a point is
/// that arithmetic's own error, and what the digits that a constant is not written with could change: 0.3989422804014327
/// stands for 1/sqrt(2*pi), 0.4 only for two fifths.
/// </summary>
internal sealed class PointTrial
{
    private const int Tries = 1000;
    private const int MostTries = 20_000;
    private const int EnoughAgreeing = 30;

    // Nodes evaluated at most, so that large formulas take no longer than small ones.
    private const int Work = 1_000_000;
    private const double Precision = 1e-24;
    private const double DoublePrecision = 1e-10;
    private const int MostDigits = 24;

    // A constant of so many digits is a number cut off; one of fewer is the number itself.
    private const int CutOff = 12;

    private readonly Expr _a;
    private readonly Expr _b;
    private readonly ImmutableArray<(Expr A, Expr B)> _shaken;
    private readonly double _tolerance;
    private readonly double _precision;
    private readonly bool _precise;
    private double _largestError = Math.Pow(10, -MostDigits);

    private PointTrial(Expr a, Expr b, double tolerance)
    {
        (_a, _b, _tolerance) = (a, b, tolerance);
        _precise = PreciseValue.Covers(a) && PreciseValue.Covers(b);
        _precision = _precise ? Precision : DoublePrecision;
        _shaken = [.. CutOffConstants(a, b).Select(constant => (Shake(a, constant), Shake(b, constant)))];
    }

    /// <summary>At how many points both have a value and agree.</summary>
    public int Agreeing { get; private set; }

    /// <summary>How many digits agree at each of them.</summary>
    public int Digits => (int)Math.Round(-Math.Log10(_largestError));

    /// <summary>A point where they differ, or null.</summary>
    public Dictionary<string, double>? Differing { get; private set; }

    /// <summary>A point where only one has a value, or null.</summary>
    public Dictionary<string, double>? OnlyOne { get; private set; }

    /// <summary>Whether they agree wherever all variables are positive, as far as was tried.</summary>
    public bool EqualWherePositive { get; private set; }

    public static PointTrial Run(Expr a, Expr b, EquivalentOptions options, CancellationToken cancellation)
    {
        var trial = new PointTrial(a, b, options.Tol);
        var names = a.Variables().AddRange(b.Variables()).Distinct(StringComparer.Ordinal).ToImmutableArray();
        var draw = new PointDraw(names, options.On);
        trial.Run(draw, cancellation);
        if (trial.Differing is not null && trial.Differing.Values.Any(value => value <= 0))
        {
            var positive = new PointTrial(a, b, options.Tol);
            positive.Run(draw with { PositiveOnly = true }, cancellation);
            trial.EqualWherePositive = positive.Differing is null && positive.Agreeing >= EnoughAgreeing;
        }
        return trial;
    }

    private void Run(PointDraw draw, CancellationToken cancellation)
    {
        var most = Math.Clamp(Work / (_a.Nodes + _b.Nodes), EnoughAgreeing, MostTries);
        for (var i = 0; i < most && (i < Tries || Agreeing < EnoughAgreeing) && Differing is null; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            Try(draw.Next(i));
        }
    }

    private void Try(Dictionary<string, double> point)
    {
        var at = point.ToDictionary(pair => pair.Key, pair => (DoubleDouble)pair.Value, StringComparer.Ordinal);
        var magnitude = 0.0;
        var (x, y) = (Value(_a, at, ref magnitude), Value(_b, at, ref magnitude));
        if (!double.IsFinite(magnitude) || (x is null && y is null))
            return;
        if (x is null || y is null)
        {
            OnlyOne ??= point;
            return;
        }
        var difference = (x.Value - y.Value).Abs().High;
        var allowed = _precision * magnitude + _tolerance * Math.Max(Math.Abs(x.Value.High), Math.Abs(y.Value.High));
        if (difference > allowed)
            allowed += Shaking(at, x.Value, y.Value);
        if (double.IsNaN(allowed))
            return;
        if (difference > allowed)
        {
            Differing = point;
            return;
        }
        Agreeing++;
        if (difference > 0)
            _largestError = Math.Max(_largestError, Math.Min(1, difference / magnitude));
    }

    // What the digits that were cut off could change; NaN where that cannot be told.
    private double Shaking(Dictionary<string, DoubleDouble> at, DoubleDouble x, DoubleDouble y)
    {
        var sum = 0.0;
        foreach (var (a, b) in _shaken)
        {
            var magnitude = 0.0;
            if (Value(a, at, ref magnitude) is not { } u || Value(b, at, ref magnitude) is not { } v || !double.IsFinite(magnitude))
                return double.NaN;
            sum += (u - x).Abs().High + (v - y).Abs().High;
        }
        return 2 * sum;
    }

    private DoubleDouble? Value(Expr formula, Dictionary<string, DoubleDouble> at, ref double magnitude)
    {
        if (_precise)
            return PreciseValue.Of(formula, at, ref magnitude);
        var value = formula.Evaluate(at.ToDictionary(pair => pair.Key, pair => pair.Value.High, StringComparer.Ordinal));
        magnitude = Math.Max(magnitude, Math.Max(1, Math.Abs(value)));
        return double.IsFinite(value) ? value : null;
    }

    private static HashSet<double> CutOffConstants(Expr a, Expr b)
    {
        var found = new HashSet<double>();
        foreach (var formula in (ReadOnlySpan<Expr>)[a, b])
            formula.Visit(node =>
            {
                if (node is Constant { Value: var value } && double.IsFinite(value) && DecimalText.Significant(value) >= CutOff)
                    found.Add(value);
            });
        return found;
    }

    // One constant moved by a unit of its last digit, at least by a double's own.
    private static Expr Shake(Expr formula, double constant)
    {
        var moved = constant * (1 + Math.Max(Math.Pow(10, 1 - DecimalText.Significant(constant)), Math.ScaleB(1, -51)));
        return formula.Rewrite(node => node is Constant { Value: var value } && value == constant ? moved : node);
    }
}
