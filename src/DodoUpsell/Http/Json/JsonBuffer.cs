using System.Buffers;
using System.Text.Json;

namespace DodoUpsell.Http.Json;

/// <summary>A writer with its memory, for one JSON document after another.</summary>
internal sealed class JsonBuffer
{
    private const int LargestKept = 64 * 1024;

    private ArrayBufferWriter<byte> _bytes = new(1024);

    public JsonBuffer() => Writer = new(_bytes, new JsonWriterOptions { SkipValidation = true });

    public Utf8JsonWriter Writer { get; }

    /// <summary>Returns what was written, and starts again.</summary>
    public byte[] TakeBytes()
    {
        Writer.Flush();
        var bytes = _bytes.WrittenSpan.ToArray();

        // Requests contain personal data, which is not kept in memory. ResetWrittenCount would keep it.
        if (_bytes.Capacity <= LargestKept)
            _bytes.Clear();
        else
            _bytes = new(1024);
        Writer.Reset(_bytes);
        return bytes;
    }
}
