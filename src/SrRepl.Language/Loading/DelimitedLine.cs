using System.Text;

namespace SrRepl.Language;

/// <summary>A field of a line and where it begins there, zero-based, quotes not counted.</summary>
internal readonly record struct Field(string Text, int Start);

/// <summary>Splits a line of a delimited file into fields: double quotes hold delimiters, and a doubled quote is one.</summary>
internal static class DelimitedLine
{
    /// <summary>The fields, in order.</summary>
    public static List<Field> Split(string line, char delimiter)
    {
        var fields = new List<Field>();
        for (var at = 0; ; at++)
        {
            var quoted = at < line.Length && line[at] == '"';
            var start = quoted ? at + 1 : at;
            var text = new StringBuilder();
            for (at = start; at < line.Length && (quoted || line[at] != delimiter); at++)
            {
                if (quoted && line[at] == '"')
                {
                    if (at + 1 >= line.Length || line[at + 1] != '"')
                    {
                        quoted = false;
                        continue;
                    }
                    at++;
                }
                text.Append(line[at]);
            }
            fields.Add(new(text.ToString(), start));
            if (at >= line.Length)
                return fields;
        }
    }
}
