using System.Net;
using DodoUpsell.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace DodoUpsell.Tests.Http;

/// <summary>
/// Handlers of the app above the connection: they may look at a charge, and whatever they do it leaves once.
/// </summary>
public sealed class SendOnceTests
{
    private static readonly Dictionary<string, Func<HttpContent, Task>> Looks = new(StringComparer.Ordinal)
    {
        ["ReadAsStringAsync"] = content => content.ReadAsStringAsync(),
        ["ReadAsByteArrayAsync"] = content => content.ReadAsByteArrayAsync(),
        ["ReadAsStreamAsync"] = async content =>
        {
            var stream = await content.ReadAsStreamAsync();
            await stream.CopyToAsync(Stream.Null);
        },
        ["LoadIntoBufferAsync"] = content => content.LoadIntoBufferAsync(),
        ["CopyToAsync"] = content => content.CopyToAsync(new MemoryStream()),
    };

    public static TheoryData<string> LooksOfHandlers => [.. Looks.Keys];

    [Theory]
    [MemberData(nameof(LooksOfHandlers))]
    public async Task A_handler_that_only_looks_keeps_no_charge_from_leaving(string look)
    {
        await using var server = new ScriptedServer(new Reply(200, The.SessionJson));
        await using var app = new App(
            server,
            new Handler(
                async (request, send) =>
                {
                    await Looks[look](request.Content!);
                    await Looks[look](request.Content!);
                    return await send(request);
                }
            )
        );

        Assert.Equal("pay_1", (await app.Dodo.CheckoutSessions.CreateAsync(The.OneClick())).PaymentId);

        Assert.Contains("\"confirm\":true", Assert.Single(server.Received).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ReadAsStringAsync")]
    [InlineData("ReadAsByteArrayAsync")]
    [InlineData("ReadAsStreamAsync")]
    [InlineData("LoadIntoBufferAsync")]
    public async Task Nor_does_one_in_an_HttpClient_of_the_caller(string look)
    {
        await using var server = new ScriptedServer(new Reply(200, The.SessionJson));
        using var http = new HttpClient(
            new Handler(
                async (request, send) =>
                {
                    await Looks[look](request.Content!);
                    return await send(request);
                }
            )
            {
                InnerHandler = new SocketsHttpHandler(),
            }
        );
        using var dodo = new DodoClient(The.Options(server.Address), http);

        Assert.Equal("pay_1", (await dodo.CheckoutSessions.CreateAsync(The.OneClick())).PaymentId);

        Assert.Contains("\"confirm\":true", Assert.Single(server.Received).Body, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(LooksOfHandlers))]
    public async Task A_handler_that_buffers_above_one_that_retries_makes_one_charge(string look)
    {
        await using var server = new ScriptedServer(Reply.Reset, new Reply(200, The.SessionJson));
        await using var app = new App(
            server,
            new Handler(
                async (request, send) =>
                {
                    await Looks[look](request.Content!);
                    return await send(request);
                }
            ),
            new Handler(TwiceAsync)
        );

        await Assert.ThrowsAsync<DodoUnknownOutcomeException>(() =>
            app.Dodo.CheckoutSessions.CreateAsync(The.OneClick())
        );

        Assert.Single(server.Received);
    }

    [Fact]
    public async Task A_handler_that_copies_the_request_before_it_retries_makes_one_charge()
    {
        await using var server = new ScriptedServer(Reply.Reset, new Reply(200, The.SessionJson));
        await using var app = new App(
            server,
            new Handler(
                async (request, send) =>
                {
                    var copies = new[] { await CopyAsync(request), await CopyAsync(request) };
                    try
                    {
                        return await send(copies[0]);
                    }
                    catch (HttpRequestException)
                    {
                        return await send(copies[1]);
                    }
                }
            )
        );

        await Assert.ThrowsAsync<DodoUnknownOutcomeException>(() =>
            app.Dodo.CheckoutSessions.CreateAsync(The.OneClick())
        );

        Assert.Single(server.Received);
    }

    [Fact]
    public async Task A_handler_that_sends_copies_side_by_side_makes_one_charge()
    {
        await using var server = new ScriptedServer(new Reply(200, The.SessionJson));
        await using var app = new App(
            server,
            new Handler(
                async (request, send) =>
                {
                    var copies = new[] { await CopyAsync(request), await CopyAsync(request), await CopyAsync(request) };
                    var sends = copies.Select(copy => Task.Run(() => send(copy))).ToArray();
                    await Task.WhenAll(sends.Select(one => one.ContinueWith(_ => { }, TaskScheduler.Default)));
                    return await sends.First(one => one.IsCompletedSuccessfully);
                }
            )
        );

        Assert.Equal("pay_1", (await app.Dodo.CheckoutSessions.CreateAsync(The.OneClick())).PaymentId);

        Assert.Single(server.Received);
    }

    [Fact]
    public async Task A_copy_without_our_headers_does_not_leave_since_nobody_could_tell_it_from_a_second_charge()
    {
        await using var server = new ScriptedServer(new Reply(200, The.SessionJson));
        await using var app = new App(
            server,
            new Handler(
                async (request, send) =>
                    await send(
                        new HttpRequestMessage(request.Method, request.RequestUri)
                        {
                            Content = new ByteArrayContent(await request.Content!.ReadAsByteArrayAsync()),
                            Headers = { Authorization = request.Headers.Authorization },
                        }
                    )
            )
        );

        await Assert.ThrowsAnyAsync<DodoException>(() => app.Dodo.CheckoutSessions.CreateAsync(The.OneClick()));

        Assert.Empty(server.Received);
    }

    [Fact]
    public async Task A_copy_that_a_handler_kept_does_not_leave_after_the_call_has_ended()
    {
        HttpRequestMessage? kept = null;
        Func<HttpRequestMessage, Task<HttpResponseMessage>>? later = null;
        await using var server = new ScriptedServer(new Reply(200, The.SessionJson));
        await using var app = new App(
            server,
            new Handler(
                async (request, send) =>
                {
                    (kept, later) = (await CopyAsync(request), send);
                    throw new InvalidOperationException("The queue takes it.");
                }
            )
        );
        await Assert.ThrowsAnyAsync<DodoException>(() => app.Dodo.CheckoutSessions.CreateAsync(The.OneClick()));

        await Assert.ThrowsAnyAsync<IOException>(() => later!(kept!));

        Assert.Empty(server.Received);
    }

    [Fact]
    public async Task The_guard_stays_last_when_the_primary_handler_and_the_order_of_handlers_are_changed()
    {
        using var primary = new StubHandler(number =>
            number == 1 ? throw new HttpRequestException("lost") : StubHandler.Json(HttpStatusCode.OK, The.SessionJson)
        );
        var services = Services(new Uri("https://test.dodopayments.com"));
        services
            .AddDodoUpsells(_ => { })
            .HttpClient.ConfigurePrimaryHttpMessageHandler(() => primary)
            .ConfigureAdditionalHttpMessageHandlers(
                (handlers, _) =>
                    handlers.Add(
                        new Handler(
                            async (request, send) =>
                            {
                                await request.Content!.LoadIntoBufferAsync();
                                return await TwiceAsync(request, send);
                            }
                        )
                    )
            );
        await using var provider = services.BuildServiceProvider();

        await Assert.ThrowsAsync<DodoUnknownOutcomeException>(() =>
            provider.GetRequiredService<IDodoClient>().CheckoutSessions.CreateAsync(The.OneClick())
        );

        Assert.Single(primary.Requests, request => request.Body is not null);
    }

    [Fact]
    public async Task A_handler_that_sends_synchronously_is_guarded_as_well()
    {
        await using var server = new ScriptedServer(Reply.Reset, new Reply(200, The.SessionJson));
        await using var app = new App(server, new SynchronousTwice());

        await Assert.ThrowsAsync<DodoUnknownOutcomeException>(() =>
            app.Dodo.CheckoutSessions.CreateAsync(The.OneClick())
        );

        Assert.Single(server.Received);
    }

    [Fact]
    public async Task What_can_be_repeated_may_be_repeated_by_a_handler()
    {
        await using var server = new ScriptedServer(Reply.Reset, new Reply(200, The.CustomerJson));
        await using var app = new App(server, new Handler(TwiceAsync));

        Assert.Equal("cus_1", (await app.Dodo.Customers.UpdateAsync("cus_1", new() { Name = "Ada" })).CustomerId);

        Assert.Equal(2, server.Received.Count);
    }

    [Fact]
    public async Task Nothing_of_the_guard_is_seen_on_the_wire()
    {
        await using var server = new ScriptedServer(request => new Reply(
            200,
            request.Method == "POST" ? The.SessionJson : The.CustomerJson
        ));
        await using var app = new App(server);

        await app.Dodo.CheckoutSessions.CreateAsync(The.OneClick());
        await app.Dodo.Customers.UpdateAsync("cus_1", new() { Name = "Ada" });

        Assert.Equal(2, server.Received.Count);
        Assert.All(
            server.Received,
            request =>
                Assert.DoesNotContain(
                    request.Headers,
                    header => header.Key.StartsWith("DodoUpsell", StringComparison.OrdinalIgnoreCase)
                )
        );
        Assert.All(
            server.Received,
            request => Assert.StartsWith("application/json", request.Headers["Content-Type"], StringComparison.Ordinal)
        );
    }

    private static async Task<HttpResponseMessage> TwiceAsync(
        HttpRequestMessage request,
        Func<HttpRequestMessage, Task<HttpResponseMessage>> send
    )
    {
        try
        {
            return await send(request);
        }
        catch (HttpRequestException)
        {
            return await send(request);
        }
    }

    private static async Task<HttpRequestMessage> CopyAsync(HttpRequestMessage request)
    {
        var copy = new HttpRequestMessage(request.Method, request.RequestUri)
        {
            Content = new ByteArrayContent(await request.Content!.ReadAsByteArrayAsync()),
        };
        foreach (var header in request.Headers)
            copy.Headers.TryAddWithoutValidation(header.Key, header.Value);
        foreach (var header in request.Content.Headers)
            copy.Content.Headers.TryAddWithoutValidation(header.Key, header.Value);
        return copy;
    }

    private static ServiceCollection Services(Uri address)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(new NoWaitTimeProvider());
        services.AddDodoUpsells(options =>
        {
            var usual = The.Options(address);
            (options.ApiKey, options.Environment, options.BaseAddress, options.RateLimit) = (
                usual.ApiKey,
                usual.Environment,
                usual.BaseAddress,
                usual.RateLimit
            );
            (options.AttemptTimeout, options.TotalTimeout) = (usual.AttemptTimeout, usual.TotalTimeout);
        });
        return services;
    }

    /// <summary>An app that registered the client with handlers of its own.</summary>
    private sealed class App : IAsyncDisposable
    {
        private readonly ServiceProvider _provider;

        public App(ScriptedServer server, params DelegatingHandler[] handlers)
        {
            var services = Services(server.Address);
            var http = services.AddDodoUpsells(_ => { }).HttpClient;
            foreach (var handler in handlers)
                http.AddHttpMessageHandler(() => handler);
            _provider = services.BuildServiceProvider();
        }

        public IDodoClient Dodo => _provider.GetRequiredService<IDodoClient>();

        public ValueTask DisposeAsync() => _provider.DisposeAsync();
    }

    private sealed class Handler(
        Func<HttpRequestMessage, Func<HttpRequestMessage, Task<HttpResponseMessage>>, Task<HttpResponseMessage>> handle
    ) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        ) => handle(request, other => base.SendAsync(other, cancellationToken));
    }

    private sealed class SynchronousTwice : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            await request.Content!.LoadIntoBufferAsync(cancellationToken);
            return await Task.Run(() => Twice(request, cancellationToken), cancellationToken);
        }

        private HttpResponseMessage Twice(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            try
            {
                return base.Send(request, cancellationToken);
            }
            catch (HttpRequestException)
            {
                return base.Send(request, cancellationToken);
            }
        }
    }
}
