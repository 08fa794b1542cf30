using System.Globalization;
using System.Text.Json.Serialization;

namespace DodoUpsell.AspNetCore;

/// <summary>Represents a quote of a plan change in a response.</summary>
public sealed record QuoteResponse
{
    /// <summary>Gets the id of the quote, to confirm it with, or null if the change is not possible.</summary>
    [JsonPropertyName("id")]
    public string? Id { get; init; }

    /// <summary>Gets whether the change is possible.</summary>
    [JsonPropertyName("isPossible")]
    public required bool IsPossible { get; init; }

    /// <summary>
    /// Gets the reason why the change is not possible, such as <c>not_active</c> or <c>nothing_changes</c>, or null.
    /// </summary>
    [JsonPropertyName("refusal")]
    public string? Refusal { get; init; }

    /// <summary>Gets the id of the subscription.</summary>
    [JsonPropertyName("subscriptionId")]
    public required string SubscriptionId { get; init; }

    /// <summary>Gets the kind of the change, such as <c>upgrade</c>, or null if it is not possible.</summary>
    [JsonPropertyName("kind")]
    public string? Kind { get; init; }

    /// <summary>Gets a sentence with what is charged now and later, in the culture of the request, or null.</summary>
    [JsonPropertyName("description")]
    public string? Description { get; init; }

    /// <summary>Gets the present plan, or null if the change is not possible.</summary>
    [JsonPropertyName("from")]
    public QuotedPlanResponse? From { get; init; }

    /// <summary>Gets the plan after the change, or null if the change is not possible.</summary>
    [JsonPropertyName("to")]
    public QuotedPlanResponse? To { get; init; }

    /// <summary>Gets the amount that is charged on confirmation, including tax, or null if it is not possible.</summary>
    [JsonPropertyName("dueNow")]
    public MoneyResponse? DueNow { get; init; }

    /// <summary>Gets the tax, or null if there is none.</summary>
    [JsonPropertyName("tax")]
    public MoneyResponse? Tax { get; init; }

    /// <summary>Gets the credit that the change grants for later renewals, or null if there is none.</summary>
    [JsonPropertyName("creditGranted")]
    public MoneyResponse? CreditGranted { get; init; }

    /// <summary>Gets the credit that pays for a part of the change, or null if there is none.</summary>
    [JsonPropertyName("creditUsed")]
    public MoneyResponse? CreditUsed { get; init; }

    /// <summary>Gets the discount codes that end with the change.</summary>
    [JsonPropertyName("discountsLost")]
    public IReadOnlyList<string> DiscountsLost { get; init; } = [];

    /// <summary>Gets the label of the saved payment method that is charged, or null.</summary>
    [JsonPropertyName("paymentMethodLabel")]
    public string? PaymentMethodLabel { get; init; }

    /// <summary>Gets the time at which the change takes effect, in UTC, or null if it is not possible.</summary>
    [JsonPropertyName("effectiveAt")]
    public DateTimeOffset? EffectiveAt { get; init; }

    /// <summary>Gets the date of the next renewal after the change, in UTC, or null if it is not possible.</summary>
    [JsonPropertyName("nextBillingDate")]
    public DateTimeOffset? NextBillingDate { get; init; }

    /// <summary>Gets the time until which the quote can be confirmed, in UTC, or null if it is not possible.</summary>
    [JsonPropertyName("expiresAt")]
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Returns the name of the type only.</summary>
    public override string ToString() => nameof(QuoteResponse);

    internal static QuoteResponse Of(PlanChangeQuote quote, CultureInfo? culture = null) =>
        quote.Refusal is { } refusal
            ? new()
            {
                IsPossible = false,
                Refusal = Words.Of(refusal.Reason),
                SubscriptionId = quote.Request.SubscriptionId,
            }
            : new()
            {
                Id = quote.Id,
                IsPossible = true,
                SubscriptionId = quote.Request.SubscriptionId,
                Kind = Words.Of(quote.Kind),
                Description = quote.Describe(culture),
                From = quote.From is { } from ? QuotedPlanResponse.Of(from) : null,
                To = quote.To is { } to ? QuotedPlanResponse.Of(to) : null,
                DueNow = MoneyResponse.Of(quote.DueNow),
                Tax = MoneyResponse.Of(quote.Tax),
                CreditGranted = MoneyResponse.OfNonZero(quote.CreditGranted),
                CreditUsed = MoneyResponse.OfNonZero(quote.CreditUsed),
                DiscountsLost = quote.DiscountsLost,
                PaymentMethodLabel = quote.PaymentMethodLabel,
                EffectiveAt = quote.EffectiveAt,
                NextBillingDate = quote.NextBillingDate,
                ExpiresAt = quote.ExpiresAt,
            };
}

/// <summary>Represents a plan of a quote in a response.</summary>
/// <param name="ProductId">The product id of the plan.</param>
/// <param name="Name">The name of the plan, or null if it has none.</param>
/// <param name="Quantity">The quantity, such as the number of seats.</param>
/// <param name="Recurring">The price of each renewal, before tax unless <paramref name="TaxInclusive"/> is true.</param>
/// <param name="TaxInclusive">Whether the price includes tax.</param>
public sealed record QuotedPlanResponse(
    [property: JsonPropertyName("productId")] string ProductId,
    [property: JsonPropertyName("name")] string? Name,
    [property: JsonPropertyName("quantity")] int Quantity,
    [property: JsonPropertyName("recurring")] MoneyResponse Recurring,
    [property: JsonPropertyName("taxInclusive")] bool TaxInclusive
)
{
    internal static QuotedPlanResponse Of(QuotedPlan plan) =>
        new(plan.ProductId, plan.Name, plan.Quantity, MoneyResponse.Of(plan.Recurring), plan.TaxInclusive);
}
