namespace SrRepl.Hardware;

/// <summary>
/// sqrt(x): x is shifted by an even number of places until one of its two top bits is used, the root of that goes
/// through a polynomial, and half the shift is taken back. Below 0 it gives 0.
/// </summary>
internal static class SquareRoot
{
    /// <summary>Builds it, or gives null where the precision is out of reach.</summary>
    public static int? Build(FunctionRequest request)
    {
        var builder = request.Builder;
        var (x, top) = Mantissa.Even(request);
        var precision = Math.Max(3, top / 2 + request.Precision);
        var (normal, amount) = builder.Normalise(x, unit: 2);
        normal = builder.Truncate(normal, precision + 3);
        if (SegmentedPolynomial.Design("root", Math.Sqrt, builder.Type(normal).Fraction, precision, from: 0.25) is not { } polynomial)
            return null;
        var root = builder.Scale(polynomial.Build(builder, normal), top / 2);
        var value = builder.ShiftRight(root, amount.Select(stage => (stage.Bit, stage.Shift / 2)));
        return Mantissa.WherePositive(request, request.Finish(value), builder.Whole(0));
    }
}
