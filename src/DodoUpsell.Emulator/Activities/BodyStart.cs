namespace DodoUpsell.Emulator.Activities;

/// <summary>The start of a body, so that the log stays small however long bodies are.</summary>
/// <param name="Bytes">The first bytes.</param>
/// <param name="Length">The length of the whole body in bytes.</param>
internal readonly record struct BodyStart(ReadOnlyMemory<byte> Bytes, int Length)
{
    /// <summary>The maximum number of bytes that are kept.</summary>
    public const int MaximumLength = 65_536;

    public bool IsCut => Bytes.Length < Length;

    // Copied, or the whole array would stay alive.
    public static BodyStart Of(ReadOnlyMemory<byte> body) =>
        new(body.Length <= MaximumLength ? body : body[..MaximumLength].ToArray(), body.Length);
}
