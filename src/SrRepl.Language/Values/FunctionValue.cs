using System.Collections.Immutable;

namespace SrRepl.Language;

/// <summary>Something of the language that can be applied: a function, a part of one, a verb still waiting for its subject.</summary>
public abstract class FunctionValue
{
    /// <summary>How many arguments it still takes.</summary>
    public abstract int Arity { get; }

    internal abstract object Apply(Evaluator evaluator, ImmutableArray<Argument> arguments, Origin call);
}
