using System.Globalization;
using ColdStart;
using DodoUpsell.Emulator;

// Measures the start of apps with and without the SDK, their memory and their size.
// Usage: dotnet run -c Release --project benchmarks/ColdStart [-- ROUNDS [KIND…]] (default: 30 rounds of all kinds:
// Jit, ReadyToRun and Native)

const int Warmups = 3;
var rounds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 30;
var kinds = args.Length > 1 ? args[1..].Select(Enum.Parse<Kind>).ToArray() : Enum.GetValues<Kind>();

var apps = new List<PublishedApp>();
foreach (var app in App.All.Where(app => kinds.Contains(app.Kind)))
{
    await Console.Error.WriteLineAsync($"publishing {app.Kind} {app.Name}");
    apps.Add(await PublishedApp.PublishAsync(app));
}

var emulator = new DodoEmulator();
await using var server = await emulator.StartServerAsync();
var starts = apps.ToDictionary(app => app, _ => new List<Start>());
for (var round = -Warmups; round < rounds; round++)
{
    // In turns, so that other load slows all apps equally. Each round begins with another app.
    for (var turn = 0; turn < apps.Count; turn++)
    {
        var app = apps[(turn + round + Warmups) % apps.Count];
        emulator.Reset();
        var start = Start.Run(app.Executable, server.BaseAddress);
        if (round >= 0)
            starts[app].Add(start);
    }
}

foreach (var kind in apps.GroupBy(app => app.App.Kind))
{
    // Apps of a kind do the same, so the emulator, which is new for each start, answers the same.
    var outputs = kind.SelectMany(app => starts[app]).Select(start => start.Output).Distinct().ToArray();
    if (outputs.Length > 1)
        throw new InvalidOperationException($"The {kind.Key} apps differ:\n{string.Join("\n", outputs)}");
    Table.Print(kind.Key, [.. kind.Select(app => (app, (IReadOnlyList<Start>)starts[app]))]);
}
