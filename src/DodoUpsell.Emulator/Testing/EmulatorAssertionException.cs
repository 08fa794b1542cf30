namespace DodoUpsell.Emulator;

/// <summary>
/// Thrown when the emulator did not record what a test expects. The message lists what it did record.
/// </summary>
public sealed class EmulatorAssertionException : Exception
{
    /// <summary>Creates an exception with a message.</summary>
    public EmulatorAssertionException(string message)
        : base(message) { }
}
