namespace SrRepl.Scripting;

/// <summary>A verb with its options, waiting for its subject: the right side of <c>train | Evolve(new() { MaxSize = 25 })</c>.</summary>
/// <typeparam name="TSubject">What the verb acts on.</typeparam>
/// <typeparam name="TResult">What it gives.</typeparam>
/// <param name="Apply">The verb.</param>
public sealed record Pipe<TSubject, TResult>(Func<TSubject, TResult> Apply);

/// <summary>The sign of a pipe.</summary>
public static class PipeOperator
{
    extension<TSubject, TResult>(TSubject)
    {
        /// <summary>Gives a subject to a verb, as <c>|&gt;</c> does in the language.</summary>
        public static TResult operator |(TSubject subject, Pipe<TSubject, TResult> verb) => verb.Apply(subject);
    }
}
