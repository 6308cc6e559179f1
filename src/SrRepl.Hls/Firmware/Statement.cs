using SrRepl.Hardware;

namespace SrRepl.Hls;

/// <summary>One line of the firmware: a named constant of an explicit type.</summary>
/// <param name="Type">Its type; null for a truth value.</param>
/// <param name="Name">Its name.</param>
/// <param name="Expression">One C++ operation over earlier names.</param>
internal sealed record Statement(FixedType? Type, string Name, string Expression);
