namespace DodoUpsell.Offers.Reports;

/// <summary>Builds the reports of all currencies from the offers and the money that were read. It does no I/O.</summary>
internal sealed class ReportBuilder(
    DateTimeOffset from,
    DateTimeOffset to,
    DateTimeOffset now,
    IReadOnlyList<OfferRule> experiments
)
{
    private readonly Dictionary<string, (string RuleId, string? Variant)> _offers = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Currency, string RuleId, string? Variant), ReportRow> _rows = [];
    private readonly Dictionary<string, PaymentBalance> _balances = new(StringComparer.Ordinal);
    private readonly List<ExperimentBuilder> _experiments =
    [
        .. experiments.Select(rule => new ExperimentBuilder(rule, now)),
    ];

    /// <summary>Adds an offer. Offers are added in the order in which they were made, before any money.</summary>
    public void Add(OfferRecord offer)
    {
        foreach (var experiment in _experiments)
            experiment.Add(offer);
        if (offer.MadeAt < from || offer.MadeAt >= to)
            return;
        _offers[offer.Id] = (offer.RuleId, offer.Variant);
        RowOf(offer.Shown.Currency, offer.RuleId, offer.Variant).Add(offer);
    }

    public void Add(OfferMoney money)
    {
        foreach (var experiment in _experiments)
            experiment.Add(money);
        if (!_balances.TryGetValue(money.PaymentId, out var balance))
            _balances[money.PaymentId] = balance = new();
        balance.Add(money);
    }

    public IReadOnlyList<OfferReport> ToReports()
    {
        foreach (var balance in _balances.Values)
            Book(balance);
        return
        [
            .. _rows
                .GroupBy(row => row.Key.Currency, StringComparer.Ordinal)
                .OrderBy(currency => currency.Key, StringComparer.Ordinal)
                .Select(currency => new OfferReport
                {
                    From = from,
                    To = to,
                    Currency = new(currency.Key),
                    Rows =
                    [
                        .. currency
                            .OrderBy(row => row.Key.RuleId, StringComparer.Ordinal)
                            .ThenBy(row => row.Key.Variant, StringComparer.Ordinal)
                            .Select(row => row.Value.ToRow()),
                    ],
                    Experiments = [.. _experiments.Select(experiment => experiment.ToReport(new(currency.Key)))],
                }),
        ];
    }

    // A payment in another currency than the offer's is booked in its own, so that no report mixes currencies.
    private void Book(PaymentBalance balance)
    {
        if (balance.Payment is { OfferId: { } offerId } payment && _offers.TryGetValue(offerId, out var offer))
            RowOf(payment.Amount.Currency, offer.RuleId, offer.Variant).Add(balance, payment.IsRenewal);
    }

    private ReportRow RowOf(Currency currency, string ruleId, string? variant)
    {
        var key = (currency.Value, ruleId, variant);
        if (!_rows.TryGetValue(key, out var row))
            _rows[key] = row = new(ruleId, variant, currency);
        return row;
    }
}
