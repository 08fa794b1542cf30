using DodoUpsell.ContractTests.Mappings;
using DodoUpsell.TestKit.Contract;

namespace DodoUpsell.ContractTests.Calls;

/// <summary>One call of a typed client, to which a stub with the same operation and case responds.</summary>
/// <param name="Operation">The operation, such as <c>Customers.CreateAsync</c>.</param>
/// <param name="Case">The case, such as <c>full</c>.</param>
/// <param name="SendAsync">Executes the call. A list is read to its end.</param>
public sealed record SdkCall(string Operation, string Case, Func<IDodoClient, Ids, Task<object?>> SendAsync)
{
    /// <summary>
    /// Whether a repeat would charge or create again, so that the outcome is unknown if the response is lost. Specified
    /// here manually instead of being read from the SDK.
    /// </summary>
    public bool IsCharge { get; init; }

    /// <summary>The operation in the contract.</summary>
    public ContractOperation Contract => DodoContract.Get(Operation);

    /// <summary>The stub that responds to the call.</summary>
    public Stub Stub => StubFile.Get(Operation, Case);

    /// <summary>Whether the operation is a paged list that is read until a page is empty.</summary>
    public bool IsPaged => Contract.Query.Any(parameter => parameter.Name is "page_number");

    /// <inheritdoc/>
    public override string ToString() => $"{Operation}, {Case}";
}
