namespace Samples;

/// <summary>The file is no ledger, or cannot be read and written. The message is for the person who named it.</summary>
internal sealed class LedgerFileException(string message, Exception? cause = null) : Exception(message, cause);
