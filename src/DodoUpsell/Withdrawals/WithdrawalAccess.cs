namespace DodoUpsell;

/// <summary>
/// Represents what a caller has proved: that it is a subject, or that it has a link to one contract. Never create it
/// from an id in a request.
/// </summary>
public sealed record WithdrawalAccess
{
    private WithdrawalAccess(SubjectIds? subject, string? contractId) => (Subject, ContractId) = (subject, contractId);

    /// <summary>Gets the subject, or null if the caller has a link.</summary>
    public SubjectIds? Subject { get; }

    /// <summary>Gets the id of the contract of the link, or null if the caller is a subject.</summary>
    public string? ContractId { get; }

    /// <summary>Returns the access of a subject that your app has authenticated to all its contracts.</summary>
    /// <exception cref="ArgumentException">The subject has no id.</exception>
    public static WithdrawalAccess OfSubject(SubjectIds subject)
    {
        SubjectIds.Require(subject);
        return new(subject, null);
    }

    /// <summary>Returns the access of a guest to one contract, whose id was read from a link with a valid signature.</summary>
    /// <param name="contractId">The id of the payment or the subscription.</param>
    /// <exception cref="ArgumentException">The id is blank.</exception>
    public static WithdrawalAccess OfLink(string contractId)
    {
        Check.NotBlank(contractId, nameof(contractId));
        return new(null, contractId);
    }

    /// <summary>Returns the name of the type only.</summary>
    public override string ToString() => nameof(WithdrawalAccess);
}
