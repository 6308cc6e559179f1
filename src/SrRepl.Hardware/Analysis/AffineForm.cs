using SrRepl.Core;

namespace SrRepl.Hardware;

/// <summary>
/// A value as centre + sum of coefficient * unknown + error, each unknown between -1 and 1 (L. H. de Figueiredo and
/// J. Stolfi, "Affine arithmetic: concepts and applications", 2004). Sound: every rounding of a double goes into the error.
/// </summary>
internal readonly struct AffineForm
{
    // More than the rounding of any step here, relative to the sizes it works with.
    private const double Slack = 1e-14;

    private readonly double _centre;
    private readonly (int Unknown, double Coefficient)[] _terms;
    private readonly double _error;

    private AffineForm(double centre, (int, double)[] terms, double error)
    {
        _centre = centre;
        _terms = terms;
        _error = error + Slack * (Math.Abs(centre) + error);
        foreach (var (_, coefficient) in _terms)
            _error += Slack * Math.Abs(coefficient);
    }

    /// <summary>Every value it can take; everything where a double cannot tell.</summary>
    public Interval Range
    {
        get
        {
            var radius = Radius * (1 + 2 * Slack);
            return double.IsFinite(_centre) && double.IsFinite(radius)
                ? Interval.Outward(_centre - radius, _centre + radius)
                : Interval.Everything;
        }
    }

    /// <summary>The value in the middle.</summary>
    public double Centre => _centre;

    /// <summary>Whether it is 0 whatever the unknowns are.</summary>
    public bool IsZero => _centre == 0 && _terms.Length == 0 && _error == 0;

    /// <summary>The negative.</summary>
    public AffineForm Negative => new(-_centre, [.. _terms.Select(term => (term.Unknown, -term.Coefficient))], _error);

    /// <summary>How far the value gets from its centre.</summary>
    public double Radius => _terms.Sum(term => Math.Abs(term.Coefficient)) + _error;

    /// <summary>A range as one new unknown.</summary>
    public static AffineForm Of(Interval range, int unknown) => range.IsFinite
        ? new(range.Low / 2 + range.High / 2, range.Low == range.High ? [] : [(unknown, range.High / 2 - range.Low / 2)], 0)
        : new(double.NaN, [], double.PositiveInfinity);

    /// <summary>A range of which nothing else is known: it shares no unknown with anything.</summary>
    public static AffineForm Between(Interval range) => range.IsFinite
        ? new(range.Low / 2 + range.High / 2, [], range.High / 2 - range.Low / 2)
        : new(double.NaN, [], double.PositiveInfinity);

    /// <summary>The sum.</summary>
    public AffineForm Plus(AffineForm other) => new(_centre + other._centre, Combined(1, other, 1), _error + other._error);

    /// <summary>The product; what is not linear in it goes into the error.</summary>
    public AffineForm Times(AffineForm other) => new(
        _centre * other._centre,
        Combined(other._centre, other, _centre),
        Math.Abs(other._centre) * _error + Math.Abs(_centre) * other._error + Radius * other.Radius);

    /// <summary>The value times a number.</summary>
    public AffineForm Times(double factor) => new(factor * _centre, [.. _terms.Select(term => (term.Unknown, factor * term.Coefficient))], Math.Abs(factor) * _error);

    /// <summary>The value moved by at most so much.</summary>
    public AffineForm Disturbed(double by) => new(_centre, _terms, _error + by);

    // Both lists are in the unknowns' order.
    private (int, double)[] Combined(double scale, AffineForm other, double otherScale)
    {
        var terms = new List<(int, double)>(_terms.Length + other._terms.Length);
        var (i, k) = (0, 0);
        while (i < _terms.Length || k < other._terms.Length)
        {
            var mine = i < _terms.Length ? _terms[i].Unknown : int.MaxValue;
            var its = k < other._terms.Length ? other._terms[k].Unknown : int.MaxValue;
            var unknown = Math.Min(mine, its);
            var coefficient = (mine == unknown ? scale * _terms[i++].Coefficient : 0) + (its == unknown ? otherScale * other._terms[k++].Coefficient : 0);
            terms.Add((unknown, coefficient));
        }
        return [.. terms];
    }
}
