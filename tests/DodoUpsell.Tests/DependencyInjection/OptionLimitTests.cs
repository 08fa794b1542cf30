using DodoUpsell.Tests.Support;

namespace DodoUpsell.Tests.DependencyInjection;

/// <summary>The least and the most that a setting can be are taken, and what lies beyond is refused by name.</summary>
public sealed class OptionLimitTests
{
    private static readonly TimeSpan Tick = TimeSpan.FromTicks(1);
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private static readonly Dictionary<string, Limit> Limits = new(StringComparer.Ordinal)
    {
        ["TotalTimeout"] = Time((options, time) => options.TotalTimeout = time, Tick, Hour),
        ["AttemptTimeout"] = Time((options, time) => options.AttemptTimeout = time, Tick, Hour),
        ["MaxRetries"] = Number((options, number) => options.MaxRetries = number, 0, 10),
        ["MaxResponseBytes"] = Number((options, number) => options.MaxResponseBytes = number, 1024, int.MaxValue),
        ["MaxClockSkew"] = Time((options, time) => options.MaxClockSkew = time, 10 * Second, 15 * Minute),
        ["RateLimit"] = Number((options, number) => options.RateLimit = (RateLimitTier)number, 0, 3),
        ["Environment"] = Number((options, number) => options.Environment = (DodoEnvironment)number, 1, 2),
        ["Webhooks.MaxBodyBytes"] = Number(
            (options, number) => options.Webhooks.MaxBodyBytes = number,
            1024,
            16 * 1024 * 1024
        ),
        ["Webhooks.MaxConcurrency"] = Number((options, number) => options.Webhooks.MaxConcurrency = number, 1, 256),
        ["Webhooks.HandlerTimeout"] = Time((options, time) => options.Webhooks.HandlerTimeout = time, Tick, Hour),
        ["Webhooks.RetryDelays"] = Time((options, time) => options.Webhooks.RetryDelays[0] = time, Second, 7 * Day),
        ["Webhooks.CompletedRetention"] = Time(
            (options, time) => options.Webhooks.CompletedRetention = time,
            2 * Day,
            TimeSpan.MaxValue
        ),
        ["Webhooks.ParkedRetention"] = Time(
            (options, time) => options.Webhooks.ParkedRetention = time,
            2 * Day,
            TimeSpan.MaxValue
        ),
        ["Charging.WaitBudget"] = Time(
            (options, time) => options.Charging.WaitBudget = time,
            TimeSpan.Zero,
            2 * Minute
        ),
        ["Charging.GracePeriod"] = Time((options, time) => options.Charging.GracePeriod = time, 33 * Minute, 7 * Day),
        ["Charging.QuoteLifetime"] = Time((options, time) => options.Charging.QuoteLifetime = time, Minute, Hour),
        ["Charging.ReconcileInterval"] = Time(
            (options, time) => options.Charging.ReconcileInterval = time,
            Second,
            Hour
        ),
        ["Charging.Retention"] = Time((options, time) => options.Charging.Retention = time, Day, TimeSpan.MaxValue),
    };

    public static TheoryData<string> Settings => [.. Limits.Keys];

    [Theory]
    [MemberData(nameof(Settings))]
    public void The_ends_of_its_range_are_taken_and_what_lies_beyond_is_refused(string setting)
    {
        foreach (var taken in Limits[setting].Taken)
            Client(taken).Dispose();
        foreach (var refused in Limits[setting].Refused)
            AssertRefused(setting, refused);
    }

    [Fact]
    public void There_are_twenty_retries_of_a_delivery_at_most()
    {
        static void Fill(DodoUpsellOptions options, int count)
        {
            options.Webhooks.RetryDelays.Clear();
            for (var i = 0; i < count; i++)
                options.Webhooks.RetryDelays.Add(Second);
        }

        Client(options => Fill(options, 0)).Dispose();
        Client(options => Fill(options, 20)).Dispose();
        AssertRefused("Webhooks.RetryDelays", options => Fill(options, 21));
    }

    private static void AssertRefused(string setting, Action<DodoUpsellOptions> refused) =>
        Assert.StartsWith(
            $"{nameof(DodoUpsellOptions)}.{setting} ",
            Assert.Throws<ArgumentException>(() => Client(refused)).Message,
            StringComparison.Ordinal
        );

    private static DodoClient Client(Action<DodoUpsellOptions> change)
    {
        // An hour for a call needs a longer time in which a charge may turn up.
        var options = new DodoUpsellOptions
        {
            ApiKey = The.ApiKey,
            Environment = DodoEnvironment.Test,
            Charging = { GracePeriod = Day },
        };
        change(options);
        return new DodoClient(options);
    }

    private static Limit Time(Action<DodoUpsellOptions, TimeSpan> set, TimeSpan least, TimeSpan most) =>
        Between(set, least, least - Tick, most, most == TimeSpan.MaxValue ? null : most + Tick);

    private static Limit Number(Action<DodoUpsellOptions, int> set, int least, int most) =>
        Between(set, least, least - 1, most, most == int.MaxValue ? null : most + 1);

    private static Limit Between<T>(Action<DodoUpsellOptions, T> set, T least, T below, T most, T? above)
        where T : struct =>
        new(
            [options => set(options, least), options => set(options, most)],
            above is { } beyond
                ? [options => set(options, below), options => set(options, beyond)]
                : [options => set(options, below)]
        );

    private sealed record Limit(Action<DodoUpsellOptions>[] Taken, Action<DodoUpsellOptions>[] Refused);
}
