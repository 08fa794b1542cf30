namespace DodoUpsell;

/// <summary>Represents a dispute: a customer's bank demands the return of a payment.</summary>
public sealed record Dispute : ApiObject
{
    /// <summary>Gets the dispute's id.</summary>
    public required string DisputeId { get; init; }

    /// <summary>Gets the id of the disputed payment.</summary>
    public string PaymentId
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>
    /// Gets the disputed amount, as a decimal number in text. It is not documented whether the amount is in major or
    /// minor units, so there is no <see cref="Money"/> property for it.
    /// </summary>
    public string Amount
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets the currency of <see cref="Amount"/>.</summary>
    public Currency Currency { get; init; }

    /// <summary>Gets the stage of the dispute.</summary>
    public DisputeStage DisputeStage { get; init; }

    /// <summary>Gets the status of the dispute.</summary>
    public DisputeStatus DisputeStatus { get; init; }

    /// <summary>Gets whether the dispute was settled by Rapid Dispute Resolution, without your involvement.</summary>
    public bool? IsResolvedByRdr { get; init; }

    /// <summary>
    /// Gets the customer who disputes the payment, or null if the response does not contain it. Only webhooks contain
    /// it.
    /// </summary>
    public CustomerSummary? Customer { get; init; }

    /// <summary>
    /// Gets the reason stated by the bank, or null if the response does not contain it. Only webhooks contain it.
    /// </summary>
    public string? Reason { get; init; }

    /// <summary>Gets the processor that handled the payment, or null if the response does not contain it.</summary>
    public PaymentProvider? PaymentProvider { get; init; }

    /// <summary>Gets remarks on the dispute.</summary>
    public string? Remarks { get; init; }

    /// <summary>Gets the time at which the dispute was opened.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>
    /// Gets the id of the brand to which the payment belongs, or null if the response does not contain it.
    /// </summary>
    public string? BrandId { get; init; }

    /// <summary>Gets the id of your business.</summary>
    public string BusinessId
    {
        get;
        init => field = value ?? "";
    } = "";
}
