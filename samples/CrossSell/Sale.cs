using DodoUpsell;
using Samples;
using Spectre.Console;

namespace CrossSell;

/// <summary>One click, and what the customer is told about it.</summary>
internal sealed class Sale(CrossSellFlow crossSells, IAnsiConsole console)
{
    // Whoever buys this product again gets another key; a double click, or this command run twice, does not.
    public static ChargeKey KeyOf(string customerId, string productId) => $"cross-sell-{customerId}-{productId}";

    public async Task<ChargeOutcome> ClickAsync(
        string customerId,
        string productId,
        CountryCode? country,
        CancellationToken cancellationToken
    )
    {
        console.MarkupLineInterpolated($"[bold]{customerId}[/] clicks: one [bold]{productId}[/], please.");
        var outcome = await crossSells.ChargeAsync(
            new()
            {
                Key = KeyOf(customerId, productId),
                CustomerId = customerId,
                Items = [new() { ProductId = productId, Quantity = 1 }],
                BillingAddress = country is { } given ? new() { Country = given } : null,
                ReturnUrl = "https://example.com/thanks",
            },
            cancellationToken
        );

        console.MarkupLineInterpolated($"  Customer reads: {outcome.CustomerMessage}");
        console.MarkupLine(
            outcome switch
            {
                ChargeOutcome.Succeeded paid => Markup.Escape(
                    $"  Paid {Display.Of(paid.Charged)}, payment {paid.PaymentId}: hand it over."
                ),
                ChargeOutcome.ActionRequired step => Markup.Escape($"  Send them to {step.Url}"),
                ChargeOutcome.CheckoutRequired page => Markup.Escape(
                    $"  One click is not possible ({page.Why}): send them to {page.CheckoutUrl}"
                ),
                ChargeOutcome.Declined declined => Markup.Escape(
                    $"  Declined ({declined.Reason.Code}): send them to {declined.CheckoutUrl}"
                ),
                ChargeOutcome.Refused refused => Markup.Escape($"  Refused: {refused.Refusal.Explanation}"),
                _ => Markup.Escape($"  {outcome}: nothing to hand over yet."),
            }
        );
        return outcome;
    }
}
