namespace DodoUpsell.Emulator;

/// <summary>Specifies how a request fails.</summary>
public enum EmulatedFaultKind
{
    /// <summary>The connection breaks before the request is handled. Nothing has been executed.</summary>
    DropBefore,

    /// <summary>The request is handled, then the connection breaks. Its effects remain.</summary>
    DropAfterCommit,

    /// <summary>An error status is returned and the request is not handled. The default status is 503.</summary>
    Status,

    /// <summary>The request is handled, then an error status is returned. The default status is 500.</summary>
    StatusAfterCommit,

    /// <summary>The request is handled at once and its response is delayed.</summary>
    Delay,

    /// <summary>The request is handled; the body of its response is cut in half, but is well-formed for HTTP.</summary>
    TruncateBody,

    /// <summary>
    /// The HTML page of a proxy is returned and the request is not handled. The default status is 502.
    /// </summary>
    HtmlBody,
}
