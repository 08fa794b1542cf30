using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace DodoUpsell.Offers;

/// <summary>Writes a receipt as a document that can be verified without this library.</summary>
internal static class ReceiptDocument
{
    private const string Rule =
        "Hashes are SHA-256 over UTF-8 text, in upper-case hexadecimal. content_hash is the hash of content_text. hash "
        + "is the hash of environment, number, offer_id, content_hash and previous_hash, joined by line feeds. "
        + "previous_hash is the hash of the receipt with the number before, or 64 zeros for the first.";

    // People read the document, so letters of other scripts are not escaped.
    private static readonly JsonWriterOptions Format = new()
    {
        Indented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Of(ConsentReceipt receipt, ReceiptHead head, DateTimeOffset now)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Format))
        {
            json.WriteStartObject();
            json.WriteString("document", "DodoUpsell consent receipt");
            json.WriteNumber("document_version", 1);
            json.WriteString("exported_at", now.UtcDateTime);
            json.WriteString("environment", receipt.Environment.ToString());
            json.WriteNumber("number", receipt.Number);
            json.WriteString("offer_id", receipt.OfferId);
            json.WriteString("content_hash", receipt.ContentHash);
            json.WriteString("previous_hash", receipt.PreviousHash);
            json.WriteString("hash", receipt.Hash);
            json.WriteString("hash_rule", Rule);
            json.WriteNumber("head_number", head.Number);
            json.WriteString("head_hash", head.Hash);
            if (receipt.ErasedAt is { } erasedAt)
                json.WriteString("content_erased_at", erasedAt.UtcDateTime);
            json.WriteString("content_text", receipt.Json);
            if (receipt.Json is { } text && Readable(text))
            {
                json.WritePropertyName("content");
                json.WriteRawValue(text);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    // A receipt that was tampered with is exported as it is.
    private static bool Readable(string text)
    {
        try
        {
            using var _ = JsonDocument.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
