namespace DodoUpsell;

/// <summary>A customer's bank wants a payment back.</summary>
public sealed record Dispute : ApiObject
{
    /// <summary>Gets the dispute's id.</summary>
    public required string DisputeId { get; init; }

    /// <summary>Gets the disputed payment.</summary>
    public string PaymentId
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>
    /// Gets what is disputed, as a decimal number in text. Whether in major or minor units is not documented, so there
    /// is no <see cref="Money"/> of it.
    /// </summary>
    public string Amount
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Currency of <see cref="Amount"/>.</summary>
    public Currency Currency { get; init; }

    /// <summary>Gets how far it has gone.</summary>
    public DisputeStage DisputeStage { get; init; }

    /// <summary>Gets where it stands.</summary>
    public DisputeStatus DisputeStatus { get; init; }

    /// <summary>Gets whether it was settled by Rapid Dispute Resolution, without you.</summary>
    public bool? IsResolvedByRdr { get; init; }

    /// <summary>Gets who disputes the payment, or null if the answer does not say it. Only webhooks carry it.</summary>
    public CustomerSummary? Customer { get; init; }

    /// <summary>
    /// Gets why, in the words of the bank, or null if the answer does not say it. Only webhooks carry it.
    /// </summary>
    public string? Reason { get; init; }

    /// <summary>Gets which processor handled the payment, or null if the answer does not say it.</summary>
    public PaymentProvider? PaymentProvider { get; init; }

    /// <summary>Gets what was noted about it.</summary>
    public string? Remarks { get; init; }

    /// <summary>Gets when it was opened.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets the brand that the payment belongs to, or null if the answer does not say it.</summary>
    public string? BrandId { get; init; }

    /// <summary>Your business.</summary>
    public string BusinessId
    {
        get;
        init => field = value ?? "";
    } = "";
}
