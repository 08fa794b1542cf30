using DodoUpsell;
using Samples;
using Spectre.Console;

namespace CrossSell;

/// <summary>Charges one click and prints the outcome and the customer's message.</summary>
internal sealed class Sale(CrossSellFlow crossSells, IAnsiConsole console)
{
    // If the customer may buy the product again, use another key for each purchase. A double click, or a second run of
    // this command, must have the same key.
    public static ChargeKey KeyOf(string customerId, string productId) => $"cross-sell-{customerId}-{productId}";

    public async Task<ChargeOutcome> ClickAsync(
        string customerId,
        string productId,
        CountryCode? country,
        CancellationToken cancellationToken
    )
    {
        console.MarkupLineInterpolated($"[bold]{customerId}[/] clicks to buy [bold]{productId}[/].");
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

        console.MarkupLineInterpolated($"  Message to the customer: {outcome.CustomerMessage}");
        console.MarkupLine(
            outcome switch
            {
                ChargeOutcome.Succeeded paid => Markup.Escape(
                    $"  Paid {Display.Of(paid.Charged)}, payment {paid.PaymentId}. Deliver the product."
                ),
                ChargeOutcome.ActionRequired step => Markup.Escape($"  3-D Secure: send the customer to {step.Url}"),
                ChargeOutcome.CheckoutRequired page => Markup.Escape(
                    $"  One click is not possible ({page.Why}): send the customer to {page.CheckoutUrl}"
                ),
                ChargeOutcome.Declined declined => Markup.Escape(
                    $"  Declined ({declined.Reason.Code}): send the customer to {declined.CheckoutUrl}"
                ),
                ChargeOutcome.Refused refused => Markup.Escape($"  Refused: {refused.Refusal.Explanation}"),
                _ => Markup.Escape($"  {outcome}: deliver nothing yet."),
            }
        );
        return outcome;
    }
}
