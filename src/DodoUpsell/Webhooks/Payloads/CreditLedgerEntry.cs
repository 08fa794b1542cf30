namespace DodoUpsell.Webhooks;

/// <summary>Represents a change of a customer's credit balance (<c>credit.*</c>).</summary>
public sealed record CreditLedgerEntry : ApiObject
{
    /// <summary>Gets the entry's id.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the id of the customer who owns the balance.</summary>
    public string CustomerId
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets the id of the credit entitlement, which is the kind of credits.</summary>
    public string CreditEntitlementId
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets the type of the transaction that changed the balance.</summary>
    public CreditTransactionType TransactionType { get; init; }

    /// <summary>Gets whether the credits were added to the balance; if false, they were deducted.</summary>
    public bool IsCredit { get; init; }

    /// <summary>
    /// Gets the number of credits, as a decimal number in text form. <see cref="IsCredit"/> specifies the direction.
    /// </summary>
    public string Amount
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets the balance before the change, as a decimal number in text form.</summary>
    public string BalanceBefore
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets the balance after the change, as a decimal number in text form.</summary>
    public string BalanceAfter
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets the credits used beyond the balance before the change, as a decimal number in text form.</summary>
    public string OverageBefore
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets the credits used beyond the balance after the change, as a decimal number in text form.</summary>
    public string OverageAfter
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets the id of the grant whose credits changed.</summary>
    public string? GrantId { get; init; }

    /// <summary>Gets the type of the object that caused the change.</summary>
    public string? ReferenceType { get; init; }

    /// <summary>Gets the id of the object that caused the change.</summary>
    public string? ReferenceId { get; init; }

    /// <summary>Gets the description of the change.</summary>
    public string? Description { get; init; }

    /// <summary>Gets your own metadata.</summary>
    public Metadata Metadata
    {
        get;
        init => field = value ?? Metadata.Empty;
    } = Metadata.Empty;

    /// <summary>Gets the time at which the balance changed.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets the id of the brand.</summary>
    public string BrandId
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets the id of your business.</summary>
    public string BusinessId
    {
        get;
        init => field = value ?? "";
    } = "";
}
