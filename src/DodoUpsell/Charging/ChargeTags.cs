namespace DodoUpsell.Charging;

/// <summary>What ties a payment to its charge key: two pairs in its metadata, which its webhooks carry too.</summary>
internal static class ChargeTags
{
    public const string Key = "dodoupsell_key";
    public const string Attempt = "dodoupsell_attempt";

    /// <summary>How many pairs are left for the caller.</summary>
    public const int PairsForCaller = Metadata.MaxPairs - 2;

    public static Metadata On(Metadata? caller, ChargeKey key, string attemptId) =>
        (caller ?? Metadata.Empty).With(new Metadata { [Key] = key.Value, [Attempt] = attemptId });

    public static bool TryRead(Metadata metadata, out ChargeKey key, out string attemptId)
    {
        (key, attemptId) = (default, "");
        if (!metadata.TryGetValue(Key, out var keyText) || !metadata.TryGetValue(Attempt, out var attemptText)) return false;
        if (keyText.AsString() is not { Length: > 0 and <= ChargeKey.MaxLength } text || attemptText.AsString() is not { Length: > 0 } attempt) return false;
        try
        {
            (key, attemptId) = (new ChargeKey(text), attempt);
            return true;
        }
        catch (ArgumentException)
        {
            // Somebody else's metadata under our name.
            return false;
        }
    }

    public static void RefuseInCallers(Metadata? metadata, string name)
    {
        Check.Metadata(metadata, name);
        if (metadata is null) return;
        Check.That(!metadata.ContainsKey(Key) && !metadata.ContainsKey(Attempt), name, $"must not set {Key} or {Attempt}, which tie the payment to its charge key");
        Check.That(metadata.Count <= PairsForCaller, name, $"takes at most {PairsForCaller} pairs here; two more tie the payment to its charge key");
    }
}
