using System.Collections.Immutable;
using SrRepl.Core;
using static SrRepl.Core.Operators;
using static SrRepl.Rewriting.Tests.Formulas;
using Interval = SrRepl.Core.Interval;

namespace SrRepl.Rewriting.Tests;

public sealed class EGraphTests
{
    private readonly EGraph _graph = new(new(), ImmutableDictionary<string, Interval>.Empty);

    [Fact]
    public void One_term_is_one_node() => _graph.Add(X * Y + 1).ShouldBe(_graph.Add(X * Y + 1));

    [Fact]
    public void Equal_arguments_make_equal_applications_once_rebuilt()
    {
        var (a, b) = (_graph.Add(Operators.Sin.Of(Cos.Of(X))), _graph.Add(Operators.Sin.Of(Cos.Of(Y))));
        _graph.Union(_graph.Add(X), _graph.Add(Y), 0);
        _graph.Rebuild();
        _graph.Find(a).ShouldBe(_graph.Find(b));
    }

    [Fact]
    public void A_proof_is_a_chain_of_single_steps()
    {
        var (a, b) = (_graph.Add(X * Y + X), _graph.Add(Z * Y + Z));
        _graph.Union(_graph.Add(X), _graph.Add(Z), 0);
        _graph.Rebuild();
        var steps = new Explainer(_graph, _ => "x is z").Explain(a, b);
        steps.Select(step => step.Formula).ShouldBe([Z * Y + X, Z * Y + Z]);
    }

    [Fact]
    public void Constants_fold_exactly()
    {
        var sum = _graph.Add((Expr)0.1 + 0.2);
        _graph.Rebuild();
        _graph.Symbols.Constant(_graph.Constant(sum)).Value.ShouldBe(0.3);
        _graph.Symbols.Constant(_graph.Constant(_graph.Add((Expr)1 / 3 * 3))).Value.ShouldBe(1);
    }

    [Fact]
    public void Facts_of_equal_terms_are_joined()
    {
        var (a, b) = (_graph.Add(X), _graph.Add(Exp.Of(Y)));
        _graph.Facts(a).Positive.ShouldBeFalse();
        _graph.Union(a, b, 0);
        _graph.Rebuild();
        _graph.Facts(a).Positive.ShouldBeTrue();
        _graph.Facts(_graph.Add(Log.Of(X))).Total.ShouldBeTrue();
    }
}
