using DodoUpsell.Emulator;
using DodoUpsell.Tests.Support;
using DodoUpsell.Webhooks;
using DodoUpsell.Withdrawals;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace DodoUpsell.Tests.Withdrawals;

/// <summary>Tests the registration of withdrawals, with and without brands.</summary>
public sealed class WithdrawalRegistrationTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("brand-a")]
    public async Task Everything_is_registered_once(string? brand)
    {
        var services = new ServiceCollection();
        for (var i = 0; i < 2; i++)
            Add(services, brand)
                .AddWithdrawals(options => options.Period = TimeSpan.FromDays(30))
                .AddWithdrawalHandler<Handler>()
                .AddWithdrawalPolicy<Policy>();
        await using var provider = services.BuildServiceProvider();

        Assert.NotNull(Of<IWithdrawalFlow>(provider, brand));
        Assert.Same(Of<WithdrawalFlow>(provider, brand), Of<IWithdrawalFlow>(provider, brand));
        Assert.IsType<InMemoryWithdrawalStore>(Of<IWithdrawalStore>(provider, brand));
        Assert.Equal(TimeSpan.FromDays(30), Of<WithdrawalEngine>(provider, brand)!.Options.Period);
        Assert.Single(provider.GetServices<IHostedService>().OfType<WithdrawalWorker>());
        var handlers = brand is null
            ? provider.GetServices<ISystemWebhookHandler>()
            : provider.GetKeyedServices<ISystemWebhookHandler>(brand);
        Assert.Single(handlers.OfType<WithdrawalWebhookHandler>());
        await using var scope = provider.CreateAsyncScope();
        Assert.Single(
            brand is null
                ? scope.ServiceProvider.GetServices<IWithdrawalHandler>()
                : scope.ServiceProvider.GetKeyedServices<IWithdrawalHandler>(brand)
        );
    }

    [Fact]
    public async Task An_app_without_withdrawals_has_none()
    {
        var services = new ServiceCollection();
        Add(services, null);
        await using var provider = services.BuildServiceProvider();

        Assert.Null(provider.GetService<IWithdrawalFlow>());
        Assert.Null(provider.GetService<IWithdrawalStore>());
    }

    [Fact]
    public async Task Invalid_options_prevent_the_start()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        Add(builder.Services, null).AddWithdrawals(options => options.Period = TimeSpan.FromDays(7));
        using var host = builder.Build();

        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() =>
            host.StartAsync(TestContext.Current.CancellationToken)
        );
        Assert.Contains("WithdrawalOptions.Period", failure.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() =>
            new WithdrawalFlow(
                The.ClientOf(new DodoEmulator().CreateHandler(), TimeProvider.System),
                new InMemoryWithdrawalStore(),
                new WithdrawalOptions { HandlerTimeout = TimeSpan.Zero }
            )
        );
    }

    [Fact]
    public async Task Policies_handlers_and_links_of_users_come_from_the_container()
    {
        var emulator = new DodoEmulator(new DodoEmulatorOptions { Settlement = PaymentSettlement.Immediate });
        var services = new ServiceCollection();
        var told = new List<WithdrawalNotice>();
        var builder = Add(services, "brand-a");
        builder.HttpClient.ConfigurePrimaryHttpMessageHandler(emulator.CreateHandler);
        services.AddSingleton<TimeProvider>(emulator.Clock);
        builder
            .AddOffers(_ => { })
            .AddWithdrawals()
            .AddWithdrawalPolicy<Policy>()
            .OnWithdrawal(
                (notice, _, _) =>
                {
                    told.Add(notice);
                    return Task.CompletedTask;
                }
            );
        await using var provider = services.BuildServiceProvider();
        await provider
            .GetRequiredKeyedService<IOfferFlow>("brand-a")
            .LinkAsync("ada", DemoSeed.CustomerWithCards, TestContext.Current.CancellationToken);
        var flow = provider.GetRequiredKeyedService<WithdrawalFlow>("brand-a");
        var access = WithdrawalAccess.OfSubject(SubjectIds.OfUser("ada"));

        var stated = await flow.StateAsync(
            new()
            {
                Access = access,
                ContractId = DemoSeed.BasicSubscription,
                Name = "Ada",
                Contact = "ada@example.test",
            }
        );
        await flow.ConfirmAsync(access, stated!.Id);
        await flow.ProcessDueAsync();

        Assert.Equal([WithdrawalNotice.Confirmed, WithdrawalNotice.NeedsReview], told);
        Assert.Equal(WithdrawalReviewReason.Policy, (await flow.FindAsync(access, stated.Id))!.ReviewReason);
    }

    private static DodoUpsellBuilder Add(IServiceCollection services, string? brand)
    {
        return brand is null ? services.AddDodoUpsells(Configure) : services.AddDodoUpsells(brand, Configure);

        static void Configure(DodoUpsellOptions options)
        {
            options.ApiKey = The.ApiKey;
            options.Environment = DodoEnvironment.Test;
        }
    }

    private static T? Of<T>(IServiceProvider provider, string? brand)
        where T : class => brand is null ? provider.GetService<T>() : provider.GetKeyedService<T>(brand);

    private sealed class Handler : IWithdrawalHandler
    {
        public Task HandleAsync(
            WithdrawalNotice notice,
            Withdrawal withdrawal,
            CancellationToken cancellationToken = default
        ) => Task.CompletedTask;
    }

    private sealed class Policy : IWithdrawalPolicy
    {
        public ValueTask<WithdrawalDecision> DecideAsync(
            WithdrawalPolicyContext context,
            CancellationToken cancellationToken = default
        ) => new(WithdrawalDecision.Review());
    }
}
