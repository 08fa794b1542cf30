namespace DodoUpsell.Emulator;

/// <summary>The emulator did not see what a test expects. The message lists what it did see.</summary>
public sealed class EmulatorAssertionException : Exception
{
    /// <summary>Reports an expectation that was not met.</summary>
    public EmulatorAssertionException(string message)
        : base(message) { }
}
