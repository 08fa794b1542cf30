namespace DodoUpsell.Charging;

/// <summary>What running the protocol came to: a record, or a refusal that leaves no record.</summary>
internal readonly record struct ChargeRun(ChargeRecord? Record, ChargeRefusal? Refusal)
{
    /// <summary>It was too late to begin, and nothing had begun before.</summary>
    public static ChargeRun Expired => default;

    public static ChargeRun KeyInUse { get; } =
        Turned(
            new ChargeRefusal(
                ChargeRefusalReason.KeyUsedForAnotherCharge,
                default,
                "This charge key was used before for another customer, cart or price. One key names one charge: "
                    + "use the same request again to learn its outcome, or a new key for a new charge."
            )
        );

    public static ChargeRun Of(ChargeRecord record) => new(record, null);

    public static ChargeRun Turned(ChargeRefusal refusal) => new(null, refusal);
}
