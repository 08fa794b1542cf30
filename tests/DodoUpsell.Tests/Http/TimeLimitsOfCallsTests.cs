using System.Net;
using DodoUpsell.Tests.Support;

namespace DodoUpsell.Tests.Http;

/// <summary>Calls share the sources of their time limits one after the other, and nothing else.</summary>
public sealed class TimeLimitsOfCallsTests
{
    // More than are ever kept, so that a kept source is among them.
    private const int Many = 100;

    [Fact]
    public async Task The_token_of_a_call_that_has_ended_ends_no_later_call()
    {
        var gate = new TaskCompletionSource();
        using var handler = new Answers(async cancellationToken =>
        {
            await gate.Task.WaitAsync(cancellationToken);
            return StubHandler.Json(HttpStatusCode.OK, The.CustomerJson);
        });
        using var dodo = Client(handler);
        gate.SetResult();
        using var caller = new CancellationTokenSource();
        for (var i = 0; i < 10; i++)
            await dodo.Customers.GetAsync("cus_1", caller.Token);

        gate = new();
        var later = Enumerable.Range(0, Many).Select(_ => dodo.Customers.GetAsync("cus_1")).ToList();
        await caller.CancelAsync();
        gate.SetResult();

        Assert.All(await Task.WhenAll(later), customer => Assert.Equal("cus_1", customer.CustomerId));
    }

    // What read the body may still hold the token. A source that was disposed has no wait handle any more.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_source_of_a_body_that_was_not_read_to_its_end_is_not_used_again(bool breaks)
    {
        using var body = new Observer(breaks);
        using var handler = new Answers(_ =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(body) })
        );
        using var dodo = Client(
            handler,
            options => (options.MaxRetries, options.MaxResponseBytes) = (0, Observer.Length - 1)
        );

        await Assert.ThrowsAnyAsync<DodoException>(() => dodo.Customers.GetAsync("cus_1"));

        Assert.Throws<ObjectDisposedException>(() => body.Seen!.Value.WaitHandle);
    }

    private static DodoClient Client(HttpMessageHandler handler, Action<DodoUpsellOptions>? change = null) =>
        The.ClientOf(handler, TimeProvider.System, change);

    private sealed class Answers(Func<CancellationToken, Task<HttpResponseMessage>> answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        ) => answer(cancellationToken);
    }

    /// <summary>A body of unknown length that keeps the token it is read with. It breaks off, or is too long.</summary>
    private sealed class Observer(bool breaks) : MemoryStream(new byte[Length])
    {
        public new const int Length = 100_000;

        public CancellationToken? Seen { get; private set; }

        public override bool CanSeek => false;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Seen = cancellationToken;
            return breaks ? throw new IOException("The connection broke.") : base.ReadAsync(buffer, cancellationToken);
        }
    }
}
