using System.Text;

namespace SrRepl.Core;

/// <summary>Draws trees as text: a node a line, its children below it, notes and a bar of braille in columns behind.</summary>
internal static class TerminalTree
{
    private const int LongestBar = 12;
    private const int DotsACharacter = 2;
    private const char FullCharacter = '\u283f';
    private const char HalfCharacter = '\u2807';

    /// <summary>The trees, without a line break at the end.</summary>
    public static string Draw(TreePicture picture)
    {
        var lines = new List<(string Label, TreeNode Node)>();
        foreach (var root in picture.Roots)
            Collect(lines, root, "", "");
        var labels = lines.Max(line => line.Label.Length);
        var notes = lines.Max(line => line.Node.Note.Length);
        var details = lines.Max(line => line.Node.Detail.Length);
        return string.Join('\n', lines.Select(line =>
            $"{line.Label.PadRight(labels)}  {line.Node.Note.PadRight(notes)}  {line.Node.Detail.PadRight(details)}  {Bar(line.Node.Share)}".TrimEnd()));
    }

    private static void Collect(List<(string, TreeNode)> lines, TreeNode node, string first, string indent)
    {
        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
        lines.Add((first + node.Label, node));
        for (var i = 0; i < node.Children.Length; i++)
        {
            var last = i == node.Children.Length - 1;
            Collect(lines, node.Children[i], indent + (last ? "└─ " : "├─ "), indent + (last ? "   " : "│  "));
        }
    }

    // At least a half for whatever costs anything.
    private static string Bar(double share)
    {
        var dots = share > 0 ? Math.Max(1, (int)Math.Round(share * LongestBar * DotsACharacter)) : 0;
        return new StringBuilder().Append(FullCharacter, dots / DotsACharacter).Append(HalfCharacter, dots % DotsACharacter).ToString();
    }
}
