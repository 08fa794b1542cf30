using System.Globalization;
using DodoUpsell.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.FeatureManagement;
using NSubstitute;
using NSubstitute.Extensions;

namespace DodoUpsell.Tests.Offers.Experiments;

/// <summary>Variants from the real Microsoft.FeatureManagement, configured in memory.</summary>
public sealed class FeatureManagementTests
{
    private const string Flag = "feature_management:feature_flags:0";

    private static readonly OfferExperiment Experiment = new()
    {
        Key = "headline",
        Variants = [new() { Name = "short", Weight = 3 }, new() { Name = "long", Weight = 1 }],
    };

    [Fact]
    public async Task Subjects_are_assigned_by_the_percentages_of_the_flag()
    {
        await using var app = App(ShortAndLong());
        var allocator = app.GetRequiredService<IOfferAllocator>();
        var shorts = 0;
        for (var i = 0; i < 10_000; i++)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"user-{i}");
            var variant = await VariantAsync(allocator, id);
            Assert.True(variant is "short" or "long", variant);
            if (variant == "short")
                shorts++;
        }

        Assert.InRange(shorts, 7_300, 7_700);
        Assert.Equal(await VariantAsync(allocator, "anna"), await VariantAsync(allocator, "anna"));
    }

    [Fact]
    public async Task The_subject_is_the_targeted_user()
    {
        await using var app = App([
            .. ShortAndLong(),
            new($"{Flag}:allocation:user:0:variant", "long"),
            new($"{Flag}:allocation:user:0:users:0", "anna"),
            new($"{Flag}:allocation:user:1:variant", "short"),
            new($"{Flag}:allocation:user:1:users:0", "bert"),
        ]);
        var allocator = app.GetRequiredService<IOfferAllocator>();

        Assert.Equal("long", await VariantAsync(allocator, "anna"));
        Assert.Equal("short", await VariantAsync(allocator, "bert"));
    }

    [Fact]
    public async Task A_scoped_feature_manager_works_as_well()
    {
        await using var app = App(ShortAndLong(), services => services.AddScopedFeatureManagement());

        Assert.NotNull(await VariantAsync(app.GetRequiredService<IOfferAllocator>(), "anna"));
    }

    [Fact]
    public async Task A_missing_flag_assigns_nobody()
    {
        await using var app = App([]);

        Assert.Null(await VariantAsync(app.GetRequiredService<IOfferAllocator>(), "anna"));
    }

    [Fact]
    public async Task A_disabled_flag_without_default_assigns_nobody()
    {
        await using var app = App([.. ShortAndLong(), new($"{Flag}:enabled", "false")]);

        Assert.Null(await VariantAsync(app.GetRequiredService<IOfferAllocator>(), "anna"));
    }

    [Fact]
    public async Task A_variant_that_the_experiment_does_not_have_assigns_nobody_and_is_logged()
    {
        var lines = new LogLines();
        await using var app = App(
            [
                .. ShortAndLong(),
                new($"{Flag}:variants:2:name", "Short"),
                new($"{Flag}:allocation:user:0:variant", "Short"),
                new($"{Flag}:allocation:user:0:users:0", "anna"),
            ],
            logs: lines
        );

        Assert.Null(await VariantAsync(app.GetRequiredService<IOfferAllocator>(), "anna"));
        AssertOneWarning(lines, 1460, "Short");
    }

    [Fact]
    public async Task A_flag_that_fails_assigns_nobody_and_is_logged()
    {
        var lines = new LogLines();
        await using var app = App(
            [],
            services =>
            {
                services.AddFeatureManagement();
                services.Configure<FeatureManagementOptions>(options => options.IgnoreMissingFeatures = false);
            },
            lines
        );

        Assert.Null(await VariantAsync(app.GetRequiredService<IOfferAllocator>(), "anna"));
        AssertOneWarning(lines, 1461, nameof(FeatureManagementException));
    }

    [Fact]
    public async Task An_app_without_feature_management_is_told_at_once()
    {
        await using var app = App(ShortAndLong(), _ => { });

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            VariantAsync(app.GetRequiredService<IOfferAllocator>(), "anna")
        );
    }

    [Fact]
    public async Task A_cancelled_decision_is_cancelled()
    {
        var features = Substitute.For<IVariantFeatureManager>();
        features.ReturnsForAll(call => NeverAsync(call.Arg<CancellationToken>()));
        await using var app = App([], services => services.AddSingleton(features));
        using var cancellation = new CancellationTokenSource();
        var call = app.GetRequiredService<IOfferAllocator>()
            .AllocateAsync(new() { Experiment = Experiment, SubjectId = "anna" }, cancellation.Token)
            .AsTask();
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    [Fact]
    public async Task A_brand_has_an_allocator_of_its_own_and_the_last_registration_wins()
    {
        var services = Services(ShortAndLong());
        services.AddFeatureManagement();
        services.AddKeyedSingleton<IOfferAllocator, Nobody>("shop");
        services.AddSingleton<IOfferAllocator, Nobody>();
        services.AddDodoUpsells("shop", options => options.ApiKey = "any").UseFeatureManagementVariants();
        await using var app = services.BuildServiceProvider();

        Assert.NotNull(await VariantAsync(app.GetRequiredKeyedService<IOfferAllocator>("shop"), "anna"));
        Assert.Single(app.GetKeyedServices<IOfferAllocator>("shop"));
        Assert.IsType<Nobody>(app.GetRequiredService<IOfferAllocator>());
    }

    private static KeyValuePair<string, string?>[] ShortAndLong() =>
        [
            new($"{Flag}:id", "headline"),
            new($"{Flag}:enabled", "true"),
            new($"{Flag}:variants:0:name", "short"),
            new($"{Flag}:variants:1:name", "long"),
            new($"{Flag}:allocation:percentile:0:variant", "short"),
            new($"{Flag}:allocation:percentile:0:from", "0"),
            new($"{Flag}:allocation:percentile:0:to", "75"),
            new($"{Flag}:allocation:percentile:1:variant", "long"),
            new($"{Flag}:allocation:percentile:1:from", "75"),
            new($"{Flag}:allocation:percentile:1:to", "100"),
            new($"{Flag}:allocation:seed", "headline"),
        ];

    private static ServiceCollection Services(IEnumerable<KeyValuePair<string, string?>> settings)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        return services;
    }

    private static ServiceProvider App(
        IEnumerable<KeyValuePair<string, string?>> settings,
        Action<IServiceCollection>? features = null,
        LogLines? logs = null
    )
    {
        // The last value of a setting wins.
        var last = settings.GroupBy(setting => setting.Key).Select(group => group.Last());
        var services = Services(last);
        if (logs is not null)
            services.AddSingleton<ILoggerFactory>(logs);
        if (features is null)
            services.AddFeatureManagement();
        else
            features(services);
        services.AddSingleton<IOfferAllocator, Nobody>();
        services.AddDodoUpsells(options => options.ApiKey = "any").UseFeatureManagementVariants();
        return services.BuildServiceProvider();
    }

    private static async Task<string?> VariantAsync(IOfferAllocator allocator, string id) =>
        (await allocator.AllocateAsync(new() { Experiment = Experiment, SubjectId = id }))?.Variant;

    private static async ValueTask<Variant> NeverAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        return new();
    }

    private static void AssertOneWarning(LogLines lines, int id, string part)
    {
        var (_, text) = Assert.Single(lines.Lines, line => line.Id == id);
        Assert.StartsWith("Warning: The feature flag headline ", text, StringComparison.Ordinal);
        Assert.Contains(part, text, StringComparison.Ordinal);
        Assert.DoesNotContain(lines.Lines, line => line.Text.Contains("anna", StringComparison.Ordinal));
    }

    private sealed class Nobody : IOfferAllocator
    {
        public ValueTask<OfferAllocation?> AllocateAsync(
            OfferAllocationContext context,
            CancellationToken cancellationToken = default
        ) => default;
    }
}
