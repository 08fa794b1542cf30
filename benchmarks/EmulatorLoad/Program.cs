using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using DodoUpsell.Emulator;

// Measures the requests per second of the emulator's server over loopback, and whether its memory use is stable.
// Usage: dotnet run -c Release --project benchmarks/EmulatorLoad [-- REQUESTS] (default: 100000, half of each kind)
//        dotnet run -c Release --project benchmarks/EmulatorLoad -- payments   (payments by customer, with many kept)

const int Connections = 16;
const int Rounds = 10;
const int PaymentsOfCustomer = 10;
var isOfPayments = args is ["payments"];
var total = args.Length > 0 && !isOfPayments ? int.Parse(args[0], CultureInfo.InvariantCulture) : 100_000;

var emulator = new DodoEmulator();
await using var server = await emulator.StartServerAsync();
using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Connections })
{
    BaseAddress = server.BaseAddress,
};
http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "load");

var checkout = CheckoutOf(DemoSeed.CustomerWithCards, DemoSeed.GoodCard);
if (isOfPayments)
{
    await MeasurePaymentsAsync();
    return;
}

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

// One customer's payments, with few of them and many of others.
async Task MeasurePaymentsAsync()
{
    await RunAsync(PaymentsOfCustomer, PostCheckoutAsync);
    emulator.PutCustomer("cus_other");
    checkout = CheckoutOf("cus_other", emulator.SaveCard("cus_other", TestCards.Visa));
    var kept = PaymentsOfCustomer;
    foreach (var size in (int[])[1_000, 10_000, 100_000])
    {
        await RunAsync(size - kept, PostCheckoutAsync);
        kept = size;
        await RunAsync(2_000, GetPaymentsAsync);
        var rates = new List<double>();
        for (var round = 0; round < 5; round++)
            rates.Add(await RunAsync(4_000, GetPaymentsAsync));
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{kept, 7:N0} payments kept: GET payments of a customer with {PaymentsOfCustomer} {rates.Min():N0} to "
                    + $"{rates.Max():N0}/s"
            )
        );
    }
}

async Task GetPaymentsAsync()
{
    using var response = await http.GetAsync(
        new Uri($"/payments?customer_id={DemoSeed.CustomerWithCards}&page_size=100&page_number=0", UriKind.Relative)
    );
    response.EnsureSuccessStatusCode();
    await response.Content.ReadAsByteArrayAsync();
}

static byte[] CheckoutOf(string customerId, string methodId) =>
    Encoding.UTF8.GetBytes(
        $$"""
        {"product_cart":[{"product_id":"{{DemoSeed.Ebook}}","quantity":1}],
          "customer":{"customer_id":"{{customerId}}"},"payment_method_id":"{{methodId}}","confirm":true}
        """
    );

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
