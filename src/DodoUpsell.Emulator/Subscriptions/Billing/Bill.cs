using DodoUpsell.Emulator.Checkout;
using DodoUpsell.Emulator.Common;
using DodoUpsell.Emulator.Discounts;

namespace DodoUpsell.Emulator.Subscriptions.Billing;

/// <summary>The amounts of a renewal or a plan change, in minor units.</summary>
internal sealed record Bill
{
    public required SubscriptionPlan Plan { get; init; }

    public required IReadOnlyList<BillLine> Lines { get; init; }

    /// <summary>Gets the credit of the subscription that pays a part of the bill.</summary>
    public long CreditUsed { get; init; }

    /// <summary>Gets the credit for later renewals: the bill was negative.</summary>
    public long CreditGranted { get; init; }

    /// <summary>
    /// Gets the amount that was added to reach the gateway's minimum charge. It becomes credit once it is paid.
    /// </summary>
    public long TopUp { get; init; }

    public long Tax { get; init; }

    /// <summary>Gets the charged amount, including tax and top-up.</summary>
    public long Total { get; init; }

    public string Currency => Plan.Price.Currency;

    /// <summary>Gets the change of the subscription's credit if the payment succeeds.</summary>
    public long CreditMovement => CreditGranted + TopUp - CreditUsed;

    public PricedCart ToCart(IEnumerable<Discount> discounts) =>
        new(
            Currency,
            [
                new PricedLine(
                    Plan.Product,
                    Plan.Quantity,
                    Plan.Price.NetAmount,
                    Own: default,
                    [],
                    TrialDays: 0,
                    TrialPrice: default
                )
                {
                    Due = new TaxedAmount(Total - Tax, 0, Tax),
                },
            ]
        )
        {
            Discounts = [.. discounts],
        };
}
