namespace DodoUpsell;

/// <summary>Provides the texts of disclosures. Derive a class and register it to translate them.</summary>
public class OfferMessages
{
    /// <summary>Gets the built-in texts.</summary>
    public static OfferMessages Default { get; } = new();
}
