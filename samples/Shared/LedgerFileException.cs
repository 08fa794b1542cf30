namespace Samples;

/// <summary>The file is not a ledger, or it cannot be read or written. The message is for the user.</summary>
internal sealed class LedgerFileException(string message, Exception? cause = null) : Exception(message, cause);
