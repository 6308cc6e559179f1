using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Serialization;
using System.Text.Json;

namespace SrRepl.Core;

/// <summary>The words that an option of a few values takes: <c>hls_math</c> of <c>HlsMath</c>, or what the value's <see cref="EnumMemberAttribute"/> says.</summary>
public static class EnumWords
{
    /// <summary>The words of an enumeration, in its order.</summary>
    public static ImmutableArray<string> Of(Type enumeration) => [.. Enum.GetNames(enumeration).Select(name => Word(enumeration, name))];

    /// <summary>The word of a value.</summary>
    public static string Of(Enum value) => Word(value.GetType(), value.ToString());

    private static string Word(Type enumeration, string name) =>
        enumeration.GetField(name)?.GetCustomAttribute<EnumMemberAttribute>()?.Value ?? JsonNamingPolicy.SnakeCaseLower.ConvertName(name);
}
