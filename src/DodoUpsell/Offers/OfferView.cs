namespace DodoUpsell.Offers;

/// <summary>Converts records to what apps see.</summary>
internal static class OfferView
{
    /// <summary>
    /// Returns the offer of a record. An open offer whose time is over is shown as expired, even if that is not stored
    /// yet.
    /// </summary>
    public static Offer Of(OfferRecord record, DateTimeOffset now) =>
        throw new NotImplementedException($"{record} {now}");
}
