using System.Globalization;
using DodoUpsell.Offers;
using Microsoft.Extensions.Configuration;

namespace DodoUpsell.DependencyInjection;

/// <summary>
/// Reads the options from a configuration section without reflection. Errors name the section, the key and the fix.
/// </summary>
internal static class DodoUpsellConfiguration
{
    private static readonly string[] Keys =
    [
        nameof(DodoUpsellOptions.ApiKey),
        nameof(DodoUpsellOptions.Environment),
        nameof(DodoUpsellOptions.BaseAddress),
        nameof(DodoUpsellOptions.WebhookSecrets),
        nameof(DodoUpsellOptions.TotalTimeout),
        nameof(DodoUpsellOptions.AttemptTimeout),
        nameof(DodoUpsellOptions.MaxRetries),
        nameof(DodoUpsellOptions.RateLimit),
        nameof(DodoUpsellOptions.MaxResponseBytes),
        nameof(DodoUpsellOptions.MaxClockSkew),
        nameof(DodoUpsellOptions.Webhooks),
        nameof(DodoUpsellOptions.Charging),
        nameof(DodoUpsellOptions.Offers),
    ];

    // Twice the length of the longest setting name.
    private const int LongestName = 40;

    /// <param name="configuration">The section.</param>
    /// <param name="options">The options that are set.</param>
    /// <param name="offers">Reads the settings of offers, or null if the app makes none.</param>
    public static void Read(IConfiguration configuration, DodoUpsellOptions options, IOfferSettings? offers)
    {
        options.Section = (configuration as IConfigurationSection)?.Path;
        RefuseUnknownKeys(configuration, Keys);
        if (Text(configuration, nameof(options.ApiKey)) is { } apiKey)
            options.ApiKey = apiKey;
        if (Text(configuration, nameof(options.Environment)) is { } environment)
            options.Environment = ReadEnum<DodoEnvironment>(configuration, nameof(options.Environment), environment);
        if (Text(configuration, nameof(options.BaseAddress)) is { } address)
            options.BaseAddress = ReadAddress(configuration, address);
        if (Text(configuration, nameof(options.TotalTimeout)) is { } total)
            options.TotalTimeout = ReadTime(configuration, nameof(options.TotalTimeout), total);
        if (Text(configuration, nameof(options.AttemptTimeout)) is { } attempt)
            options.AttemptTimeout = ReadTime(configuration, nameof(options.AttemptTimeout), attempt);
        if (Text(configuration, nameof(options.MaxRetries)) is { } retries)
            options.MaxRetries = ReadNumber(configuration, nameof(options.MaxRetries), retries);
        if (Text(configuration, nameof(options.RateLimit)) is { } tier)
            options.RateLimit = ReadEnum<RateLimitTier>(configuration, nameof(options.RateLimit), tier);
        if (Text(configuration, nameof(options.MaxResponseBytes)) is { } bytes)
            options.MaxResponseBytes = ReadNumber(configuration, nameof(options.MaxResponseBytes), bytes);
        if (Text(configuration, nameof(options.MaxClockSkew)) is { } skew)
            options.MaxClockSkew = ReadTime(configuration, nameof(options.MaxClockSkew), skew);
        ReadSecrets(configuration.GetSection(nameof(options.WebhookSecrets)), options);
        ChargingConfiguration.Read(configuration.GetSection(nameof(options.Charging)), options.Charging);
        WebhookConfiguration.Read(configuration.GetSection(nameof(options.Webhooks)), options.Webhooks);
        ReadOffers(configuration.GetSection(nameof(options.Offers)), options, offers);
    }

    /// <summary>
    /// Rejects unknown keys, because a misspelt setting would have no effect. The configuration root is not checked.
    /// </summary>
    internal static void RefuseUnknownKeys(IConfiguration configuration, string[] keys)
    {
        if (configuration is not IConfigurationSection section)
            return;
        foreach (var child in section.GetChildren())
        {
            if (keys.Contains(child.Key, StringComparer.OrdinalIgnoreCase))
                continue;

            // A secret may be in the place of a name, so a name that could be a secret is not included in the message.
            var named =
                child.Key.Length <= LongestName && child.Key.All(char.IsAsciiLetter)
                    ? child.Path
                    : $"A name in {section.Path}:";
            throw new ArgumentException(
                $"{named} is not a setting of DodoUpsell: remove it, or correct its name to one of "
                    + $"{string.Join(", ", keys)}."
            );
        }
    }

    // Reported by the validation if nothing reads them: rules that have no effect are a mistake.
    private static void ReadOffers(IConfigurationSection section, DodoUpsellOptions options, IOfferSettings? offers)
    {
        if (!section.Exists())
            return;
        if (offers is not null)
            offers.Read(section, options.Offers);
        else
            options.UnreadOffers = section.Path;
    }

    // A single secret as text, or several as a list.
    private static void ReadSecrets(IConfigurationSection section, DodoUpsellOptions options)
    {
        var secrets = section
            .GetChildren()
            .Select(child => child.Value)
            .Prepend(section.Value)
            .OfType<string>()
            .ToList();
        if (secrets.Count == 0)
            return;
        options.WebhookSecrets.Clear();
        foreach (var secret in secrets)
            options.WebhookSecrets.Add(secret);
    }

    internal static string? Text(IConfiguration configuration, string key) =>
        configuration[key] is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    private static T ReadEnum<T>(IConfiguration configuration, string key, string text)
        where T : struct, Enum =>
        Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value)
            ? value
            : throw Wrong(configuration, key, $"one of {string.Join(", ", Enum.GetNames<T>())}");

    private static Uri ReadAddress(IConfiguration configuration, string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
            ? address
            : throw Wrong(
                configuration,
                nameof(DodoUpsellOptions.BaseAddress),
                "an absolute URL such as https://test.dodopayments.com"
            );

    internal static TimeSpan ReadTime(IConfiguration configuration, string key, string text) =>
        TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var time)
            ? time
            : throw Wrong(configuration, key, "a time such as 00:00:30");

    internal static int ReadNumber(IConfiguration configuration, string key, string text) =>
        int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Wrong(configuration, key, "a whole number");

    // The value is not included in the message, because it may be a key that was put into the wrong setting.
    internal static ArgumentException Wrong(IConfiguration configuration, string key, string fix) =>
        WrongSection(configuration.GetSection(key), fix);

    internal static ArgumentException WrongSection(IConfigurationSection section, string fix) =>
        new($"{section.Path} has an invalid value: set it to {fix}.");
}
