using System.Text.Json;
using DodoUpsell.Charging;
using DodoUpsell.Http.Json;

namespace DodoUpsell.PlanChanges;

/// <summary>
/// The data of a recovery that the ledger stores with the charge: how its payment is distinguished from others of the
/// subscription.
/// </summary>
internal sealed record RecoveryDetails
{
    /// <summary>Gets the payments that were listed before the request was sent.</summary>
    public IReadOnlyList<string> PaymentsBefore { get; init; } = [];

    /// <summary>
    /// Gets the API's time before the request was sent, as far as this node knows it. Older payments do not belong to
    /// the recovery.
    /// </summary>
    public DateTimeOffset CreatedFrom { get; init; }

    /// <summary>Gets the id of the payment in the response, or null if there was none.</summary>
    public string? NamedPaymentId { get; init; }

    public static RecoveryDetails Of(ChargeRecord record) =>
        record.Details is { } json
            ? JsonSerializer.Deserialize(json, DodoJsonContext.Default.RecoveryDetails) ?? new()
            : new();

    public string ToJson() => JsonSerializer.Serialize(this, DodoJsonContext.Default.RecoveryDetails);
}
