using SrRepl.Core;

namespace SrRepl.Hardware;

/// <summary>
/// The type of a node of a formula, given by its author: <c>let z : ap_fixed&lt;12,4&gt; = x*y</c>, or <c>ap_fixed&lt;12,4&gt;(x*y)</c>.
/// In double precision it changes nothing; in a Kernel the node's value is cast to this type and no other.
/// </summary>
/// <param name="type">The type.</param>
public sealed class TypePin(FixedType type) : Annotation, IEquatable<TypePin>
{
    /// <summary>The type.</summary>
    public FixedType Type { get; } = type;

    /// <inheritdoc/>
    public override string Name => Type.ToString();

    /// <summary>A formula pinned to a type; one that is pinned to it already stays as it is.</summary>
    public static Expr Pin(Expr formula, FixedType type) =>
        formula is Apply { Operator: TypePin known } && known.Type == type ? formula : new TypePin(type).Of(formula);

    /// <summary>
    /// The variables whose type a formula pins wherever they occur: their input ports have it. One that is pinned in some places only
    /// is cast there.
    /// </summary>
    public static IReadOnlyDictionary<string, FixedType> Inputs(IEnumerable<Expr> formulas)
    {
        var pins = new Dictionary<string, FixedType>(StringComparer.Ordinal);
        var free = new HashSet<string>(StringComparer.Ordinal);
        foreach (var formula in formulas)
            Collect(formula, null);
        foreach (var name in free)
            pins.Remove(name);
        return pins;

        void Collect(Expr node, FixedType? pin)
        {
            if (node is Variable { Name: var name } && (pin is null || !pins.TryAdd(name, pin.Value)) && (pin is null || pins[name] != pin))
                free.Add(name);
            if (node is Apply apply)
                foreach (var argument in apply.Arguments)
                    Collect(argument, (apply.Operator as TypePin)?.Type);
        }
    }

    /// <summary>Equal in the type.</summary>
    public bool Equals(TypePin? other) => other is not null && Type == other.Type;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as TypePin);

    /// <inheritdoc/>
    public override int GetHashCode() => Type.GetHashCode();
}
