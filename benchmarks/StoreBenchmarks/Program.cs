using DodoUpsell.TestKit;
using StoreBenchmarks;

// Measures the store on a real PostgreSQL server, which it starts, beside statements written by hand.
//   (no option)   the tables of benchmarks/README.md: ledger, inbox and housekeeping, with 0 and 1,000,000 ended rows
//   --bursts      50,000 deliveries over 1, 50 and 50,000 subjects, with one and two processes
//   --charges     charges of 32 workers only, for longer
//   --sqlite      the store on a SQLite file instead
//   --plans       writes benchmarks/store-plans.md
// Options can be followed by the number of ended rows.

if (args is ["--node", var side, var connectionString])
{
    await Node.RunAsync(side, connectionString);
    return 0;
}

if (args is ["--sqlite-node", var file, var account])
{
    await SqliteTable.RunNodeAsync(file, account);
    return 0;
}

if (args.Contains("--sqlite"))
{
    await SqliteTable.MeasureAsync();
    return 0;
}

var kept = args is [.., var last] && int.TryParse(last, out var given) ? given : 1_000_000;
await using var server = await PostgresServer.StartAsync();
if (args.Contains("--charges"))
{
    await using var database = await Database.CreateAsync(server, "charges", kept);
    Report.Begin($"With {kept:N0} ended rows in each table");
    var ledger = new LedgerTable(database);
    await ledger.WarmUpAsync();
    await ledger.WorkersAsync(rounds: 31);
    return 0;
}

await using var million = await Database.CreateAsync(server, "million", kept);
if (args.Contains("--plans"))
    return await new Plans(million).WriteAsync() ? 0 : 1;
if (args.Contains("--bursts"))
{
    Console.WriteLine("| Subjects | Processes | Drained per s |\n|---|---|---|");
    foreach (var subjects in new[] { 1, 50, 50_000 })
    {
        foreach (var processes in new[] { 1, 2 })
        {
            var rate = await Drain.RunAsync(million, "ours", processes, 50_000, subjects);
            Console.WriteLine($"| {subjects:N0} | {processes} | {rate:N0} |");
        }
    }

    Console.WriteLine("\nEach delivery was handled once, and those of one subject in their order.");
    return 0;
}

await using (var empty = await Database.CreateAsync(server, "empty", kept: 0))
{
    Report.Begin("Empty tables");
    await new LedgerTable(empty).MeasureAsync();
    await new InboxTable(empty).MeasureAsync(drained: 8000);
}

Report.Begin($"With {kept:N0} ended rows in each table");
await new LedgerTable(million).MeasureAsync();
await new InboxTable(million).MeasureAsync(drained: 8000);
await new InboxTable(million).LeaseAsync();
await new HousekeepingTable(million).MeasureAsync();
return 0;
