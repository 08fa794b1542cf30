using DodoUpsell.AspNetCore.Security;
using Microsoft.AspNetCore.Http;

namespace DodoUpsell.AspNetCore.Tests;

public sealed class RequestOriginTests
{
    [Theory]
    [InlineData("same-origin", null, "Own")]
    [InlineData("none", null, "Own")]
    [InlineData("same-site", null, "Other")]
    [InlineData("cross-site", null, "Other")]
    [InlineData("", null, "Other")]
    [InlineData("SAME-ORIGIN", null, "Other")]
    [InlineData("cross-site", "https://shop.example", "Other")]
    [InlineData("same-origin", "https://other.example", "Own")]
    [InlineData("cross-site", "https://app.example", "Own")]
    [InlineData(null, "https://shop.example", "Own")]
    [InlineData(null, "HTTPS://SHOP.EXAMPLE", "Own")]
    [InlineData(null, "https://app.example", "Own")]
    [InlineData(null, "http://shop.example", "Other")]
    [InlineData(null, "https://shop.example:444", "Other")]
    [InlineData(null, "https://shop.example.evil", "Other")]
    [InlineData(null, "https://evil.example", "Other")]
    [InlineData(null, "null", "Other")]
    [InlineData(null, "", "Other")]
    [InlineData(null, null, "Unknown")]
    public void Headers_tell_the_site(string? site, string? origin, string verdict)
    {
        var request = new DefaultHttpContext().Request;
        request.Scheme = "https";
        request.Host = new HostString("shop.example");
        if (site is not null)
            request.Headers["Sec-Fetch-Site"] = site;
        if (origin is not null)
            request.Headers.Origin = origin;

        Assert.Equal(verdict, RequestOrigin.Of(request, ["https://app.example"]).ToString());
    }

    [Fact]
    public void A_header_that_is_sent_twice_is_not_believed()
    {
        var request = new DefaultHttpContext().Request;
        request.Headers["Sec-Fetch-Site"] = new(["same-origin", "cross-site"]);

        Assert.Equal(OriginVerdict.Other, RequestOrigin.Of(request, []));
    }
}
