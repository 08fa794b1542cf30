using DodoUpsell.Tests.Support;

namespace DodoUpsell.Tests.PeerFaults;

/// <summary>Row 12: a string of 10 MB was accepted.</summary>
public sealed class A_body_has_a_limit
{
    private static readonly string TenMegabytes =
        $$"""{"customer_id":"cus_1","name":"{{new string('x', 10_000_000)}}"}""";

    [Fact]
    public async Task An_answer_beyond_the_limit_is_an_error_that_names_the_setting()
    {
        await using var server = new ScriptedServer(new Reply(200, TenMegabytes));
        using var dodo = The.ClientOf(server);

        var error = await Assert.ThrowsAsync<DodoApiException>(() => dodo.Customers.GetAsync("cus_1"));

        Assert.Contains("MaxResponseBytes, 4194304 bytes", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_limit_is_configurable()
    {
        await using var server = new ScriptedServer(new Reply(200, TenMegabytes));
        using var dodo = The.ClientOf(server, options => options.MaxResponseBytes = 16 * 1024 * 1024);

        Assert.Equal(10_000_000, (await dodo.Customers.GetAsync("cus_1")).Name.Length);
    }

    [Fact]
    public async Task A_body_of_unannounced_length_is_limited_as_well()
    {
        using var handler = new StubHandler(_ => new HttpResponseMessage
        {
            Content = new UnannouncedContent(TenMegabytes),
        });
        using var dodo = The.ClientOf(handler, new ManualTimeProvider());

        var error = await Assert.ThrowsAsync<DodoApiException>(() => dodo.Customers.GetAsync("cus_1"));

        Assert.Contains("MaxResponseBytes", error.Message, StringComparison.Ordinal);
    }

    private sealed class UnannouncedContent(string text) : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, System.Net.TransportContext? context) =>
            stream.WriteAsync(System.Text.Encoding.UTF8.GetBytes(text)).AsTask();

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
