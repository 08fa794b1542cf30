using System.Net;
using System.Text.Json.Nodes;

namespace DodoUpsell.Emulator.Tests.Faults;

public sealed class FaultTests : IDisposable
{
    private readonly DodoEmulator _emulator = new(new DodoEmulatorOptions { Settlement = PaymentSettlement.Immediate });
    private readonly ApiCaller _api;

    public FaultTests() => _api = new ApiCaller(_emulator);

    public void Dispose() => _api.Dispose();

    [Theory]
    [InlineData(EmulatedFaultKind.DropBefore, 0)]
    [InlineData(EmulatedFaultKind.DropAfterCommit, 1)]
    public async Task A_dropped_connection_looks_as_one_that_broke(EmulatedFaultKind kind, int charges)
    {
        _emulator.AddFault(new EmulatedFault(kind) { Method = "POST", Path = "/checkouts" });

        var error = await Assert.ThrowsAsync<HttpRequestException>(() => _api.OneClick());

        Assert.Equal(HttpRequestError.ResponseEnded, error.HttpRequestError);
        Assert.IsType<HttpIOException>(error.InnerException);
        _emulator.ShouldHaveCharged(charges);
        _ = (await _api.OneClick()).Ok;
        _emulator.ShouldHaveCharged(charges + 1);
    }

    [Theory]
    [InlineData(EmulatedFaultKind.Status, 503, 0)]
    [InlineData(EmulatedFaultKind.StatusAfterCommit, 500, 1)]
    public async Task An_error_status_comes_before_or_after_the_charge(EmulatedFaultKind kind, int status, int charges)
    {
        _emulator.AddFault(new EmulatedFault(kind));
        (await _api.OneClick()).IsError(status, "INTERNAL_SERVER_ERROR");
        _emulator.ShouldHaveCharged(charges);

        _emulator.AddFault(new EmulatedFault(kind) { Status = HttpStatusCode.TooManyRequests });
        (await _api.OneClick()).IsError(429, "TOO_MANY_REQUESTS");
    }

    [Fact]
    public async Task A_truncated_body_is_the_first_half_of_the_real_one()
    {
        var whole = await _api.Http.GetStringAsync("products/pdt_demo_course", TestContext.Current.CancellationToken);
        _emulator.AddFault(new EmulatedFault(EmulatedFaultKind.TruncateBody));

        var half = await _api.Http.GetStringAsync("products/pdt_demo_course", TestContext.Current.CancellationToken);

        Assert.Equal(whole[..(whole.Length / 2)], half);
    }

    [Fact]
    public async Task A_proxy_page_is_html_and_nothing_has_happened()
    {
        _emulator.AddFault(new EmulatedFault(EmulatedFaultKind.HtmlBody) { Method = "POST" });

        using var answer = await _api.Http.PostAsync("checkouts", content: null, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadGateway, answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        _emulator.ShouldNotHaveCharged();
    }

    [Fact]
    public async Task A_held_back_answer_waits_for_the_clock_and_has_charged_already()
    {
        _emulator.AddFault(new EmulatedFault(EmulatedFaultKind.Delay) { Delay = TimeSpan.FromSeconds(30) });

        var answer = _api.OneClick();

        Assert.False(answer.IsCompleted);
        _emulator.ShouldHaveCharged();
        _emulator.Clock.Advance(TimeSpan.FromSeconds(30));
        _ = (await answer).Ok;
    }

    [Fact]
    public async Task A_client_may_give_up_on_a_held_back_answer()
    {
        _emulator.AddFault(new EmulatedFault(EmulatedFaultKind.Delay) { Delay = TimeSpan.FromSeconds(30) });
        using var cancelled = new CancellationTokenSource();

        var answer = _api.Http.GetAsync("products", cancelled.Token);
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answer);
    }

    [Fact]
    public async Task A_delay_follows_the_time_source_when_there_is_one()
    {
        var source = new DodoEmulator().Clock;
        var emulator = new DodoEmulator(new DodoEmulatorOptions { TimeSource = source });
        using var api = new ApiCaller(emulator);
        emulator.AddFault(new EmulatedFault(EmulatedFaultKind.Delay) { Delay = TimeSpan.FromSeconds(2) });

        var answer = api.Get("products");
        Assert.False(answer.IsCompleted);
        source.Advance(TimeSpan.FromSeconds(2));

        _ = (await answer).Ok;
    }

