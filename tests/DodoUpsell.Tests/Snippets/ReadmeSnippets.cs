using System.Text.Json;
using System.Text.Json.Serialization;
using DodoUpsell.Emulator;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace DodoUpsell.Tests.Snippets;

/// <summary>
/// The code of the README, docs/client.md and docs/errors.md, run on the emulator, in which its placeholder ids exist.
/// </summary>
[Collection(nameof(OneConsole))]
public sealed partial class ReadmeSnippets : IAsyncLifetime
{
    private readonly DodoEmulator _emulator = new();
    private DodoEmulatorServer? _server;

    public async ValueTask InitializeAsync()
    {
        _emulator.PutCustomer("cus_…");
        _emulator.PutProduct("pdt_…");
        _emulator.SaveCard("cus_…", TestCards.Visa);
        _server = await _emulator.StartServerAsync(cancellationToken: TestContext.Current.CancellationToken);
        Environment.SetEnvironmentVariable(EnvironmentVariables.BaseUrl, _server.BaseAddress.AbsoluteUri);
    }

    public async ValueTask DisposeAsync()
    {
        Environment.SetEnvironmentVariable(EnvironmentVariables.BaseUrl, null);
        await _server!.DisposeAsync();
    }

    [Fact]
    public async Task Registration()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration["DodoUpsell:ApiKey"] = "your-api-key";
        builder.Configuration["DodoUpsell:Environment"] = "Test";

        #region registration
        builder.Services.AddDodoUpsells(builder.Configuration.GetSection("DodoUpsell"));
        #endregion

        using var host = builder.Build();
        await host.StartAsync(TestContext.Current.CancellationToken);
        var customer = await host.Services.GetRequiredService<ICustomersClient>().GetAsync("cus_…");
        Assert.Equal("cus_…", customer.CustomerId);
        await host.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Unknown_outcome()
    {
        using var dropping = new DodoClient(
            new DodoUpsellOptions { ApiKey = "any", Environment = DodoEnvironment.Test },
            new HttpClient(new DropsTheAnswerToCheckouts(_emulator.CreateHandler())),
            _emulator.Clock
        );

        var found = await ChargeAsync(dropping, "cus_…", "attempt-1");

        Assert.Equal("attempt-1", found?.Metadata["attempt"].AsString());
        Assert.Single(
            (await dropping.Payments.ListAsync().AsPages().FirstAsync(TestContext.Current.CancellationToken)).Items
        );

        static async Task<PaymentListItem?> ChargeAsync(IDodoClient dodo, string customerId, string attemptId)
        {
            var oneClick = new CreateCheckoutSessionRequest
            {
                ProductCart = [new() { ProductId = "pdt_…", Quantity = 1 }],
                Customer = CustomerReference.Existing(customerId),
                PaymentMethodId = (await dodo.Customers.ListPaymentMethodsAsync(customerId)).Items[0].PaymentMethodId,
                Confirm = true,
            };

            #region unknown-outcome
            try
            {
                await dodo.CheckoutSessions.CreateAsync(oneClick with { Metadata = new() { ["attempt"] = attemptId } });
            }
            catch (DodoUnknownOutcomeException unknown)
            {
                // The API cannot search for metadata: read the customer's recent payments and compare.
                var recent = new ListPaymentsRequest
                {
                    CustomerId = customerId,
                    CreatedFrom = unknown.SentAt.AddMinutes(-1),
                };
                await foreach (var payment in dodo.Payments.ListAsync(recent))
                {
                    if (payment.Metadata.TryGetValue("attempt", out var value) && value.AsString() == attemptId)
                        return payment;
                }
            }
            #endregion

            return null;
        }
    }

    [Fact]
    public async Task Lists_and_raw()
    {
        using var dodo = new DodoClient("your-api-key", DodoEnvironment.Test);
        using var console = new ConsoleOutput();
        const string customerId = "cus_…";
        using var meterless = new DodoClient(
            new DodoUpsellOptions { ApiKey = "any", Environment = DodoEnvironment.Test },
            new HttpClient(new AnswersMeters(_emulator.CreateHandler()))
        );
        await RunAsync(meterless);

        Assert.StartsWith("OK, ", console.Text, StringComparison.Ordinal);

        static async Task RunAsync(IDodoClient dodo)
        {
            #region lists-and-raw
            var succeeded = new ListPaymentsRequest { CustomerId = customerId, Status = PaymentStatus.Succeeded };
            await foreach (var payment in dodo.Payments.ListAsync(succeeded))
                Console.WriteLine($"{payment.CreatedAt:u} {payment.Total}");

            DodoResponse? raw = null;
            await dodo.WithOptions(new() { OnResponse = response => raw = response }).Customers.GetAsync(customerId);
            Console.WriteLine($"{raw!.StatusCode}, {raw.Headers.Count} headers, {raw.Body.Length} bytes");

            var meters = await dodo.SendAsync(HttpMethod.Get, "/meters?page_size=10", MyJson.Default.JsonElement);
            #endregion

            Assert.Equal(0, meters.GetProperty("items").GetArrayLength());
        }
    }

    [Fact]
    public async Task Emulator()
    {
        using var console = new ConsoleOutput();
        Environment.SetEnvironmentVariable(EnvironmentVariables.BaseUrl, null);

        #region emulator
        var emulator = new DodoEmulator();
        using var http = new HttpClient(emulator.CreateHandler());
        var dodo = new DodoClient(new DodoUpsellOptions { ApiKey = "any", Environment = DodoEnvironment.Test }, http);

        await dodo.CheckoutSessions.CreateAsync(
            new()
            {
                ProductCart = [new() { ProductId = DemoSeed.Ebook, Quantity = 1 }],
                Customer = CustomerReference.Existing(DemoSeed.CustomerWithCards),
                PaymentMethodId = DemoSeed.GoodCard,
                Confirm = true,
            }
        );
        emulator.Clock.Advance(TimeSpan.FromSeconds(1)); // the charge is settled

        Console.WriteLine(emulator.Charges.Single().Amount); // 1900
        #endregion

        Assert.Equal("1900", console.Text);
    }

    [JsonSerializable(typeof(JsonElement))]
    private sealed partial class MyJson : JsonSerializerContext;

    private sealed class DropsTheAnswerToCheckouts(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            var response = await base.SendAsync(request, cancellationToken);
            return request.RequestUri!.AbsolutePath == "/checkouts"
                ? throw new HttpRequestException("The answer was lost.")
                : response;
        }
    }

    private sealed class AnswersMeters(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        ) =>
            request.RequestUri!.AbsolutePath == "/meters"
                ? Task.FromResult(Support.StubHandler.Json(System.Net.HttpStatusCode.OK, """{"items":[]}"""))
                : base.SendAsync(request, cancellationToken);
    }
}
