using System.Net;

namespace DodoUpsell;

/// <summary>
/// An answer as it came: status, headers and raw body. Seen through <see cref="RequestOptions.OnResponse"/>.
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

    /// <summary>Gets the call, as method and route: <c>GET /customers/{customerId}</c>.</summary>
    public string Operation { get; }

    /// <summary>Gets the HTTP status.</summary>
    public HttpStatusCode StatusCode { get; }

    /// <summary>Gets the headers by name, whatever the case; several values are joined with a comma.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; }

    /// <summary>Gets the body as it came; it may hold secrets and personal data.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>Gets how often the call was sent, this answer's request included.</summary>
    public int Attempts { get; }

    /// <summary>The call and the status; never the body.</summary>
    public override string ToString() => $"{Operation}: {(int)StatusCode}";
}
