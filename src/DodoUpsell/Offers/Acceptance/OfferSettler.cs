namespace DodoUpsell.Offers;

/// <summary>
/// Moves an offer to the state of its charge, whoever noticed it: the accept itself, a settlement or the worker. It
/// reads the ledger, so the order in which settlements arrive does not matter.
/// </summary>
internal sealed class OfferSettler(OfferEngine engine)
{
    /// <summary>Returns the id of the offer that a charge key belongs to, or null if it belongs to none.</summary>
    public static string? OfferIdOf(ChargeKey key)
    {
        const string PlanChange = "planchange-";
        var text = key.Value;
        if (text.StartsWith(PlanChange, StringComparison.Ordinal))
            text = text[PlanChange.Length..];
        return text.StartsWith("ofr_", StringComparison.Ordinal) ? text : null;
    }

    /// <summary>Moves the offer to the state of its charge. Returns the record, or null if there is no such offer.</summary>
    public Task<OfferRecord?> SettleAsync(string offerId, CancellationToken cancellationToken) =>
        throw new NotImplementedException($"{engine} {offerId}");

    /// <summary>Expires offers whose time is over, and settles accepted ones that were left behind.</summary>
    public Task SweepAsync(CancellationToken cancellationToken) => throw new NotImplementedException();
}
