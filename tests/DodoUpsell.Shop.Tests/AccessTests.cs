using DodoUpsell.Emulator;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using UpsellShop.Data;

namespace DodoUpsell.Shop.Tests;

/// <summary>Who may use what, in whatever order and however often the shop is told of payments and refunds.</summary>
public sealed class AccessTests : IAsyncLifetime
{
    private const string Payment = "pay_1";

    private readonly SqliteConnection _connection = new("Data Source=:memory:");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _connection.OpenAsync(Stop);
        await using var shop = Open();
        await shop.Database.EnsureCreatedAsync(Stop);
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    [Fact]
    public async Task What_was_paid_may_be_used_until_it_is_refunded()
    {
        await GrantAsync();
        await GrantAsync();
        Assert.Equal([DemoSeed.Course, DemoSeed.Ebook], await UsableAsync());

        await RevokeAsync();
        await RevokeAsync();
        Assert.Empty(await UsableAsync());
    }

    [Fact]
    public async Task A_grant_that_comes_after_the_refund_gives_nothing()
    {
        await RevokeAsync();
        await GrantAsync();

        Assert.Empty(await UsableAsync());
    }

    [Fact]
    public async Task A_refund_of_one_payment_leaves_what_another_paid()
    {
        await GrantAsync();
        await RevokeAsync("pay_2");

        Assert.Equal([DemoSeed.Course, DemoSeed.Ebook], await UsableAsync());
    }

    // Each call has a context of its own, as each delivery has.
    private ShopContext Open() => new(new DbContextOptionsBuilder<ShopContext>().UseSqlite(_connection).Options);

    private async Task GrantAsync()
    {
        await using var shop = Open();
        string[] products = [DemoSeed.Course, DemoSeed.Ebook];
        await new AccessBook(shop, TimeProvider.System).GrantAsync(Payment, "cus_1", products, Stop);
    }

    private async Task RevokeAsync(string payment = Payment)
    {
        await using var shop = Open();
        await new AccessBook(shop, TimeProvider.System).RevokeAsync(payment, Stop);
    }

    private async Task<IEnumerable<string>> UsableAsync()
    {
        await using var shop = Open();
        return (await new AccessBook(shop, TimeProvider.System).ProductsOfAsync("cus_1")).Order(StringComparer.Ordinal);
    }
}
