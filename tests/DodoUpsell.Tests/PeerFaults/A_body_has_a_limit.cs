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

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public async Task The_limit_is_exact_whether_the_length_is_announced_or_not(int beyond, bool isRead)
    {
        const int Limit = 2048;
        var empty = """{"customer_id":"cus_1","name":""}""";
        var text = empty.Insert(empty.Length - 2, new string('x', Limit + beyond - empty.Length));
        using var handler = new StubHandler(number => new HttpResponseMessage
        {
            Content = number == 1 ? new UnannouncedContent(text) : new StringContent(text),
        });
        using var dodo = The.ClientOf(handler, new ManualTimeProvider(), options => options.MaxResponseBytes = Limit);

        for (var call = 0; call < 2; call++)
        {
            if (isRead)
                Assert.Equal("cus_1", (await dodo.Customers.GetAsync("cus_1")).CustomerId);
            else
                await Assert.ThrowsAsync<DodoApiException>(() => dodo.Customers.GetAsync("cus_1"));
        }
    }

    [Fact]
    public async Task A_body_that_is_announced_as_too_long_is_not_read_at_all()
    {
        using var content = new UnannouncedContent(TenMegabytes);
        content.Headers.ContentLength = TenMegabytes.Length;
        using var handler = new StubHandler(_ => new HttpResponseMessage { Content = content });
        using var dodo = The.ClientOf(handler, new ManualTimeProvider());

        await Assert.ThrowsAsync<DodoApiException>(() => dodo.Customers.GetAsync("cus_1"));

        Assert.False(content.WasRead);
    }

    private sealed class UnannouncedContent(string text) : HttpContent
    {
        public bool WasRead { get; private set; }

        protected override Task SerializeToStreamAsync(Stream stream, System.Net.TransportContext? context)
        {
            WasRead = true;
            return stream.WriteAsync(System.Text.Encoding.UTF8.GetBytes(text)).AsTask();
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
