using System.CommandLine;
using DodoUpsell.Chaos;

// Simulates thousands of customers who click too often, with an API that loses responses and lists payments late, and
// with processes that die and whose clocks differ. Afterwards, the emulator's charges are compared with the ledger and
// with the settlements that the app received.
//
//   dotnet run -c Release --project tests/DodoUpsell.Chaos -- --runs 10000 --seed 1
//   dotnet run -c Release --project tests/DodoUpsell.Chaos -- --runs 2000 --seed 1 --store postgres --processes 2
//   dotnet run -c Release --project tests/DodoUpsell.Chaos -- --runs 300 --seed 1 --store sqlite --processes 2
//
// A single run, with its trace:
//   dotnet run -c Release --project tests/DodoUpsell.Chaos -- --flow planchange --seed 1 --run 17
//
// The same clicks without the charging core, which is expected to fail:
//   dotnet run -c Release --project tests/DodoUpsell.Chaos -- --runs 1000 --seed 1 --without-core

var runs = new Option<int>("--runs") { Description = "The number of runs.", DefaultValueFactory = _ => 1000 };
var run = new Option<int?>("--run") { Description = "The number of a single run to execute, with its trace." };
var seed = new Option<int>("--seed")
{
    Description = "The random seed. The same seed draws the same runs, and in memory they have the same traces.",
    DefaultValueFactory = _ => 1,
};
var store = new Option<string>("--store")
{
    Description = "The store of the ledger: memory, postgres or sqlite.",
    DefaultValueFactory = _ => "memory",
};
store.AcceptOnlyFromAmong("memory", "postgres", "sqlite");
var processes = new Option<int>("--processes")
{
    Description = "The number of processes that click concurrently.",
    DefaultValueFactory = _ => 2,
};
var flow = new Option<string?>("--flow")
{
    Description = "A single flow: upsell, crosssell, planchange, recover or offer. By default, the first two.",
};
flow.AcceptOnlyFromAmong("upsell", "crosssell", "planchange", "recover", "offer");
var withoutCore = new Option<bool>("--without-core")
{
    Description = "Uses plain client calls, retried on errors, instead of the flows.",
};
var twice = new Option<bool>("--twice") { Description = "Executes each run twice and compares the traces." };
var first = new Option<bool>("--first") { Description = "Stops at the first failed run." };
var json = new Option<bool>("--json") { Description = "Prints the counts as one line of JSON." };

var worker = new Option<string?>("--worker")
{
    Description = "Runs as a worker process; used internally.",
    Hidden = true,
};
var database = new Option<string?>("--database") { Hidden = true };
var command = new RootCommand(
    "Clicks, faults and kills against the emulator; exit code 1 when a charge is doubled, lost from sight or untold."
)
{
    runs,
    run,
    seed,
    store,
    processes,
    flow,
    withoutCore,
    twice,
    first,
    json,
    worker,
    database,
};
foreach (var option in new[] { runs, processes })
{
    option.Validators.Add(result =>
    {
        if (result.GetValueOrDefault<int>() < 1)
            result.AddError($"{option.Name} takes a number from 1 on.");
    });
}

command.Validators.Add(result =>
{
    if (
        result.GetValue(store) is "postgres" or "sqlite"
        && (result.GetValue(withoutCore) || result.GetValue(twice) || result.GetValue(run) is not null)
    )
        result.AddError("--without-core, --twice and --run are for the store in memory.");
    if (result.GetValue(withoutCore) && result.GetValue(flow) is "planchange" or "recover" or "offer")
        result.AddError("--without-core plays upsells and cross-sells only.");
});
command.SetAction(
    async (arguments, cancellationToken) =>
    {
        if (arguments.GetValue(worker) is { } address)
            return await Worker.RunAsync(new Uri(address), arguments.GetValue(database)!);

        var (chosenSeed, chosenFlow, count) = (
            arguments.GetValue(seed),
            arguments.GetValue(flow),
            arguments.GetValue(processes)
        );
        var numbers = arguments.GetValue(run) is { } one ? [one] : Enumerable.Range(0, arguments.GetValue(runs));
        List<Scenario> scenarios = [.. numbers.Select(number => Draw(number, chosenSeed, count, chosenFlow))];
        var tally = new Tally(
            $"dotnet run -c Release --project tests/DodoUpsell.Chaos -- --seed {chosenSeed} --processes "
                + $"{count}{(chosenFlow is null ? "" : $" --flow {chosenFlow}")}"
        );
        var different = 0;
        if (arguments.GetValue(store) is "postgres" or "sqlite")
        {
            await using var real = new ProcessRuns(arguments.GetValue(store)!, scenarios, count, chosenSeed, tally);
            await real.RunAsync();
        }
        else if (arguments.GetValue(withoutCore))
        {
            foreach (var scenario in scenarios.Cast<PurchaseScenario>())
                tally.Add(scenario, await new PlainRun(scenario).RunAsync(), trace: null);
        }
        else if (arguments.GetValue(run) is not null)
            Show(scenarios[0], tally);
        else
            different = MemoryRuns.Play(scenarios, tally, arguments.GetValue(twice), arguments.GetValue(first));

        tally.Print(Console.Out, arguments.GetValue(json));
        if (arguments.GetValue(twice))
            Console.WriteLine($"{"runs that went another way", -34} {different}");
        return tally.IsGood && different == 0 ? 0 : 1;
    }
);

return await command.Parse(args).InvokeAsync();

static Scenario Draw(int number, int seed, int processes, string? flow) =>
    flow switch
    {
        "planchange" => PlanChangeScenario.Draw(number, seed, processes),
        "recover" => RecoveryScenario.Draw(number, seed, processes),
        "offer" => OfferScenario.Draw(number, seed, processes),
        _ => PurchaseScenario.Draw(number, seed, processes, flow),
    };

static void Show(Scenario scenario, Tally tally)
{
    using var run = new MemoryRun(scenario);
    Console.WriteLine(scenario);
    try
    {
        tally.Add(scenario, run.Run(), run.Trace);
    }
    catch (Exception crash)
    {
        tally.AddCrash(scenario, crash, run.Trace);
    }

    if (tally.IsGood)
        foreach (var line in run.Trace.Lines)
            Console.WriteLine(line);
}
