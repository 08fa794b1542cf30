namespace DodoUpsell.Chaos;

/// <summary>A settlement that a handler of the app received and stored.</summary>
internal sealed record Told(string Key, string Id, string Kind, string State, string? PaymentId)
{
    public static Told Of(ChargeSettlement settlement) =>
        new(
            settlement.Charge.Key.Value,
            settlement.Id,
            settlement.Kind.ToString(),
            settlement.Charge.State.ToString(),
            settlement.Charge.PaymentId
        );
}
