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
        var read = new SettingsReader(section, Keys);
        options.MaxBodyBytes = read.Number(nameof(options.MaxBodyBytes)) ?? options.MaxBodyBytes;
        options.MaxConcurrency = read.Number(nameof(options.MaxConcurrency)) ?? options.MaxConcurrency;
        options.HandlerTimeout = read.Time(nameof(options.HandlerTimeout)) ?? options.HandlerTimeout;
        options.CompletedRetention = read.Time(nameof(options.CompletedRetention)) ?? options.CompletedRetention;
        options.ParkedRetention = read.Time(nameof(options.ParkedRetention)) ?? options.ParkedRetention;
        options.RunInBackground = read.Flag(nameof(options.RunInBackground)) ?? options.RunInBackground;
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

    private static TimeSpan? Time(IConfigurationSection section, string key) =>
        DodoUpsellConfiguration.Text(section, key) is { } text
            ? DodoUpsellConfiguration.ReadTime(section, key, text)
            : null;
}
