using DodoUpsell.Charging;
using DodoUpsell.Webhooks;
using Microsoft.Extensions.Options;

namespace DodoUpsell;

/// <summary>Refuses options that could not work, naming the setting and the fix, before anything is sent.</summary>
internal sealed class DodoUpsellOptionsValidator : IValidateOptions<DodoUpsellOptions>
{
    public const int MostRetries = 10;
    public static readonly TimeSpan LongestTimeout = TimeSpan.FromHours(1);

    public ValidateOptionsResult Validate(string? name, DodoUpsellOptions options)
    {
        var failures = Failures(options).ToList();
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    /// <summary>For a client made without dependency injection.</summary>
    /// <exception cref="ArgumentException">An option is missing or wrong.</exception>
    public static void ThrowIfWrong(DodoUpsellOptions options) => ThrowIfAny(Failures(options));

    /// <summary>For an inbox made without dependency injection, which calls nobody and needs no key.</summary>
    /// <exception cref="ArgumentException">A webhook option is wrong.</exception>
    public static void ThrowIfWebhooksAreWrong(DodoUpsellOptions options) => ThrowIfAny(WebhookFailures(options));

    private static void ThrowIfAny(IEnumerable<string> failures)
    {
        var text = string.Join(" ", failures);
        if (text.Length > 0)
            throw new ArgumentException(text, "options");
    }

    private static IEnumerable<string> Failures(DodoUpsellOptions options)
    {
        string Key(string name) => options.KeyOf(name);

        var key = options.ApiKey.Reveal();
        if (string.IsNullOrWhiteSpace(key))
        {
            yield return $"{Key("ApiKey")} is missing: set it, or the environment variable {EnvironmentVariables.ApiKey}, to a "
                + $"key from the dashboard (Developer, API Keys).";
        }
        else if (key.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c > '~'))
        {
            yield return $"{Key("ApiKey")} has a space, a line break or another character that no key has: copy it again.";
        }

        if (options.Environment is null)
        {
            yield return $"{Key("Environment")} is missing: set it to Test or Live. There is no default, so that nobody "
                + $"charges real money by accident.";
        }
        else if (!Enum.IsDefined(options.Environment.Value))
        {
            yield return $"{Key("Environment")} is {(int)options.Environment}: set it to Test or Live.";
        }

        if (options.BaseAddress is { } address && AddressFailure(address) is { } failure)
            yield return $"{Key("BaseAddress")} {failure}";

        if (WrongTimeout(options.TotalTimeout))
            yield return $"{Key("TotalTimeout")} is {options.TotalTimeout}: set it above zero and to one hour at most.";
        if (WrongTimeout(options.AttemptTimeout))
            yield return $"{Key("AttemptTimeout")} is {options.AttemptTimeout}: set it above zero and to one hour at most.";
        if (options.MaxRetries is < 0 or > MostRetries)
            yield return $"{Key("MaxRetries")} is {options.MaxRetries}: set it to 0 up to {MostRetries}.";
        if (options.MaxResponseBytes < 1024)
            yield return $"{Key("MaxResponseBytes")} is {options.MaxResponseBytes}: set it to 1024 or more.";
        if (options.MaxClockSkew < TimeSpan.FromSeconds(10) || options.MaxClockSkew > TimeSpan.FromMinutes(15))
            yield return $"{Key("MaxClockSkew")} is {options.MaxClockSkew}: set it to 10 seconds up to 15 minutes.";
        if (!Enum.IsDefined(options.RateLimit))
            yield return $"{Key("RateLimit")} is {(int)options.RateLimit}: set it to Tier0, Tier1, Tier2 or Off.";
        foreach (var wrong in WebhookFailures(options))
            yield return wrong;
        foreach (var wrong in ChargingFailures(options))
            yield return wrong;
    }

    private static IEnumerable<string> WebhookFailures(DodoUpsellOptions options)
    {
        if (options.WebhookSecrets.Any(secret => string.IsNullOrWhiteSpace(secret.Reveal())))
        {
            yield return $"{options.KeyOf("WebhookSecrets")} has an empty entry: remove it, or set it to the endpoint's "
                + $"signing secret (whsec_…).";
        }
        else if (options.WebhookSecrets.Any(secret => !WebhookKey.IsValid(secret)))
        {
            yield return $"{options.KeyOf("WebhookSecrets")} has an entry that is not base64 of at least 16 bytes after its "
                + $"optional whsec_: copy the endpoint's signing secret whole.";
        }

        foreach (
            var failure in WebhookInboxOptionsRules.Failures(
                options.Webhooks,
                name => options.Section is null ? options.KeyOf($"Webhooks.{name}") : options.KeyOf($"Webhooks:{name}")
            )
        )
            yield return failure;
    }

    private static IEnumerable<string> ChargingFailures(DodoUpsellOptions options)
    {
        foreach (var (setting, value, fix) in ChargingOptionsCheck.Wrong(options.Charging, options.TotalTimeout))
            yield return $"{KeyOf(setting)} is {value}: {fix}.";

        string KeyOf(string setting) =>
            options.KeyOf(options.Section is null ? $"Charging.{setting}" : $"Charging:{setting}");
    }

    private static bool WrongTimeout(TimeSpan timeout) => timeout <= TimeSpan.Zero || timeout > LongestTimeout;

    // The address is not repeated: it may be, or hold, a key that was put into the wrong setting.
    private static string? AddressFailure(Uri address)
    {
        if (!address.IsAbsoluteUri)
            return "is not absolute: set it to an address such as https://test.dodopayments.com.";
        if (address.UserInfo.Length > 0)
            return "has user information in it: remove that; the key travels in a header.";
        if (address.Query.Length > 0 || address.Fragment.Length > 0)
            return "has a query or a fragment: remove the query and the fragment.";
        if (address.Scheme == Uri.UriSchemeHttps)
            return null;
        if (address.Scheme != Uri.UriSchemeHttp)
            return "has another scheme than https: use https.";
        return address.IsLoopback
            ? null
            : "is plain http to another machine, which would show the key to the network: use https; http is for "
                + "this machine only.";
    }
}
