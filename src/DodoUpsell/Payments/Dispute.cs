namespace DodoUpsell;

/// <summary>A customer's bank wants a payment back.</summary>
public sealed record Dispute : ApiObject
{
    /// <summary>The dispute's id.</summary>
    public required string DisputeId { get; init; }

    /// <summary>The disputed payment.</summary>
    public string PaymentId { get; init => field = value ?? ""; } = "";

    /// <summary>What is disputed, as a decimal number in text. Whether in major or minor units is not documented, so there is no <see cref="Money"/> of it.</summary>
    public string Amount { get; init => field = value ?? ""; } = "";

    /// <summary>Currency of <see cref="Amount"/>.</summary>
    public Currency Currency { get; init; }

    /// <summary>How far it has gone.</summary>
    public DisputeStage DisputeStage { get; init; }

    /// <summary>Where it stands.</summary>
    public DisputeStatus DisputeStatus { get; init; }

    /// <summary>Whether it was settled by Rapid Dispute Resolution, without you.</summary>
    public bool? IsResolvedByRdr { get; init; }

    /// <summary>What was noted about it.</summary>
    public string? Remarks { get; init; }

    /// <summary>When it was opened.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Your business.</summary>
    public string BusinessId { get; init => field = value ?? ""; } = "";
}
