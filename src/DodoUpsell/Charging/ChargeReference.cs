namespace DodoUpsell;

/// <summary>
/// What ties a payment to the charge that it was made for: two pairs in its metadata, which lists and webhooks carry
/// too.
/// </summary>
/// <param name="AttemptId">The attempt's id, unique for ever. It alone decides which charge a payment belongs
/// to.</param>
/// <param name="Key">The charge key; the default value if a server has changed its text beyond recognition.</param>
public sealed record ChargeReference(string AttemptId, ChargeKey Key)
{
    internal const string KeyName = "dodoupsell_key";
    internal const string AttemptName = "dodoupsell_attempt";

    /// <summary>How many pairs of metadata are left for the caller.</summary>
    internal const int PairsForCaller = Metadata.MaxPairs - 2;

    /// <summary>Reads the reference from a payment's metadata, or returns null if it has none.</summary>
    public static ChargeReference? Read(Metadata metadata)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        if (!metadata.TryGetValue(AttemptName, out var attempt) || attempt.AsString() is not { Length: > 0 } id)
            return null;
        return new(
            id,
            metadata.TryGetValue(KeyName, out var key) && ChargeKey.TryParse(key.AsString(), out var parsed)
                ? parsed
                : default
        );
    }

    /// <summary>The caller's metadata with the pairs that tie a payment to its charge.</summary>
    internal static Metadata AddTo(Metadata? caller, ChargeKey key, string attemptId) =>
        (caller ?? Metadata.Empty).With(new Metadata { [KeyName] = key.Value, [AttemptName] = attemptId });

    internal static void RefuseInCallers(Metadata? metadata, string name)
    {
        Check.Metadata(metadata, name);
        if (metadata is null)
            return;
        Check.That(
            !metadata.ContainsKey(KeyName) && !metadata.ContainsKey(AttemptName),
            name,
            $"must not set {KeyName} or {AttemptName}, which tie the payment to its charge key"
        );
        Check.That(
            metadata.Count <= PairsForCaller,
            name,
            $"takes at most {PairsForCaller} pairs here; two more tie the payment to its charge key"
        );
    }
}
