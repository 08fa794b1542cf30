namespace DodoUpsell.Charging;

/// <summary>The result of running the protocol: a record, or a refusal that leaves no record.</summary>
internal readonly record struct ChargeRun(ChargeRecord? Record, ChargeRefusal? Refusal)
{
    /// <summary>The result when it was too late to start and no charge existed.</summary>
    public static ChargeRun Expired => default;

    public static ChargeRun KeyInUse { get; } =
        Turned(
            new ChargeRefusal(
                ChargeRefusalReason.KeyUsedForAnotherCharge,
                default,
                "This charge key was used before for another customer, cart or price. One key identifies one charge: "
                    + "repeat the original request to get its outcome, or use a new key for a new charge."
            )
        );

    public static ChargeRun Of(ChargeRecord record) => new(record, null);

    public static ChargeRun Turned(ChargeRefusal refusal) => new(null, refusal);
}
