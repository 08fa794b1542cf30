using DodoUpsell.Charging;
using DodoUpsell.Webhooks;
using Microsoft.Extensions.Options;

namespace DodoUpsell;

/// <summary>Validates the options before anything is sent. Each error names the setting and the fix.</summary>
internal sealed class DodoUpsellOptionsValidator : IValidateOptions<DodoUpsellOptions>
{
    public const int MostRetries = 10;
    public static readonly TimeSpan LongestTimeout = TimeSpan.FromHours(1);

    private static readonly TimeSpan ShortestClockSkew = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestClockSkew = TimeSpan.FromMinutes(15);

    public ValidateOptionsResult Validate(string? name, DodoUpsellOptions options)
    {
        var failures = Failures(options);
        return failures is { Count: > 0 } ? ValidateOptionsResult.Fail(failures) : ValidateOptionsResult.Success;
    }

    /// <summary>Validates the options of a client without dependency injection.</summary>
    /// <exception cref="ArgumentException">An option is missing or invalid.</exception>
    public static void ThrowIfWrong(DodoUpsellOptions options) => ThrowIfAny(Failures(options));

    /// <summary>
    /// Validates the options of an inbox without dependency injection, which makes no API calls and needs no key.
    /// </summary>
    /// <exception cref="ArgumentException">A webhook option is invalid.</exception>
    public static void ThrowIfWebhooksAreWrong(DodoUpsellOptions options) => ThrowIfAny([.. WebhookFailures(options)]);

    private static void ThrowIfAny(List<string>? failures)
    {
        if (failures is { Count: > 0 })
            throw new ArgumentException(string.Join(" ", failures), "options");
    }

    // Written so that valid options need little code: each client is validated before its first call.
    private static List<string>? Failures(DodoUpsellOptions options)
    {
        List<string>? failures = null;
        if (KeyFailure(options.ApiKey.Reveal()) is { } key)
            Add("ApiKey", key);
        if (options.Environment is null)
            Add(
                "Environment",
                "is missing: set it to Test or Live. There is no default, so that real money is never charged by "
                    + "accident."
            );
        else if (options.Environment is not (DodoEnvironment.Test or DodoEnvironment.Live))
            Add("Environment", $"is {(int)options.Environment}: set it to Test or Live.");
        if (options.BaseAddress is { } address && AddressFailure(address) is { } failure)
            Add("BaseAddress", failure);
        if (WrongTimeout(options.TotalTimeout))
            AddWrong("TotalTimeout", options.TotalTimeout, "it must be greater than zero and at most 1 hour");
        if (WrongTimeout(options.AttemptTimeout))
            AddWrong("AttemptTimeout", options.AttemptTimeout, "it must be greater than zero and at most 1 hour");
        if (options.MaxRetries is < 0 or > MostRetries)
            AddWrong("MaxRetries", options.MaxRetries, $"it must be between 0 and {MostRetries}");
        if (options.MaxResponseBytes < 1024)
            AddWrong("MaxResponseBytes", options.MaxResponseBytes, "it must be at least 1024");
        if (options.MaxClockSkew < ShortestClockSkew || options.MaxClockSkew > LongestClockSkew)
            AddWrong("MaxClockSkew", options.MaxClockSkew, "it must be between 10 seconds and 15 minutes");
        if (options.RateLimit is < RateLimitTier.Tier0 or > RateLimitTier.Off)
            AddWrong("RateLimit", (int)options.RateLimit, "set it to Tier0, Tier1, Tier2 or Off");
        if (options.HasWebhookSecrets || options.HasWebhookSettings)
            (failures ??= []).AddRange(WebhookFailures(options));

        // Their defaults are valid with the default timeout, and any shorter one.
        if (options.HasChargingSettings || options.TotalTimeout > DodoUpsellOptions.DefaultTotalTimeout)
            AddChargingFailures(options, failures ??= []);
        return failures;

        void Add(string name, string what) => (failures ??= []).Add($"{options.KeyOf(name)} {what}");

        void AddWrong(string name, object value, string fix) => Add(name, $"is {value}: {fix}.");
    }

    private static void AddChargingFailures(DodoUpsellOptions options, List<string> failures) =>
        ChargingOptionsCheck.Check(
            options.Charging,
            options.TotalTimeout,
            (setting, value, fix) =>
            {
                var name = options.Section is null ? $"Charging.{setting}" : $"Charging:{setting}";
                failures.Add($"{options.KeyOf(name)} is {value}: {fix}.");
            }
        );

    private static string? KeyFailure(string key)
    {
        if (string.IsNullOrWhiteSpace(key))
        {
            return $"is missing: set it, or the environment variable {EnvironmentVariables.ApiKey}, to a key from the "
                + $"dashboard (Developer, API Keys).";
        }

        return key.AsSpan().ContainsAnyExceptInRange('!', '~')
            ? "contains a space, a line break or another character that is not valid in a key: copy the key again."
            : null;
    }

    private static IEnumerable<string> WebhookFailures(DodoUpsellOptions options)
    {
        if (options.WebhookSecrets.Any(secret => string.IsNullOrWhiteSpace(secret.Reveal())))
        {
            yield return $"{options.KeyOf("WebhookSecrets")} has an empty entry: remove it, or set it to the "
                + $"endpoint's signing secret (whsec_…).";
        }
        else if (options.WebhookSecrets.Any(secret => !WebhookKey.IsValid(secret)))
        {
            yield return $"{options.KeyOf("WebhookSecrets")} has an entry that is not base64 of at least 16 bytes "
                + $"after its optional prefix whsec_: copy the complete signing secret of the endpoint.";
        }

        foreach (
            var failure in WebhookInboxOptionsRules.Failures(
                options.Webhooks,
                name => options.Section is null ? options.KeyOf($"Webhooks.{name}") : options.KeyOf($"Webhooks:{name}")
            )
        )
            yield return failure;
    }

    private static bool WrongTimeout(TimeSpan timeout) => timeout <= TimeSpan.Zero || timeout > LongestTimeout;

    // The URL is not included in messages, because it may be or contain a key that was put into the wrong setting.
    private static string? AddressFailure(Uri address)
    {
        if (!address.IsAbsoluteUri)
            return "is not an absolute URL: set it to a URL such as https://test.dodopayments.com.";
        if (address.UserInfo.Length > 0)
            return "contains user information: remove it. The key is sent in a header.";
        if (address.Query.Length > 0 || address.Fragment.Length > 0)
            return "contains a query or a fragment: remove the query and the fragment.";
        if (address.Scheme == Uri.UriSchemeHttps)
            return null;
        if (address.Scheme != Uri.UriSchemeHttp)
            return "does not use the scheme https: use https.";
        return address.IsLoopback
            ? null
            : "uses plain http to another machine, which would expose the key on the network: use https. Plain "
                + "http is accepted only for this machine.";
    }
}
