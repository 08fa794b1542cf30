using DodoUpsell;
using Samples;
using Spectre.Console;

namespace PostPurchaseUpsell;

/// <summary>
/// Shows the offer with its price and the card that would be charged. One click is one charge; where one click is not
/// possible, the customer gets a checkout page.
/// </summary>
internal sealed class Upsell(IDodoClient dodo, UpsellFlow upsells, IAnsiConsole console)
{
    // A shop would use the id of the order that was just paid. A double click, or a second run of this command, has the
    // same key.
    public static ChargeKey KeyOf(string customerId, string productId) => $"upsell-{customerId}-{productId}";

    public async Task<ChargeOutcome> OfferAsync(
        string customerId,
        string productId,
        CancellationToken cancellationToken
    )
    {
        var product = await dodo.Products.GetAsync(productId, cancellationToken);
        var price = await PriceAsync(customerId, productId, cancellationToken);
        console.MarkupLineInterpolated($"Offer: [bold]{product.Name}[/] for [bold]{Display.Of(price)}[/]");

        var method = await upsells.ChooseMethodAsync(customerId, cancellationToken: cancellationToken);
        foreach (var (rejected, reason) in method.Rejected)
            console.MarkupLineInterpolated($"[grey]Skipped {rejected.Label}: {reason}[/]");
        if (method.Chosen is { } card)
            console.MarkupLineInterpolated($"Pay with [bold]{card.Label}[/]: one click.");
        else
            console.MarkupLineInterpolated($"No card can be charged: {method.WhyNone}");

        var outcome = await upsells.ChargeAsync(
            new()
            {
                Key = KeyOf(customerId, productId),
                CustomerId = customerId,
                Items = [new() { ProductId = productId, Quantity = 1 }],
                PaymentMethodId = method.Chosen?.PaymentMethodId,
                PriceShown = price,
                ReturnUrl = "https://example.com/thanks",
            },
            cancellationToken
        );
        Tell(outcome);
        return outcome;
    }

    // The catalogue price may differ from what this customer pays: the preview includes tax, currency and discounts.
    private async Task<Money> PriceAsync(string customerId, string productId, CancellationToken cancellationToken)
    {
        var preview = await dodo.CheckoutSessions.PreviewAsync(
            new()
            {
                ProductCart = [new() { ProductId = productId, Quantity = 1 }],
                Customer = CustomerReference.Existing(customerId),
            },
            cancellationToken
        );
        return preview.DueNow ?? preview.TotalPriceMoney;
    }

    private void Tell(ChargeOutcome outcome)
    {
        console.MarkupLineInterpolated($"[grey]Message to the customer: {outcome.CustomerMessage}[/]");
        console.MarkupLine(
            outcome switch
            {
                ChargeOutcome.Succeeded paid => Markup.Escape(
                    $"Paid: {Display.Of(paid.Charged)}, payment {paid.PaymentId}. Deliver the product."
                ),
                ChargeOutcome.ActionRequired step => Markup.Escape(
                    $"3-D Secure, payment {step.PaymentId}. Send the customer to {step.Url}"
                ),
                ChargeOutcome.CheckoutRequired page => Markup.Escape(
                    $"One click is not possible ({page.Why}). Send the customer to {page.CheckoutUrl}"
                ),

                // The decline code is for the seller. A customer message must not tell a thief why a stolen card
                // failed.
                ChargeOutcome.Declined declined => Markup.Escape(
                    $"Declined ({declined.Reason.Code}), payment {declined.PaymentId}. Send the customer to "
                        + $"{declined.CheckoutUrl}"
                ),
                ChargeOutcome.Refused refused => Markup.Escape($"Refused: {refused.Refusal.Explanation}"),
                _ => Markup.Escape($"{outcome}: deliver nothing yet."),
            }
        );
    }
}
