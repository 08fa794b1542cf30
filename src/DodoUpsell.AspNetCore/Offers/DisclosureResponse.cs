using System.Text.Json.Serialization;

namespace DodoUpsell.AspNetCore;

/// <summary>Represents what the customer must be shown before accepting an offer, in a response.</summary>
public sealed record DisclosureResponse
{
    /// <summary>Gets the id of the disclosure. Send it when the customer accepts.</summary>
    [JsonPropertyName("id")]
    public required string Id { get; init; }

    /// <summary>Gets the name of the culture of the texts, such as <c>en</c> or <c>de-DE</c>.</summary>
    [JsonPropertyName("culture")]
    public required string Culture { get; init; }

    /// <summary>Gets the lines to show, in order.</summary>
    [JsonPropertyName("lines")]
    public required IReadOnlyList<DisclosureLineResponse> Lines { get; init; }

    /// <summary>Gets the amount that is charged now, including tax. Show it directly above the button.</summary>
    [JsonPropertyName("dueNow")]
    public required MoneyResponse DueNow { get; init; }

    /// <summary>Gets the label of the payment method that is charged, or null if the customer pays on a page.</summary>
    [JsonPropertyName("paymentMethodLabel")]
    public string? PaymentMethodLabel { get; init; }

    /// <summary>Gets the URL of the seller's terms, or null if none is configured.</summary>
    [JsonPropertyName("termsUrl")]
    public string? TermsUrl { get; init; }

    /// <summary>Gets the words on the button that accepts.</summary>
    [JsonPropertyName("acceptText")]
    public required string AcceptText { get; init; }

    /// <summary>Gets the words on the button that declines.</summary>
    [JsonPropertyName("declineText")]
    public required string DeclineText { get; init; }

    /// <summary>Returns the id only.</summary>
    public override string ToString() => $"{nameof(DisclosureResponse)} ({Id})";

    internal static DisclosureResponse Of(OfferDisclosure disclosure) =>
        new()
        {
            Id = disclosure.Id,
            Culture = disclosure.Culture,
            Lines =
            [
                .. disclosure.Lines.Select(line => new DisclosureLineResponse(
                    Words.Of(line.Kind),
                    line.Text,
                    MoneyResponse.Of(line.Amount)
                )),
            ],
            DueNow = MoneyResponse.Of(disclosure.DueNow),
            PaymentMethodLabel = disclosure.PaymentMethodLabel,
            TermsUrl = disclosure.TermsUrl,
            AcceptText = disclosure.AcceptText,
            DeclineText = disclosure.DeclineText,
        };
}

/// <summary>Represents one line of a disclosure in a response.</summary>
/// <param name="Kind">The kind, such as <c>item</c>, <c>tax</c>, <c>total</c> or <c>payment_method</c>.</param>
/// <param name="Text">The text, with names and amounts in the culture of the disclosure.</param>
/// <param name="Amount">The amount, or null if it has none.</param>
public sealed record DisclosureLineResponse(
    [property: JsonPropertyName("kind")] string Kind,
    [property: JsonPropertyName("text")] string Text,
    [property: JsonPropertyName("amount")] MoneyResponse? Amount
)
{
    /// <summary>Returns the kind only.</summary>
    public override string ToString() => $"{nameof(DisclosureLineResponse)} ({Kind})";
}
