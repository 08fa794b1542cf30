using System.Text.Json.Nodes;

namespace DodoUpsell.TestKit.Contract;

/// <summary>An operation of the API according to the contract.</summary>
/// <param name="Index">The operation's index among the contract's endpoints.</param>
/// <param name="Client">The client that has the operation, such as <c>Customers</c>.</param>
/// <param name="Method">The client's method, such as <c>CreateAsync</c>.</param>
/// <param name="HttpMethod">The HTTP verb in capitals.</param>
/// <param name="Path">The path with its parameters in braces.</param>
/// <param name="Query">The query parameters of the operation.</param>
/// <param name="Request">The schema of the request body.</param>
/// <param name="Success">The status of success.</param>
/// <param name="ResponseMediaType">The media type of the response, or null if it has no body.</param>
/// <param name="Response">The schema of the response.</param>
/// <param name="ErrorStatuses">The other statuses that are declared.</param>
public sealed record ContractOperation(
    int Index,
    string Client,
    string Method,
    string HttpMethod,
    string Path,
    IReadOnlyList<ContractQueryParameter> Query,
    ContractSchema? Request,
    int Success,
    string? ResponseMediaType,
    ContractSchema? Response,
    IReadOnlyList<int> ErrorStatuses
)
{
    /// <summary>The name that tests and mappings use: <c>Customers.CreateAsync</c>.</summary>
    public string Name => $"{Client}.{Method}";

    /// <summary>Whether the response has a JSON body that the contract describes.</summary>
    public bool AnswersJson => string.Equals(ResponseMediaType, "application/json", StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Name;
}

/// <summary>A query parameter of an operation.</summary>
/// <param name="Name">The parameter's name on the wire.</param>
/// <param name="Schema">The schema of the parameter's value.</param>
public sealed record ContractQueryParameter(string Name, ContractSchema Schema);

/// <summary>A schema in the contract, with the location by which the validator finds it.</summary>
/// <param name="Location">A JSON pointer such as <c>#/endpoints/14/response/schema</c>.</param>
/// <param name="Node">The schema itself.</param>
public sealed record ContractSchema(string Location, JsonObject Node);
