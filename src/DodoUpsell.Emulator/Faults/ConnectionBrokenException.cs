namespace DodoUpsell.Emulator.Faults;

/// <summary>The client is to see a connection that broke instead of an answer.</summary>
internal sealed class ConnectionBrokenException : Exception
{
    public ConnectionBrokenException()
        : base("The connection is broken by a fault that was asked for.") { }
}
