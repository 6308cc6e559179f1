namespace SrRepl.Hardware;

/// <summary>An error that has no bound, or none that is found.</summary>
/// <param name="reason">Why, to stand behind "since".</param>
internal sealed class UnprovableException(string reason) : Exception(reason);
