using SrRepl.Core;

namespace SrRepl.Search;

/// <summary>
/// Breeds programs of a template: one part at a time is taken out as a formula of its own, bred as any other, and put back.
/// Owns scratch; one thread at a time.
/// </summary>
internal sealed class TemplateBreeding(TemplateForm form, Breeder breeder, OperatorSet operators)
{
    private readonly Program _part = new();
    private readonly Program _donor = new();
    private int _unknown;

    /// <summary>A random part of a program, to be changed until <see cref="Close"/>.</summary>
    public Program Open(Program program, Xoshiro256 rng)
    {
        _unknown = rng.NextInt(form.Arities.Length);
        breeder.Features = form.Arities[_unknown];
        return Take(program, _part);
    }

    /// <summary>The same part of another program, to read only.</summary>
    public Program Same(Program other) => Take(other, _donor);

    /// <summary>Puts the part back.</summary>
    public void Close(Program program)
    {
        var end = form.End(program, _unknown);
        program.Replace(program.Start(end), program[end].Length, _part.Nodes);
        program.Measure(operators);
    }

    /// <summary>A new program of random parts, of about so many nodes together.</summary>
    public void Grow(Program program, int size, Xoshiro256 rng)
    {
        program.Clear();
        for (var unknown = 0; unknown < form.Arities.Length; unknown++)
        {
            breeder.Features = form.Arities[unknown];
            _part.Clear();
            breeder.Grow(_part, form.Arities[unknown] == 0 ? 1 : Math.Max(1, size / form.Arities.Length), rng);
            program.Add(_part.Nodes);
        }
        program.Add(Node.Apply(form.Code));
        program.Measure(operators);
    }

    private Program Take(Program program, Program part)
    {
        part.Clear();
        part.Add(program.Subtree(form.End(program, _unknown)));
        return part;
    }
}
