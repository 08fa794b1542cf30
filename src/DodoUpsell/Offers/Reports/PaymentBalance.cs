namespace DodoUpsell.Offers.Reports;

/// <summary>
/// What is left of one payment after its refunds and lost disputes, whatever the order in which they were recorded.
/// </summary>
internal sealed class PaymentBalance
{
    private long _refunded;
    private bool _isLost;

    /// <summary>Gets the payment, or null if only a refund or a dispute of it is known.</summary>
    public OfferMoney? Payment { get; private set; }

    public long Gross => Payment?.Amount.MinorUnits ?? 0;

    // Nothing is lost twice, whatever the refunds add up to.
    public long Refunded => Math.Min(_refunded, Gross);

    /// <summary>Gets what a lost dispute took back: what was not refunded before.</summary>
    public long Disputed => _isLost ? Gross - Refunded : 0;

    public long Net => Gross - Refunded - Disputed;

    public void Add(OfferMoney money)
    {
        switch (money.Kind)
        {
            case OfferMoneyKind.Payment:
                Payment = money;
                break;
            case OfferMoneyKind.Refund:
                _refunded = checked(_refunded + money.Amount.MinorUnits);
                break;
            case OfferMoneyKind.DisputeLost:
                _isLost = true;
                break;
            case OfferMoneyKind.DisputeOpened:
                break;
            default:
                throw new InvalidOperationException($"{money.Kind} is not a known movement of money.");
        }
    }
}
