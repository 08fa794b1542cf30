namespace DodoUpsell.Offers.Reports;

/// <summary>Adds up the offers and the money of one rule and variant in one currency.</summary>
internal sealed class ReportRow(string ruleId, string? variant, Currency currency)
{
    private readonly int[] _states = new int[Enum.GetValues<OfferState>().Length];
    private int _paid;
    private long _gross;
    private long _refunded;
    private long _disputed;
    private long _renewals;

    public void Add(OfferRecord offer) => _states[(int)offer.State]++;

    public void Add(PaymentBalance balance, bool isRenewal)
    {
        if (isRenewal)
        {
            _renewals = checked(_renewals + balance.Net);
            return;
        }

        _paid += balance.Gross > 0 ? 1 : 0;
        _gross = checked(_gross + balance.Gross);
        _refunded = checked(_refunded + balance.Refunded);
        _disputed = checked(_disputed + balance.Disputed);
    }

    public OfferReportRow ToRow() =>
        new()
        {
            RuleId = ruleId,
            Variant = variant,
            Shown = _states.Sum() - Number(OfferState.Withheld),
            Accepted = Number(OfferState.Accepted),
            Declined = Number(OfferState.Declined),
            Expired = Number(OfferState.Expired),
            Failed = Number(OfferState.Failed),
            Open = Number(OfferState.Open) + Number(OfferState.Accepting),
            Withheld = Number(OfferState.Withheld),
            Paid = _paid,
            Gross = new(_gross, currency),
            Refunded = new(_refunded, currency),
            Disputed = new(_disputed, currency),
            Renewals = new(_renewals, currency),
        };

    private int Number(OfferState state) => _states[(int)state];
}
