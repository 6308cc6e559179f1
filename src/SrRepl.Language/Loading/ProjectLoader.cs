using SrRepl.Core;
using SrRepl.Export;
using SrRepl.Hardware;

namespace SrRepl.Language;

/// <summary>The kernel of a folder that <c>hls</c> wrote, from the formula.sr in it: what stands there, edited or not, is what is built.</summary>
internal static class ProjectLoader
{
    /// <summary>Runs the folder's formula.sr up to the export and gives the kernel.</summary>
    /// <exception cref="DiagnosticException">The folder has no formula.sr, or it fails, or binds no kernel.</exception>
    public static object Read(string folder)
    {
        var path = Path.Combine(folder, FormulaScript.FileName);
        if (!File.Exists(path))
            throw new DiagnosticException(Errors.NoFormulaScript(folder, FormulaScript.FileName));
        var outer = RunContext.Current;
        var here = Environment.CurrentDirectory;
        try
        {
            Environment.CurrentDirectory = folder;
            // A session is the running one of its own flow of control alone.
            return Task.Run(() => Run(path, outer)).GetAwaiter().GetResult();
        }
        finally
        {
            Environment.CurrentDirectory = here;
        }
    }

    private static Kernel Run(string path, RunContext outer)
    {
        RunContext.Current = new() { Output = TextWriter.Null, Error = outer.Error, Cancellation = outer.Cancellation };
        var session = new Session();
        var outcome = session.Run(new SourceText(FormulaScript.WithoutExport(File.ReadAllText(FormulaScript.FileName)), path));
        if (outcome.Interrupted)
            throw new OperationCanceledException(outer.Cancellation);
        if (outcome.Diagnostics.Count > 0)
            throw new DiagnosticException(outcome.Diagnostics[0]);
        return session.Bindings.GetValueOrDefault(FormulaScript.KernelName) as Kernel
            ?? throw new DiagnosticException(Errors.NoKernelBound(path, FormulaScript.KernelName));
    }
}
