using DodoUpsell.Emulator.Checkout;
using DodoUpsell.Emulator.Common;
using DodoUpsell.Emulator.Discounts;

namespace DodoUpsell.Emulator.Subscriptions.Billing;

/// <summary>What a renewal or a plan change comes to, in minor units.</summary>
internal sealed record Bill
{
    public required SubscriptionPlan Plan { get; init; }

    public required IReadOnlyList<BillLine> Lines { get; init; }

    /// <summary>Credit of the subscription that pays part of it.</summary>
    public long CreditUsed { get; init; }

    /// <summary>What it leaves over for later renewals: it came to less than nothing.</summary>
    public long CreditGranted { get; init; }

    /// <summary>
    /// What the charge was raised by, as the gateway takes no less; it becomes credit once it is paid.
    /// </summary>
    public long TopUp { get; init; }

    public long Tax { get; init; }

    /// <summary>What is charged, tax and top-up included.</summary>
    public long Total { get; init; }

    public string Currency => Plan.Price.Currency;

    /// <summary>How the credit of the subscription moves if all goes well.</summary>
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
