namespace DodoUpsell.Emulator;

/// <summary>How an answer goes wrong.</summary>
public enum EmulatedFaultKind
{
    /// <summary>The connection breaks before the request is handled: nothing has happened.</summary>
    DropBefore,

    /// <summary>The request is handled, then the connection breaks: what it did stays done.</summary>
    DropAfterCommit,

    /// <summary>An error status in place of handling the request. Default status: 503.</summary>
    Status,

    /// <summary>The request is handled, then answered with an error status. Default status: 500.</summary>
    StatusAfterCommit,

    /// <summary>The request is handled at once and its answer held back.</summary>
    Delay,

    /// <summary>The request is handled; its answer ends half-way, though well-formed for HTTP.</summary>
    TruncateBody,

    /// <summary>A proxy's HTML page in place of handling the request. Default status: 502.</summary>
    HtmlBody,
}
