using System.Text.Json;
using DodoUpsell.Charging;
using DodoUpsell.Http.Json;

namespace DodoUpsell.PlanChanges;

/// <summary>
/// What the ledger keeps of a recovery beside the charge: how its payment is told from others of the subscription.
/// </summary>
internal sealed record RecoveryDetails
{
    /// <summary>The payments that were listed before it was sent.</summary>
    public IReadOnlyList<string> PaymentsBefore { get; init; } = [];

    /// <summary>
    /// The API's time before it was sent, as far as this node knows it: older payments are not its own.
    /// </summary>
    public DateTimeOffset CreatedFrom { get; init; }

    /// <summary>The payment that the answer named, if it did.</summary>
    public string? NamedPaymentId { get; init; }

    public static RecoveryDetails Of(ChargeRecord record) =>
        record.Details is { } json
            ? JsonSerializer.Deserialize(json, DodoJsonContext.Default.RecoveryDetails) ?? new()
            : new();

    public string ToJson() => JsonSerializer.Serialize(this, DodoJsonContext.Default.RecoveryDetails);
}
