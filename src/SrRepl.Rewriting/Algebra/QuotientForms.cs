using SrRepl.Core;

namespace SrRepl.Rewriting;

/// <summary>A form that algebra finds for an arithmetic formula.</summary>
/// <param name="Rule">What a derivation calls the step.</param>
/// <param name="Form">The form.</param>
internal readonly record struct AlgebraicForm(AlgebraicRule Rule, Expr Form);

/// <summary>
/// Forms of an arithmetic formula that no rule of fixed size reaches: multiplied out, factored, and as one quotient of
/// which common factors are cancelled. A form defined at other points than the formula is given only when that is asked for.
/// </summary>
/// <param name="ranges">The ranges of variables.</param>
/// <param name="changeDomain">Whether a form may be defined at points where the formula is not.</param>
internal sealed class QuotientForms(IReadOnlyDictionary<string, Interval> ranges, bool changeDomain)
{
    private const int NodesBeyond = 6;

    private readonly Atoms _atoms = new() { DefinedEverywhere = true };

    /// <summary>The forms of a formula; none where it is no arithmetic, too large, or has nothing to find.</summary>
    public List<AlgebraicForm> Of(Expr formula)
    {
        var forms = new List<AlgebraicForm>();
        if (new QuotientReader(_atoms).Read(formula) is not { } read || !read.IsExact)
            return forms;
        var division = new PolynomialDivision(_atoms);
        if (division.Gcd(read.Above, read.Below) is not { } common
            || division.Divide(read.Above, common) is not { } above || division.Divide(read.Below, common) is not { } below)
            return forms;
        if (below.IsConstant)
            (above, below) = (above.Times(Number.One / below.Constant, _atoms), Polynomial.Of(Number.One));
        var keeps = KeepsDomain(read, above, below, division);
        if (!keeps && !changeDomain)
            return forms;
        foreach (var high in Written(above))
            foreach (var (low, rule) in below.IsConstant ? [(null, high.Rule)] : Written(below).ConvertAll(form => ((Expr?)form.Form, AlgebraicRule.Cancel)))
            {
                var form = low is null ? high.Form : high.Form / low;
                if (form.Nodes <= formula.Nodes + NodesBeyond)
                    forms.Add(new(keeps ? rule : rule | AlgebraicRule.Anywhere, form));
            }
        return forms;
    }

    private List<AlgebraicForm> Written(Polynomial polynomial)
    {
        var forms = new List<AlgebraicForm> { new(AlgebraicRule.Expand, PolynomialWriter.Write(polynomial, _atoms)) };
        if (polynomial.Terms.Count > 0 && new Factorization(_atoms).Write(polynomial) is { } product)
            forms.Add(new(AlgebraicRule.Factor, product));
        return forms;
    }

    // What divided must still divide or be proven other than 0; what may have no value must still stand there.
    private bool KeepsDomain(Quotient read, Polynomial above, Polynomial below, PolynomialDivision division)
    {
        foreach (var atom in read.Atoms)
            if (!Facts.Of(_atoms[atom], ranges).Total && !above.AtomsIn().Contains(atom) && !below.AtomsIn().Contains(atom))
                return false;
        foreach (var divisor in read.Divisors)
        {
            var rest = divisor;
            while (division.Gcd(rest, below) is { IsConstant: false } shared)
            {
                if (division.Divide(rest, shared) is not { } left)
                    return false;
                rest = left;
            }
            if (!rest.IsConstant && !Facts.Of(PolynomialWriter.Write(rest, _atoms), ranges).NonZero)
                return false;
        }
        return true;
    }
}
