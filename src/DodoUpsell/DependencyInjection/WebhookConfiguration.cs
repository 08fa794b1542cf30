using DodoUpsell.Webhooks;
using Microsoft.Extensions.Configuration;

namespace DodoUpsell.DependencyInjection;

/// <summary>Reads the configuration section <c>Webhooks</c>.</summary>
internal static class WebhookConfiguration
{
    private static readonly string[] Keys =
    [
        nameof(WebhookInboxOptions.MaxBodyBytes),
        nameof(WebhookInboxOptions.MaxConcurrency),
        nameof(WebhookInboxOptions.HandlerTimeout),
        nameof(WebhookInboxOptions.RetryDelays),
        nameof(WebhookInboxOptions.CompletedRetention),
        nameof(WebhookInboxOptions.ParkedRetention),
        nameof(WebhookInboxOptions.RunInBackground),
    ];

    public static void Read(IConfigurationSection section, WebhookInboxOptions options)
    {
        DodoUpsellConfiguration.RefuseUnknownKeys(section, Keys);
        if (Number(section, nameof(options.MaxBodyBytes)) is { } bytes)
            options.MaxBodyBytes = bytes;
        if (Number(section, nameof(options.MaxConcurrency)) is { } concurrency)
            options.MaxConcurrency = concurrency;
        if (Time(section, nameof(options.HandlerTimeout)) is { } timeout)
            options.HandlerTimeout = timeout;
        if (Time(section, nameof(options.CompletedRetention)) is { } completed)
            options.CompletedRetention = completed;
        if (Time(section, nameof(options.ParkedRetention)) is { } parked)
            options.ParkedRetention = parked;
        if (Flag(section, nameof(options.RunInBackground)) is { } background)
            options.RunInBackground = background;
        ReadDelays(section.GetSection(nameof(options.RetryDelays)), options);
    }

    private static void ReadDelays(IConfigurationSection section, WebhookInboxOptions options)
    {
        var delays = section.GetChildren().Select(child => Time(section, child.Key)).OfType<TimeSpan>().ToList();
        if (delays.Count == 0)
            return;
        options.RetryDelays.Clear();
        foreach (var delay in delays)
            options.RetryDelays.Add(delay);
    }

    private static int? Number(IConfigurationSection section, string key) =>
        DodoUpsellConfiguration.Text(section, key) is { } text
            ? DodoUpsellConfiguration.ReadNumber(section, key, text)
            : null;

    private static TimeSpan? Time(IConfigurationSection section, string key) =>
        DodoUpsellConfiguration.Text(section, key) is { } text
            ? DodoUpsellConfiguration.ReadTime(section, key, text)
            : null;

    private static bool? Flag(IConfigurationSection section, string key)
    {
        if (DodoUpsellConfiguration.Text(section, key) is not { } text)
            return null;
        return bool.TryParse(text, out var flag)
            ? flag
            : throw DodoUpsellConfiguration.Wrong(section, key, "true or false");
    }
}
