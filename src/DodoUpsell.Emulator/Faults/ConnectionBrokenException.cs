namespace DodoUpsell.Emulator.Faults;

/// <summary>Signals that the client has to see a broken connection instead of a response.</summary>
internal sealed class ConnectionBrokenException : Exception
{
    public ConnectionBrokenException()
        : base("An injected fault broke the connection.") { }
}
