using DodoUpsell.Emulator.Payments;

namespace DodoUpsell.Emulator.Refunds;

/// <summary>One product of a payment, with what was paid for it and what has not been sent back, tax included.</summary>
internal sealed record RefundableItem(string Id, int Paid, int Tax, int Remaining)
{
    public static IReadOnlyList<RefundableItem> Of(Payment payment)
        => [.. payment.Cart.Lines
            .GroupBy(line => line.Product.Id, StringComparer.Ordinal)
            .Select(lines =>
            {
                var paid = (int)lines.Sum(line => line.DueNow.Total);
                int refunded = payment.Refunds.Sum(refund => refund.Items.GetValueOrDefault(lines.Key));
                return new RefundableItem(lines.Key, paid, (int)lines.Sum(line => line.DueNow.Tax), paid - refunded);
            })];

    /// <summary>What an amount before tax comes to with its share of the tax.</summary>
    public long WithTax(int amount)
    {
        int net = Paid - Tax;
        return net == 0 ? amount : (long)decimal.Round((decimal)amount * Paid / net, MidpointRounding.AwayFromZero);
    }
}
