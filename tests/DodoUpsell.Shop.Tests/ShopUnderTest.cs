using System.Net;
using System.Net.Sockets;
using DodoUpsell.Emulator;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace DodoUpsell.Shop.Tests;

/// <summary>
/// The shop as its program builds it, on a port of its own, with a database file of its own. Its time is that of the
/// emulator.
/// </summary>
internal sealed class ShopUnderTest : WebApplicationFactory<Program>
{
    private readonly DodoEmulatorServer _server;
    private readonly string _database = Path.Combine(Path.GetTempPath(), $"dodoupsell-shop-{Guid.NewGuid():N}.db");

    private ShopUnderTest(DodoEmulator emulator, DodoEmulatorServer server)
    {
        (Emulator, _server) = (emulator, server);
        var port = FreePort();
        Address = new Uri($"http://localhost:{port}/");
        UseKestrel(port);
    }

    public DodoEmulator Emulator { get; }

    public Uri Address { get; }

    public static async Task<ShopUnderTest> StartAsync()
    {
        var emulator = new DodoEmulator();
        emulator.DateHeaderClock = emulator.AppClock;
        var server = await emulator.StartServerAsync(cancellationToken: TestContext.Current.CancellationToken);
        var shop = new ShopUnderTest(emulator, server);
        emulator.AddWebhook(new EmulatedWebhook(new Uri(shop.Address, "/webhooks/dodo")));
        shop.StartServer();
        return shop;
    }

    public string Url(string path) => new Uri(Address, path).ToString();

    /// <summary>Returns the amounts that were charged, in the order of the charges.</summary>
    public IReadOnlyList<long> Charged => [.. Emulator.Charges.Select(charge => charge.Amount)];

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("Urls", Address.ToString());
        builder.UseSetting("Emulator", _server.BaseAddress.ToString());
        builder.UseSetting("Database", $"Data Source={_database}");
        builder.UseSetting("DodoUpsell:Offers:DecisionDeadline", "00:00:30"); // a test machine may be slow
        builder.ConfigureTestServices(services => services.Replace(ServiceDescriptor.Singleton(Emulator.AppClock)));
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _server.DisposeAsync();
        File.Delete(_database);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
