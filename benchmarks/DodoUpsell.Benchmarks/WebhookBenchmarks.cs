using System.Security.Cryptography;
using System.Text;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using DodoUpsell.Webhooks;

namespace DodoUpsell.Benchmarks;

/// <summary>
/// Measures the verification of a payment delivery against the minimum that any verification does: computing the
/// message authentication code over the same bytes, decoding the signature and comparing the two.
/// </summary>
[MemoryDiagnoser]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
[CategoriesColumn]
public class WebhookBenchmarks
{
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private readonly byte[] _key = Convert.FromBase64String(Secret[6..]);
    private readonly DodoWebhookVerifier _verifier = new(Secret);
    private readonly byte[] _body = Payload.PaymentDelivery;
    private readonly byte[] _content;
    private readonly WebhookHeaders _headers;

    public WebhookBenchmarks()
    {
        _headers = new DodoWebhookSigner(Secret).Sign(
            "msg_2KWPBgLlAfxdpx2AI54pPJ85f4W",
            TimeProvider.System.GetUtcNow(),
            _body
        );
        _content = [.. Encoding.UTF8.GetBytes($"{_headers.Id}.{_headers.Timestamp}."), .. _body];
    }

    /// <summary>The size of the body in bytes.</summary>
    public int BodyBytes => _body.Length;

    [GlobalSetup]
    public void Check()
    {
        if (!BareMac() || !Verify() || VerifyAndParse() is not PaymentEvent)
            throw new InvalidOperationException("The two verifications return different results.");
    }

    [Benchmark(Baseline = true), BenchmarkCategory("webhook")]
    public bool BareMac()
    {
        Span<byte> signature = stackalloc byte[32];
        Span<byte> mac = stackalloc byte[32];
        Convert.TryFromBase64Chars(_headers.Signature.AsSpan(3), signature, out _);
        HMACSHA256.HashData(_key, _content, mac);
        return CryptographicOperations.FixedTimeEquals(signature, mac);
    }

    [Benchmark, BenchmarkCategory("webhook")]
    public bool Verify() => _verifier.TryVerify(_headers, _body, out _);

    [Benchmark, BenchmarkCategory("webhook")]
    public object VerifyAndParse() => _verifier.VerifyAndParse(_headers, _body);
}
