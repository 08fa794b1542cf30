using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using DodoUpsell.Emulator;

// Measures the requests per second of the emulator's server over loopback, and whether its memory use is stable.
// Usage: dotnet run -c Release --project benchmarks/EmulatorLoad [-- REQUESTS] (default: 100000, half of each kind)

const int Connections = 16;
const int Rounds = 10;
var total = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 100_000;

var emulator = new DodoEmulator();
await using var server = await emulator.StartServerAsync();
using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Connections })
{
    BaseAddress = server.BaseAddress,
};
http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "load");

var checkout = Encoding.UTF8.GetBytes(
    $$"""
    {"product_cart":[{"product_id":"{{DemoSeed.Ebook}}","quantity":1}],
      "customer":{"customer_id":"{{DemoSeed.CustomerWithCards}}"},"payment_method_id":"{{DemoSeed.GoodCard}}",
      "confirm":true}
    """
);

Console.WriteLine(
    $"{Connections} connections, {total} requests in {Rounds} rounds; the state is reset after each round, because "
        + $"the emulator keeps every checkout"
);
await RunAsync(total / Rounds / 4, GetMethodsAsync);
await RunAsync(total / Rounds / 4, PostCheckoutAsync);
for (var round = 1; round <= Rounds; round++)
{
    var reads = await RunAsync(total / Rounds / 2, GetMethodsAsync);
    var charges = await RunAsync(total / Rounds / 2, PostCheckoutAsync);
    emulator.Reset();
    var managed = GC.GetTotalMemory(forceFullCollection: true) / 1024.0 / 1024.0;
    Console.WriteLine(
        string.Create(
            CultureInfo.InvariantCulture,
            $"round {round, 2}: GET payment-methods {reads, 7:N0}/s   POST checkouts {charges, 7:N0}/s   memory "
                + $"{managed, 6:N1} MB managed, {Environment.WorkingSet / 1024 / 1024} MB working set"
        )
    );
}

async Task<double> RunAsync(int requests, Func<Task> send)
{
    var left = requests;
    var watch = Stopwatch.StartNew();
    await Task.WhenAll(
        Enumerable
            .Range(0, Connections)
            .Select(async _ =>
            {
                while (Interlocked.Decrement(ref left) >= 0)
                    await send();
            })
    );
    return requests / watch.Elapsed.TotalSeconds;
}

async Task GetMethodsAsync()
{
    using var response = await http.GetAsync(
        new Uri($"/customers/{DemoSeed.CustomerWithCards}/payment-methods", UriKind.Relative)
    );
    response.EnsureSuccessStatusCode();
    await response.Content.ReadAsByteArrayAsync();
}

async Task PostCheckoutAsync()
{
    using var content = new ByteArrayContent(checkout);
    content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
    using var response = await http.PostAsync(new Uri("/checkouts", UriKind.Relative), content);
    response.EnsureSuccessStatusCode();
    await response.Content.ReadAsByteArrayAsync();
}
