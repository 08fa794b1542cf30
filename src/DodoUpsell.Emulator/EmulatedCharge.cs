using System.Text.Json.Nodes;

namespace DodoUpsell.Emulator;

/// <summary>A successful charge. The amount is in minor units of the currency.</summary>
/// <param name="PaymentId">The id of the payment that succeeded.</param>
/// <param name="CustomerId">The id of the customer who paid.</param>
/// <param name="Amount">The charged amount, including tax, in minor units.</param>
/// <param name="Currency">The ISO 4217 code of the currency.</param>
/// <param name="CreatedAt">The time of the charge.</param>
/// <param name="Metadata">A copy of the payment's metadata.</param>
public sealed record EmulatedCharge(
    string PaymentId,
    string CustomerId,
    int Amount,
    string Currency,
    DateTimeOffset CreatedAt,
    JsonObject Metadata
);
