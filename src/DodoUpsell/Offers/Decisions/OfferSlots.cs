namespace DodoUpsell.Offers;

/// <summary>Names the occasions that offers fill. Of two decisions for one occasion, the first that is stored wins.</summary>
internal static class OfferSlots
{
    private const string Placement = "place:";

    /// <summary>Returns the slot of a purchase. It is filled for ever: there is one offer for each purchase.</summary>
    public static string AfterPurchase(string paymentId) => $"purchase:{paymentId}";

    /// <summary>Returns the slot of the downsell after a declined offer. It is filled for ever.</summary>
    public static string AfterOffer(string offerId) => $"after:{offerId}";

    /// <summary>Returns the slot of a placement, which is free again when its offer has ended.</summary>
    public static string At(string placement, OfferSubject subject) => $"{Placement}{placement}:{subject.Id}";

    /// <summary>Returns what a slot becomes when its offer has ended: a placement is free again.</summary>
    public static string? AfterEnd(string? slot) =>
        slot?.StartsWith(Placement, StringComparison.Ordinal) == true ? null : slot;
}
