namespace SrRepl.Search;

/// <summary>How far a search has come.</summary>
/// <param name="Iteration">Whole rounds done.</param>
/// <param name="ExactAt">The round at which the law was exact; 0 while it is not.</param>
/// <param name="Evaluations">Formulas evaluated.</param>
/// <param name="Repeated">Formulas bred that had been met before in the round, and so were not evaluated.</param>
/// <param name="IsSeeded">Whether laws have been looked for to the end.</param>
internal readonly record struct Course(int Iteration, int ExactAt, long Evaluations, long Repeated, bool IsSeeded);
