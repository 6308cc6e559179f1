using SrRepl.Repl.Tests;

/// <summary>Run by the .NET host inside a started <c>sr</c>: writes, at its end, which assemblies it has loaded.</summary>
internal static class StartupHook
{
    /// <summary>The host's way in.</summary>
    public static void Initialize() =>
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
            File.WriteAllLines(
                Environment.GetEnvironmentVariable(LoadedAssembliesTests.Report)!,
                AppDomain.CurrentDomain.GetAssemblies().Select(assembly => assembly.GetName().Name!));
}
