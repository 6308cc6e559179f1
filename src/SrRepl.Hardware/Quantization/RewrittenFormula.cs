using System.Collections.Immutable;
using SrRepl.Core;

namespace SrRepl.Hardware;

/// <summary>A formula in another form, with the inputs of the form it came from.</summary>
internal sealed record RewrittenFormula(Expr Formula, ImmutableArray<string> Parameters) : IFormula;
