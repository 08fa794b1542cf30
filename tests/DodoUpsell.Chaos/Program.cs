using System.CommandLine;
using DodoUpsell.Chaos;

// Thousands of customers who click too often, on an API that loses answers, from processes that die. Afterwards the emulator's charges
// are held against the ledger.
//
//   dotnet run -c Release --project tests/DodoUpsell.Chaos -- --runs 10000 --seed 1 --store memory
//   dotnet run -c Release --project tests/DodoUpsell.Chaos -- --runs 2000 --seed 1 --store postgres --processes 2
//   dotnet run -c Release --project tests/DodoUpsell.Chaos -- --runs 1000 --seed 1 --without-core      the same without the core: it fails

var runs = new Option<int>("--runs") { Description = "How many runs.", DefaultValueFactory = _ => 1000 };
var seed = new Option<int>("--seed") { Description = "The same seed draws the same runs.", DefaultValueFactory = _ => 1 };
var store = new Option<string>("--store") { Description = "Where the ledger is: memory, or postgres.", DefaultValueFactory = _ => "memory" };
store.AcceptOnlyFromAmong("memory", "postgres");
var processes = new Option<int>("--processes") { Description = "How many processes click at once.", DefaultValueFactory = _ => 2 };
var flow = new Option<string?>("--flow") { Description = "One flow only: upsell, crosssell, planchange; without it the first two." };
flow.AcceptOnlyFromAmong("upsell", "crosssell", "planchange");
var withoutCore = new Option<bool>("--without-core") { Description = "Plain client calls, repeated on an error, in place of the flows." };
var json = new Option<bool>("--json") { Description = "Print the counts as one line of JSON." };

var worker = new Option<string?>("--worker") { Description = "A process of a run; started by others of its kind.", Hidden = true };
var database = new Option<string?>("--database") { Hidden = true };
var command = new RootCommand("Clicks, faults and kills against the emulator; exit code 1 when a charge is doubled or lost from sight.") { runs, seed, store, processes, flow, withoutCore, json, worker, database };
command.Validators.Add(result =>
{
    if (result.GetValue(flow) == "planchange" && (result.GetValue(store) == "postgres" || result.GetValue(withoutCore))) result.AddError("--flow planchange runs on the ledger in memory, with the core.");
});
command.SetAction(async (arguments, cancellationToken) =>
{
    if (arguments.GetValue(worker) is { } address) return await Worker.RunAsync(new Uri(address), arguments.GetValue(database)!);

    if (arguments.GetValue(flow) == "planchange") return await PlanChangesAsync(arguments.GetValue(runs), arguments.GetValue(seed), arguments.GetValue(processes), arguments.GetValue(json), cancellationToken);
    var tally = new Tally();
    var scenarios = Enumerable.Range(0, arguments.GetValue(runs))
        .Select(number => Scenario.Draw(number, arguments.GetValue(seed), arguments.GetValue(processes), arguments.GetValue(flow)))
        .ToList();
    if (arguments.GetValue(store) == "postgres")
    {
        await using var postgres = new PostgresRuns(scenarios, arguments.GetValue(processes), arguments.GetValue(seed), tally);
        await postgres.RunAsync();
    }
    else
    {
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = 3 * Environment.ProcessorCount, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(scenarios, parallel, async (scenario, _) =>
        {
            using var run = new MemoryRun(scenario);
            tally.Add(arguments.GetValue(withoutCore) ? await new PlainRun(scenario).RunAsync() : await run.RunAsync());
        });
    }

    tally.Print(Console.Out, arguments.GetValue(json));
    return tally.IsGood ? 0 : 1;
});

return await command.Parse(args).InvokeAsync();

static async Task<int> PlanChangesAsync(int runs, int seed, int processes, bool asJson, CancellationToken cancellationToken)
{
    var tally = new PlanChangeTally();
    await Parallel.ForEachAsync(Enumerable.Range(0, runs), new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellationToken }, async (number, _) =>
        tally.Add(await new PlanChangeRun(PlanChangeScenario.Draw(number, seed, processes)).RunAsync()));
    tally.Print(Console.Out, asJson);
    return tally.IsGood ? 0 : 1;
}
