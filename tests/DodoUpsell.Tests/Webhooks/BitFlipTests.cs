using DodoUpsell.Webhooks;

namespace DodoUpsell.Tests.Webhooks;

/// <summary>Not one bit of a delivery may change.</summary>
/// <remarks>
/// A signature's text is 43 characters of six bits and a filler for 256 bits, so two bits of the last character carry
/// nothing: most decoders take four texts for one signature. Ours takes only the one that encoders write, so there is
/// no flip that leaves an equivalent.
/// </remarks>
public sealed class BitFlipTests(ITestOutputHelper output)
{
    private readonly DodoWebhookVerifier _verifier = Delivery.Verifier();
    private readonly WebhookHeaders _headers = Delivery.Genuine.Headers;
    private readonly byte[] _body = Delivery.Genuine.Body;

    [Fact]
    public void Every_flip_of_a_bit_is_refused()
    {
        Assert.Equal(WebhookRefusalReason.None, Delivery.Genuine.Ask(_verifier));

        var refused =
            Count("id", TextFlips(_headers.Id!), id => (_headers with { Id = id }, _body))
            + Count(
                "timestamp",
                TextFlips(_headers.Timestamp!),
                timestamp => (_headers with { Timestamp = timestamp }, _body)
            )
            + Count(
                "signature, decoded",
                ByteFlips(Convert.FromBase64String(_headers.Signature![3..])),
                mac => (_headers with { Signature = "v1," + Convert.ToBase64String(mac) }, _body)
            )
            + Count(
                "signature, as text",
                TextFlips(_headers.Signature!),
                signature => (_headers with { Signature = signature }, _body)
            )
            + Count("body", ByteFlips(_body), body => (_headers, body));

        Assert.Equal(
            8 * (_headers.Id!.Length + _headers.Timestamp!.Length + 32 + _headers.Signature!.Length + _body.Length),
            refused
        );
        output.WriteLine($"{refused} of {refused} flips refused");
    }

    [Fact]
    public void The_four_texts_that_a_lenient_decoder_takes_for_the_signature_are_not_all_accepted()
    {
        const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        var signature = _headers.Signature!;
        var last = Alphabet.IndexOf(signature[^2], StringComparison.Ordinal);

        var equivalent = Enumerable
            .Range(0, 4)
            .Select(spare => $"{signature[..^2]}{Alphabet[(last & ~3) | spare]}=")
            .ToArray();

        Assert.All(
            equivalent,
            text => Assert.Equal(Convert.FromBase64String(signature[3..]), Convert.FromBase64String(text[3..]))
        );
        Assert.Equal(
            [signature],
            equivalent.Where(text => _verifier.TryVerify(_headers with { Signature = text }, _body, out _))
        );
    }

    private int Count<T>(string part, IEnumerable<T> flips, Func<T, (WebhookHeaders Headers, byte[] Body)> delivery)
    {
        var count = 0;
        foreach (var flip in flips)
        {
            var (headers, body) = delivery(flip);
            Assert.False(_verifier.TryVerify(headers, body, out _), $"Flip {count} of the {part} was accepted.");
            count++;
        }

        output.WriteLine($"{part}: {count} flips");
        return count;
    }

    private static IEnumerable<string> TextFlips(string text) =>
        from place in Enumerable.Range(0, text.Length)
        from bit in Enumerable.Range(0, 8)
        select text[..place] + (char)(text[place] ^ (1 << bit)) + text[(place + 1)..];

    private static IEnumerable<byte[]> ByteFlips(byte[] bytes) =>
        from place in Enumerable.Range(0, bytes.Length)
        from bit in Enumerable.Range(0, 8)
        select (byte[])[.. bytes[..place], (byte)(bytes[place] ^ (1 << bit)), .. bytes[(place + 1)..]];
}
