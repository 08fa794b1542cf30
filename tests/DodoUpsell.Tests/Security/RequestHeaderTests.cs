using DodoUpsell.Http;
using DodoUpsell.Tests.Support;

namespace DodoUpsell.Tests.Security;

/// <summary>
/// Headers of the caller are checked and copied when they are given, not when the request has been built.
/// </summary>
public sealed class RequestHeaderTests
{
    [Theory]
    [InlineData("X-Trace", "schön")]
    [InlineData("X-Trace", "a\u007fb")]
    [InlineData("X-Trace", "a\u0001b")]
    [InlineData("X Trace", "a")]
    [InlineData("X-Träce", "a")]
    [InlineData("X:Trace", "a")]
    [InlineData("X-Trace\r\nX-Other", "a")]
    [InlineData("Content-Language", "de")]
    [InlineData("Expires", "0")]
    [InlineData("Connection", "close")]
    [InlineData("Expect", "100-continue")]
    [InlineData(SendOnceHandler.PermitHeader, "repeatable")]
    public void What_could_not_be_sent_as_it_is_is_refused_at_once_and_not_repeated(string name, string value)
    {
        using var dodo = new DodoClient(The.Options());

        var refused = Assert.Throws<ArgumentException>(() =>
            dodo.WithOptions(new() { Headers = new Dictionary<string, string> { [name] = value } })
        );

        Assert.DoesNotContain(value.Length > 2 ? value : $"'{value}'", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_that_is_null_is_refused()
    {
        using var dodo = new DodoClient(The.Options());

        Assert.Throws<ArgumentException>(() =>
            dodo.WithOptions(new() { Headers = new Dictionary<string, string> { ["X-Trace"] = null! } })
        );
    }

    [Fact]
    public async Task A_dictionary_that_changes_later_changes_no_request()
    {
        await using var server = new ScriptedServer(new Reply(200, The.CustomerJson));
        using var dodo = The.ClientOf(server);
        var headers = new Dictionary<string, string> { ["X-Trace"] = "t-1" };
        var traced = dodo.WithOptions(new() { Headers = headers });
        headers["X-Trace"] = "t-2";
        headers["Authorization"] = "Bearer other";
        headers["X-Late"] = "1";

        await traced.Customers.GetAsync("cus_1");

        var sent = Assert.Single(server.Received).Headers;
        Assert.Equal("t-1", sent["X-Trace"]);
        Assert.Equal($"Bearer {The.ApiKey}", sent["Authorization"]);
        Assert.False(sent.ContainsKey("X-Late"));
    }

    [Fact]
    public async Task Values_of_any_visible_character_are_sent()
    {
        await using var server = new ScriptedServer(new Reply(200, The.CustomerJson));
        using var dodo = The.ClientOf(server);

        await dodo.WithOptions(new() { Headers = new Dictionary<string, string> { ["X-Trace"] = "a b;c=\"d\", ~!" } })
            .Customers.GetAsync("cus_1");

        Assert.Equal("a b;c=\"d\", ~!", server.Received[0].Headers["X-Trace"]);
    }
}
