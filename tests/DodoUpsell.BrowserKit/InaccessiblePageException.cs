namespace DodoUpsell.BrowserKit;

/// <summary>The exception that is thrown when somebody could not use a page.</summary>
public sealed class InaccessiblePageException : Exception
{
    /// <summary>Creates the exception without a message.</summary>
    public InaccessiblePageException() { }

    /// <summary>Creates the exception with a message that lists what is wrong.</summary>
    public InaccessiblePageException(string message)
        : base(message) { }

    /// <summary>Creates the exception with a message and its cause.</summary>
    public InaccessiblePageException(string message, Exception innerException)
        : base(message, innerException) { }
}
