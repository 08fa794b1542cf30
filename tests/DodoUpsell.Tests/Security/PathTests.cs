using DodoUpsell.Tests.Support;

namespace DodoUpsell.Tests.Security;

/// <summary>The path of the escape hatch is the path on the wire, or it is refused.</summary>
public sealed class PathTests
{
    [Theory]
    [InlineData("/brands/%2e%2e/payments")]
    [InlineData("/brands/%2E%2e/payments")]
    [InlineData("/brands/.%2e/payments")]
    [InlineData("/brands/%2e/payments")]
    [InlineData("/brands/..;x=1/payments")]
    [InlineData("/brands/..\\..\\payments")]
    [InlineData("/brands\\payments")]
    [InlineData("/brands#/bus_1")]
    [InlineData("/brands?a=1#b")]
    [InlineData("/brands/%")]
    [InlineData("/brands/%zz")]
    [InlineData("/brands/{id}")]
    [InlineData("/brands/%5c..%5cpayments")]
    [InlineData("/brands/..%2fpayments")]
    public async Task A_path_that_leads_to_another_resource_is_refused(string path)
    {
        await using var server = new ScriptedServer(new Reply(200, The.CustomerJson));
        using var dodo = The.ClientOf(server);

        var refused = await Assert.ThrowsAsync<ArgumentException>(() =>
            dodo.SendAsync(HttpMethod.Get, path, Http.EscapeHatchTests.BrandJson.Default.Brand)
        );

        Assert.Equal("path", refused.ParamName);
        Assert.Empty(server.Received);
    }

    [Theory]
    [InlineData("/brands/a%2Fb")]
    [InlineData("/brands/%C3%A4?next=a%23b&x=..")]
    [InlineData("/brands/...")]
    [InlineData("/brands/a..b/~c;d=1")]
    public async Task Any_other_path_reaches_the_wire_as_it_is(string path)
    {
        await using var server = new ScriptedServer(new Reply(200, """{"brand_id":"bus_1","name":"Main"}"""));
        using var dodo = The.ClientOf(server);

        await dodo.SendAsync(HttpMethod.Get, path, Http.EscapeHatchTests.BrandJson.Default.Brand);

        Assert.Equal(path, server.Received[0].Target);
    }
}
