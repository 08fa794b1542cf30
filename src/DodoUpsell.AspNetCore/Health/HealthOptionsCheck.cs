using Microsoft.Extensions.Options;

namespace DodoUpsell.AspNetCore.Health;

/// <summary>Refuses limits that a check could not apply, when the app starts.</summary>
internal sealed class HealthOptionsCheck : IValidateOptions<DodoUpsellHealthOptions>
{
    private const int MaxParked = 1000;

    public ValidateOptionsResult Validate(string? name, DodoUpsellHealthOptions options)
    {
        var failures = new List<string>();
        That(options.ApiInterval >= TimeSpan.Zero, nameof(options.ApiInterval), "must not be negative");
        That(options.ApiTimeout > TimeSpan.Zero, nameof(options.ApiTimeout), "must be greater than zero");
        That(options.MaxInboxLag >= TimeSpan.Zero, nameof(options.MaxInboxLag), "must not be negative");
        That(options.MaxSettlementLag >= TimeSpan.Zero, nameof(options.MaxSettlementLag), "must not be negative");
        That(
            options.MaxParkedDeliveries is >= 0 and <= MaxParked,
            nameof(options.MaxParkedDeliveries),
            "must be between 0 and 1000"
        );
        That(
            options.MaxParkedSettlements is >= 0 and <= MaxParked,
            nameof(options.MaxParkedSettlements),
            "must be between 0 and 1000"
        );
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);

        void That(bool isTrue, string property, string advice)
        {
            if (!isTrue)
                failures.Add($"{nameof(DodoUpsellHealthOptions)}.{property} {advice}.");
        }
    }
}
