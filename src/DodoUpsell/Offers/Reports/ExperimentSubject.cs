namespace DodoUpsell.Offers.Reports;

/// <summary>One subject of an experiment, and what it bought in its attribution window.</summary>
internal sealed class ExperimentSubject(int variant, OfferRecord first, IReadOnlyList<string> offeredProducts)
{
    private readonly Dictionary<string, PaymentBalance> _balances = new(StringComparer.Ordinal);

    public int Variant => variant;

    public Currency Currency => first.Shown.Currency;

    public bool HasConverted { get; private set; }

    public long Revenue =>
        _balances.Values.Where(balance => balance.Payment?.Amount.Currency == Currency).Sum(balance => balance.Net);

    public bool IsClosed(TimeSpan window, DateTimeOffset now) => first.MadeAt + window <= now;

    // What happens after the window does not change a result that was reported before.
    public void Add(OfferMoney money, TimeSpan window)
    {
        if (money.OccurredAt < first.MadeAt || money.OccurredAt >= first.MadeAt + window)
            return;
        if (!_balances.TryGetValue(money.PaymentId, out var balance))
            _balances[money.PaymentId] = balance = new();
        balance.Add(money);
        HasConverted |=
            money is { Kind: OfferMoneyKind.Payment, IsRenewal: false }
            && money.ProductIds.Any(id => offeredProducts.Contains(id, StringComparer.Ordinal));
    }
}
