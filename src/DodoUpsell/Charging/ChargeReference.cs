namespace DodoUpsell;

/// <summary>
/// Identifies the charge that a payment was made for. It is stored as two metadata entries, which are also present in
/// lists and webhooks.
/// </summary>
/// <param name="AttemptId">The globally unique id of the attempt. It alone decides which charge a payment belongs
/// to.</param>
/// <param name="Key">The charge key, or the default value if a server changed its text so that it is no longer a valid
/// key.</param>
public sealed record ChargeReference(string AttemptId, ChargeKey Key)
{
    internal const string KeyName = "dodoupsell_key";
    internal const string AttemptName = "dodoupsell_attempt";

    /// <summary>The number of metadata entries that the caller can use.</summary>
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

    /// <summary>Returns the caller's metadata with the entries that link a payment to its charge.</summary>
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
            $"must not set {KeyName} or {AttemptName}: the SDK uses them to link the payment to its charge key"
        );
        Check.That(
            metadata.Count <= PairsForCaller,
            name,
            $"must have at most {PairsForCaller} entries: the SDK adds two that link the payment to its charge key"
        );
    }
}
