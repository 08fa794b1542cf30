using DodoUpsell.Emulator.Payments;

namespace DodoUpsell.Emulator.Refunds;

/// <summary>
/// One product of a payment, with the amount paid for it and the amount not yet returned by a refund or dispute,
/// including tax.
/// </summary>
internal sealed record RefundableItem(string Id, int Paid, int Tax, int Remaining)
{
    public static IReadOnlyList<RefundableItem> Of(Payment payment) =>
        [
            .. payment
                .Cart.Lines.GroupBy(line => line.Product.Id, StringComparer.Ordinal)
                .Select(lines =>
                {
                    var paid = (int)lines.Sum(line => line.DueNow.Total);
                    var refunded = payment.Refunds.Sum(refund => refund.Items.GetValueOrDefault(lines.Key));
                    var lost = payment.Disputes.Sum(dispute => dispute.Returned.GetValueOrDefault(lines.Key));
                    return new RefundableItem(
                        lines.Key,
                        paid,
                        (int)lines.Sum(line => line.DueNow.Tax),
                        paid - refunded - lost
                    );
                }),
        ];

    /// <summary>Divides an amount among items, one after another, up to the remaining amount of each.</summary>
    public static Dictionary<string, int> Spread(IEnumerable<RefundableItem> items, int amount)
    {
        var parts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            var part = Math.Min(amount, item.Remaining);
            if (part == 0)
                continue;

            parts.Add(item.Id, part);
            amount -= part;
        }

        return parts;
    }

    /// <summary>Returns an amount before tax plus its share of the tax.</summary>
    public long WithTax(int amount)
    {
        var net = Paid - Tax;
        return net == 0 ? amount : (long)decimal.Round((decimal)amount * Paid / net, MidpointRounding.AwayFromZero);
    }
}
