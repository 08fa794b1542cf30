using DodoUpsell.AspNetCore.Security;
using Microsoft.Extensions.Options;

namespace DodoUpsell.AspNetCore;

/// <summary>Refuses paths and origins that could lead a customer elsewhere, when the app starts.</summary>
internal sealed class EndpointOptionsCheck : IValidateOptions<DodoUpsellEndpointOptions>
{
    public ValidateOptionsResult Validate(string? name, DodoUpsellEndpointOptions options)
    {
        var failures = new List<string>();
        Path(options.OfferAcceptedPath, nameof(options.OfferAcceptedPath));
        Path(options.OfferDeclinedPath, nameof(options.OfferDeclinedPath));
        Path(options.QuotePath, nameof(options.QuotePath));
        Path(options.QuoteConfirmedPath, nameof(options.QuoteConfirmedPath));
        foreach (var origin in options.TrustedOrigins)
            Origin(origin, nameof(options.TrustedOrigins));
        if (options.PublicOrigin is { } own)
            Origin(own, nameof(options.PublicOrigin));
        if (options.MaxQuotesPerSubject is < 1 or > 1000)
            failures.Add($"{nameof(options.MaxQuotesPerSubject)} must be between 1 and 1000.");
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);

        void Path(string? value, string property)
        {
            if (!OwnPath.IsOwn(value))
                failures.Add($"{property} must be a path of this app, such as /thanks/{{id}}: it begins with one '/'.");
        }

        void Origin(string? value, string property)
        {
            if (!OwnPath.IsOrigin(value))
                failures.Add(
                    $"{property} must be a scheme and host, such as https://shop.example.com, without a path."
                );
        }
    }
}
