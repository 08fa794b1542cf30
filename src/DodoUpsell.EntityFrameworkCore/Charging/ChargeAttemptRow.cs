namespace DodoUpsell.EntityFrameworkCore.Charging;

/// <summary>One try at a charge key, as a row of <c>dodo_charge_attempts</c>. Times are UTC.</summary>
internal sealed class ChargeAttemptRow
{
    public required string Id { get; init; }

    public required string Account { get; init; }

    public required string Key { get; init; }

    /// <summary>Its place among the attempts of the key, from 0.</summary>
    public int Ordinal { get; init; }

    public bool IsCheckout { get; init; }

    public DateTime StartedAt { get; init; }

    public string? PaymentId { get; init; }

    public string? PaymentMethodId { get; init; }

    public string? Status { get; init; }

    public string? ErrorCode { get; init; }
}
