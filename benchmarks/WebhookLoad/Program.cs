using System.Diagnostics;
using System.Globalization;
using DodoUpsell.TestKit;
using WebhookLoad;

// Webhooks over HTTP, from one process to another: verified, recorded and answered for each second, and how long an
// answer takes while handlers take two seconds.
//   (no option)       the table of benchmarks/README.md
//   --kills [COUNT]   kills the receiver while it handles, 50 times: nothing lost, nothing completed twice

if (args is ["--receiver", var inbox, var milliseconds])
{
    await Receiver.RunAsync(inbox, TimeSpan.FromMilliseconds(double.Parse(milliseconds, CultureInfo.InvariantCulture)));
    return 0;
}

await using var server = await PostgresServer.StartAsync();
if (args is ["--kills", ..])
{
    var kills = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 50;
    return await Kills.RunAsync(server, kills) ? 0 : 1;
}

var database = await Tables.CreateAsync(server, "load");
Console.WriteLine(
    "| Inbox | Handlers take | Answered per s | median | 99th percentile | slowest | processor time: receiver; sender |"
);
Console.WriteLine("|---|---|---|---|---|---|---|");
foreach (var (name, store) in new[] { ("in memory", "memory"), ("PostgreSQL", database) })
{
    foreach (var handlerTime in new[] { 0, 2000 })
        await MeasureAsync(name, store, TimeSpan.FromMilliseconds(handlerTime));
}

return 0;

static async Task MeasureAsync(string name, string store, TimeSpan handlerTime)
{
    await using var receiver = await ReceiverProcess.StartAsync(store, handlerTime);
    await SendAsync(receiver, TimeSpan.FromSeconds(5), "warm"); // both sides compile
    var before = (await receiver.ProcessorTimeAsync(), OwnTime());
    var started = Stopwatch.GetTimestamp();
    using var sender = await SendAsync(receiver, TimeSpan.FromSeconds(20), "sent");
    var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
    var used = (
        (await receiver.ProcessorTimeAsync() - before.Item1).TotalSeconds,
        (OwnTime() - before.Item2).TotalSeconds
    );
    double[] waits = [.. sender.Milliseconds.Order()];
    Console.WriteLine(
        string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {handlerTime.TotalSeconds:0} s | {waits.Length / seconds:N0} | {waits[waits.Length / 2]:0.0} ms "
                + $"| {waits[waits.Length * 99 / 100]:0.0} ms | {waits[^1]:0} ms "
                + $"| {used.Item1 / seconds:0.00}; {used.Item2 / seconds:0.00} cores |"
        )
    );
}

static async Task<Sender> SendAsync(ReceiverProcess receiver, TimeSpan time, string prefix)
{
    var sender = new Sender(receiver.Address, $"{prefix}-{Guid.NewGuid():N}");
    using var stop = new CancellationTokenSource(time);
    await sender.RunAsync(connections: 16, stop.Token);
    return sender;
}

static TimeSpan OwnTime() => Process.GetCurrentProcess().TotalProcessorTime;
