using System.Net;

namespace DodoUpsell;

/// <summary>
/// Represents a raw response: status, headers and body. It is passed to <see cref="RequestOptions.OnResponse"/>.
/// </summary>
public sealed class DodoResponse
{
    internal DodoResponse(
        string operation,
        HttpStatusCode status,
        IReadOnlyDictionary<string, string> headers,
        byte[] body,
        int attempts
    )
    {
        Operation = operation;
        StatusCode = status;
        Headers = headers;
        Body = body;
        Attempts = attempts;
    }

    /// <summary>Gets the operation as method and route: <c>GET /customers/{customerId}</c>.</summary>
    public string Operation { get; }

    /// <summary>Gets the HTTP status code.</summary>
    public HttpStatusCode StatusCode { get; }

    /// <summary>Gets the headers by name, ignoring case. Several values are joined with a comma.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; }

    /// <summary>Gets the unchanged body. It may contain secrets and personal data.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>Gets the number of times the call was sent, including the request of this response.</summary>
    public int Attempts { get; }

    /// <summary>Returns the operation and the status, never the body.</summary>
    public override string ToString() => $"{Operation}: {(int)StatusCode}";
}
