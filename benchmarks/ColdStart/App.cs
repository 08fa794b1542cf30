namespace ColdStart;

/// <summary>How an app is compiled. Apps are compared with the first one of their kind.</summary>
internal enum Kind
{
    Jit,
    ReadyToRun,
    Native,
}

/// <summary>An app whose start is measured.</summary>
/// <param name="Kind">How the app is compiled.</param>
/// <param name="Name">The row's name.</param>
/// <param name="Project">The project's folder, from the root of the repository.</param>
internal sealed record App(Kind Kind, string Name, string Project)
{
    /// <summary>All apps, the hand-written one first in each kind.</summary>
    public static readonly IReadOnlyList<App> All =
    [
        new(Kind.Jit, "hand-written", "benchmarks/ColdStartApps/HandWritten"),
        new(Kind.Jit, "hand-written with DI", "benchmarks/ColdStartApps/HandWrittenDi"),
        new(Kind.Jit, "DodoUpsell", "benchmarks/ColdStartApps/WithDodoUpsell"),
        new(Kind.Jit, "DodoUpsell with DI", "benchmarks/ColdStartApps/WithDodoUpsellDi"),
        new(Kind.ReadyToRun, "hand-written", "benchmarks/ColdStartApps/HandWritten"),
        new(Kind.ReadyToRun, "DodoUpsell", "benchmarks/ColdStartApps/WithDodoUpsell"),
        new(Kind.Native, "hand-written", "benchmarks/NativeFloor"),
        new(Kind.Native, "DodoUpsell with DI", "tests/DodoUpsell.AotApp"),
    ];
}
