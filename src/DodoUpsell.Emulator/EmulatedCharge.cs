using System.Text.Json.Nodes;

namespace DodoUpsell.Emulator;

/// <summary>Money that the emulator really took. The amount is in minor units of the currency.</summary>
/// <param name="PaymentId">The payment that succeeded.</param>
/// <param name="CustomerId">Who paid.</param>
/// <param name="Amount">How much, tax included, in minor units.</param>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="CreatedAt">When the money was taken.</param>
/// <param name="Metadata">The payment's metadata; a copy.</param>
public sealed record EmulatedCharge(
    string PaymentId,
    string CustomerId,
    int Amount,
    string Currency,
    DateTimeOffset CreatedAt,
    JsonObject Metadata
);
