using DodoUpsell.Tests.Charging.Settlements;
using DodoUpsell.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace DodoUpsell.Tests.DependencyInjection;

public sealed class SettlementRegistrationTests
{
    private readonly Told _told = new();

    [Fact]
    public async Task Brands_hear_of_their_own_settlements_only()
    {
        var services = new ServiceCollection();
        services.AddSingleton(_told);
        services.AddDodoUpsells(Configure).OnChargeSettled((_, _, _) => _told.AddAsync("no brand"));
        services
            .AddDodoUpsells("brand-a", Configure)
            .AddSettlementHandler<Tells>()
            .OnChargeSettled((_, _, _) => _told.AddAsync("a"));
        services.AddDodoUpsells("brand-b", Configure).OnChargeSettled((_, _, _) => _told.AddAsync("b"));
        await using var provider = services.BuildServiceProvider();

        await SettleAsync(provider, "brand-b");
        Assert.Equal(["b"], _told.By);
        await SettleAsync(provider, "brand-a");
        Assert.Equal(["b", nameof(Tells), "a"], _told.By);
        await SettleAsync(provider, null);
        Assert.Equal(["b", nameof(Tells), "a", "no brand"], _told.By);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("brand-a")]
    public async Task A_handler_that_is_registered_twice_is_called_once(string? brand)
    {
        var services = new ServiceCollection();
        services.AddSingleton(_told);
        for (var i = 0; i < 2; i++)
        {
            var builder = brand is null
                ? services.AddDodoUpsells(Configure)
                : services.AddDodoUpsells(brand, Configure);
            builder.AddSettlementHandler<Tells>();
        }

        await using var provider = services.BuildServiceProvider();

        await SettleAsync(provider, brand);

        Assert.Equal([nameof(Tells)], _told.By);
    }

    private static void Configure(DodoUpsellOptions options) =>
        (options.ApiKey, options.Environment) = (The.ApiKey, DodoEnvironment.Test);

    private static async Task SettleAsync(IServiceProvider provider, string? brand)
    {
        var ledger = brand is null
            ? provider.GetRequiredService<IChargeLedger>()
            : provider.GetRequiredKeyedService<IChargeLedger>(brand);
        var settlements = brand is null
            ? provider.GetRequiredService<IChargeSettlements>()
            : provider.GetRequiredKeyedService<IChargeSettlements>(brand);
        var claimed = SettlementBench.Claim("order-1", DateTimeOffset.UnixEpoch);
        await ledger.ClaimAsync(claimed);
        var settlement = SettlementBench.Outcome(claimed, DateTimeOffset.UnixEpoch);
        await ledger.TryUpdateAsync(settlement.Charge, settlement);

        Assert.Equal(1, (await settlements.ProcessAsync()).Completed);
    }

    private sealed class Told
    {
        public List<string> By { get; } = [];

        public Task AddAsync(string by)
        {
            By.Add(by);
            return Task.CompletedTask;
        }
    }

    private sealed class Tells(Told told) : IChargeSettlementHandler
    {
        public Task HandleAsync(
            ChargeSettlement settlement,
            SettlementContext context,
            CancellationToken cancellationToken = default
        ) => told.AddAsync(nameof(Tells));
    }
}
