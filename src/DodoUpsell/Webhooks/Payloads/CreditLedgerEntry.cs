namespace DodoUpsell.Webhooks;

/// <summary>A movement of a customer's balance of credits (<c>credit.*</c>).</summary>
public sealed record CreditLedgerEntry : ApiObject
{
    /// <summary>Gets the entry's id.</summary>
    public required string Id { get; init; }

    /// <summary>Gets whose balance it is.</summary>
    public string CustomerId
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets the kind of credits.</summary>
    public string CreditEntitlementId
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets what moved the balance.</summary>
    public CreditTransactionType TransactionType { get; init; }

    /// <summary>Gets whether it added to the balance; if not, it took from it.</summary>
    public bool IsCredit { get; init; }

    /// <summary>Credits moved, as a decimal number in text; <see cref="IsCredit"/> tells the direction.</summary>
    public string Amount
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets the balance before, as a decimal number in text.</summary>
    public string BalanceBefore
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets the balance after, as a decimal number in text.</summary>
    public string BalanceAfter
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Credits used beyond the balance before, as a decimal number in text.</summary>
    public string OverageBefore
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Credits used beyond the balance after, as a decimal number in text.</summary>
    public string OverageAfter
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets the grant whose credits were moved.</summary>
    public string? GrantId { get; init; }

    /// <summary>Gets what kind of object caused it.</summary>
    public string? ReferenceType { get; init; }

    /// <summary>Gets the object that caused it.</summary>
    public string? ReferenceId { get; init; }

    /// <summary>Gets what was noted about it.</summary>
    public string? Description { get; init; }

    /// <summary>Your own data.</summary>
    public Metadata Metadata
    {
        get;
        init => field = value ?? Metadata.Empty;
    } = Metadata.Empty;

    /// <summary>Gets when it happened.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets the brand it belongs to.</summary>
    public string BrandId
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Your business.</summary>
    public string BusinessId
    {
        get;
        init => field = value ?? "";
    } = "";
}