    [Theory]
    [InlineData("GET", "/customers/{}/payment-methods", true)]
    [InlineData("get", "/customers/{customer_id}/payment-methods", true)]
    [InlineData(null, "/customers/*", true)]
    [InlineData(null, "customers/cus_demo_ada/*", true)]
    [InlineData("GET", null, true)]
    [InlineData("POST", null, false)]
    [InlineData(null, "/customers", false)]
    [InlineData(null, "/customers/{}", false)]
    [InlineData(null, "/customers/{}/payment-methods/*", false)]
    [InlineData(null, "/customers/cus_demo_ben/payment-methods", false)]
    public async Task A_fault_fits_by_method_and_path(string? method, string? path, bool fits)
    {
        _emulator.AddFault(new EmulatedFault(EmulatedFaultKind.Status) { Method = method, Path = path });

        var answer = await _api.Get("customers/cus_demo_ada/payment-methods?x=1");

        Assert.Equal(fits ? HttpStatusCode.ServiceUnavailable : HttpStatusCode.OK, answer.Status);
    }

    [Fact]
    public async Task Times_and_probability_are_kept_by_the_seed()
    {
        async Task<string> Fates()
        {
            _emulator.ClearFaults();
            _emulator.AddFault(
                new EmulatedFault(EmulatedFaultKind.Status)
                {
                    Times = 5,
                    Probability = 0.5,
                    Seed = 7,
                }
            );
            var fates = "";
            for (var call = 0; call < 30; call++)
                fates += (await _api.Get("products")).Status is HttpStatusCode.OK ? '.' : 'x';

            return fates;
        }

        var first = await Fates();

        Assert.Equal(5, first.Count(fate => fate is 'x'));
        Assert.Contains('.', first.TrimEnd('.'));
        Assert.Equal(first, await Fates());
    }

    [Fact]
    public async Task Faults_are_added_listed_and_cleared_over_http()
    {
        var added = (
            await _api.Post(
                "_emulator/faults",
                """
                { "method": "POST", "path": "/checkouts", "kind": "drop_after_commit", "status": 503,
                  "delay_ms": 0, "times": 2, "probability": 1.0, "seed": 1 }
                """
            )
        ).Ok;
        Assert.Equal(2, added.Number("remaining"));
        await Assert.ThrowsAsync<HttpRequestException>(() => _api.OneClick());

        Assert.Equal(1, Assert.Single((await _api.Get("_emulator/faults")).Items).Number("remaining"));
        Assert.Equal(HttpStatusCode.NoContent, (await _api.Delete("_emulator/faults")).Status);
        _ = (await _api.OneClick()).Ok;
        Assert.Equal(2, _emulator.Charges.Count);
    }

    [Theory]
    [InlineData("""{ }""", "kind")]
    [InlineData("""{ "kind": "explode" }""", "kind")]
    [InlineData("""{ "kind": "status", "status": 99 }""", "status")]
    [InlineData("""{ "kind": "delay", "delay_ms": -1 }""", "delay_ms")]
    [InlineData("""{ "kind": "status", "times": 0 }""", "times")]
    [InlineData("""{ "kind": "status", "probability": 1.5 }""", "probability")]
    public async Task A_fault_that_makes_no_sense_is_refused(string body, string field) =>
        (await _api.Post("_emulator/faults", body)).IsInvalidField(field);

    [Fact]
    public void A_fault_that_makes_no_sense_is_an_argument_error_in_process()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new EmulatedFault((EmulatedFaultKind)99));
        Assert.Throws<ArgumentOutOfRangeException>(() => new EmulatedFault(EmulatedFaultKind.Status) { Times = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            new EmulatedFault(EmulatedFaultKind.Status) { Probability = double.NaN }
        );
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            new EmulatedFault(EmulatedFaultKind.Status) { Status = (HttpStatusCode)600 }
        );
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            new EmulatedFault(EmulatedFaultKind.Delay) { Delay = TimeSpan.FromTicks(-1) }
        );
    }

    [Fact]
    public async Task Over_a_socket_the_connection_really_breaks()
    {
        await using var server = await _emulator.StartServerAsync(
            cancellationToken: TestContext.Current.CancellationToken
        );
        using var remote = new ApiCaller(new SocketsHttpHandler(), server.BaseAddress);
        _emulator.AddFault(new EmulatedFault(EmulatedFaultKind.DropAfterCommit) { Path = "/checkouts" });
        _emulator.AddFault(new EmulatedFault(EmulatedFaultKind.TruncateBody) { Path = "/products" });

        var error = await Assert.ThrowsAsync<HttpRequestException>(() => remote.OneClick());

        Assert.IsAssignableFrom<IOException>(error.InnerException);
        _emulator.ShouldHaveCharged();
        await Assert.ThrowsAnyAsync<System.Text.Json.JsonException>(() => remote.Get("products"));
        _ = (await remote.Get("products")).Ok;
    }
}
