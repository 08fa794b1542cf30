using DodoUpsell.ContractTests.Mappings;
using DodoUpsell.TestKit.Contract;

namespace DodoUpsell.ContractTests.Calls;

/// <summary>One call of a typed client, which a stub with the same operation and case answers.</summary>
/// <param name="Operation">The operation, such as <c>Customers.CreateAsync</c>.</param>
/// <param name="Case">The case, such as <c>full</c>.</param>
/// <param name="SendAsync">Makes the call; a list is read to its end.</param>
public sealed record SdkCall(string Operation, string Case, Func<IDodoClient, Ids, Task<object?>> SendAsync)
{
    /// <summary>
    /// Whether a repeat would charge or create again, so that an answer that is lost leaves the outcome unknown. Stated
    /// here by hand and not asked of the SDK.
    /// </summary>
    public bool IsCharge { get; init; }

    /// <summary>What the contract says of the operation.</summary>
    public ContractOperation Contract => DodoContract.Get(Operation);

    /// <summary>The stub that answers.</summary>
    public Stub Stub => StubFile.Get(Operation, Case);

    /// <summary>Whether the operation is a list that is read page by page until one is empty.</summary>
    public bool IsPaged => Contract.Query.Any(parameter => parameter.Name is "page_number");

    /// <inheritdoc/>
    public override string ToString() => $"{Operation}, {Case}";
}
