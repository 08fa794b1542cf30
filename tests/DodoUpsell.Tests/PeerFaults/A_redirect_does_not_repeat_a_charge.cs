using System.Net;
using DodoUpsell.Tests.Support;

namespace DodoUpsell.Tests.PeerFaults;

/// <summary>Row 22: a 307 sent a charge again.</summary>
public sealed class A_redirect_does_not_repeat_a_charge
{
    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirected_charge_arrives_once(int status)
    {
        await using var server = new ScriptedServer(
            new Reply(status, "").With("Location", "/elsewhere"),
            new Reply(200, The.SessionJson)
        );
        using var dodo = The.ClientOf(server);

        var unknown = await Assert.ThrowsAsync<DodoUnknownOutcomeException>(() =>
            dodo.CheckoutSessions.CreateAsync(The.OneClick())
        );

        Assert.Single(server.Received);
        Assert.Contains("Redirects are not followed", unknown.InnerException!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Not_even_through_a_callers_HttpClient_that_follows_redirects()
    {
        await using var server = new ScriptedServer(
            new Reply(307, "").With("Location", "/elsewhere"),
            new Reply(200, The.SessionJson)
        );
        using var following = new HttpClient();
        using var dodo = new DodoClient(The.Options(server.Address), following);

        await Assert.ThrowsAsync<DodoUnknownOutcomeException>(() => dodo.CheckoutSessions.CreateAsync(The.OneClick()));

        Assert.Single(server.Received, request => request.Body.Length > 0);
    }

    [Fact]
    public async Task Nor_through_a_handler_that_retries()
    {
        using var handler = new RetryingHandler
        {
            InnerHandler = new StubHandler(number =>
                number == 1
                    ? throw new HttpRequestException("lost")
                    : StubHandler.Json(HttpStatusCode.OK, The.SessionJson)
            ),
        };
        using var dodo = The.ClientOf(handler, new ManualTimeProvider());

        await Assert.ThrowsAsync<DodoUnknownOutcomeException>(() => dodo.CheckoutSessions.CreateAsync(The.OneClick()));

        Assert.Equal(1, ((StubHandler)handler.InnerHandler).Requests.Count(request => request.Body is not null));
    }

    [Fact]
    public async Task The_naive_client_sends_it_again()
    {
        await using var server = new ScriptedServer(
            new Reply(307, "").With("Location", "/elsewhere"),
            new Reply(200, The.SessionJson)
        );
        using var naive = new NaiveClient(server.Address);

        await naive.PostAsync("/checkouts", "{}");

        Assert.Equal(2, server.Received.Count(request => request.Body.Length > 0));
    }

    private sealed class RetryingHandler : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            try
            {
                return await base.SendAsync(request, cancellationToken);
            }
            catch (HttpRequestException)
            {
                return await base.SendAsync(request, cancellationToken);
            }
        }
    }
}
