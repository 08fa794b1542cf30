using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using DodoUpsell.Benchmarks;
using Perfolizer.Horology;

if (args is ["--side-by-side", ..])
{
    await SideBySideTable.PrintAsync(args[1..]);
    return;
}

if (args is ["--decisions"])
{
    DecisionTurns.Print();
    return;
}

await SameCalls.CheckAsync();
if (args is [SideBySideTable.OneProcess, ..])
{
    await SideBySide.RunAsync(webhooksOnly: args is [_, "webhooks"], row => Console.WriteLine(row.Line()));
    return;
}

// A short job by default. Use --job medium or --job long for less noise.
var quick = Job
    .Default.WithIterationTime(TimeInterval.FromMilliseconds(200))
    .WithWarmupCount(10)
    .WithIterationCount(15)
    .AsDefault();

BenchmarkSwitcher
    .FromTypes([typeof(ClientBenchmarks), typeof(WebhookBenchmarks), typeof(DecisionBenchmarks)])
    .Run(args, DefaultConfig.Instance.AddJob(quick).WithBuildTimeout(TimeSpan.FromMinutes(10)));
