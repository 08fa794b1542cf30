using DodoUpsell.Tests.Support;

namespace DodoUpsell.Tests.PeerFaults;

/// <summary>Row 17: a bad base address or a line break in the key gave a raw exception at the first call.</summary>
public sealed class Wrong_settings_are_refused_when_configured
{
    [Theory]
    [InlineData("sk_test\n123", "copy the key again")]
    [InlineData("sk test", "copy the key again")]
    [InlineData("sk_tést", "copy the key again")]
    [InlineData(" ", "is missing")]
    public void A_malformed_key_is_refused_with_the_fix_and_not_repeated(string key, string fix)
    {
        var options = The.Options();
        options.ApiKey = key;

        var refused = Assert.Throws<ArgumentException>(() => new DodoClient(options));

        Assert.Contains("ApiKey", refused.Message, StringComparison.Ordinal);
        Assert.Contains(fix, refused.Message, StringComparison.Ordinal);
        if (key.Length > 1)
            Assert.DoesNotContain(key, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://payments.example.com", "use https")]
    [InlineData("ftp://localhost", "use https")]
    [InlineData("https://user:pw@example.com", "user information")]
    [InlineData("https://example.com/?a=b", "remove the query")]
    public void A_bad_address_is_refused_with_the_fix(string address, string fix)
    {
        var options = The.Options(new Uri(address));

        var refused = Assert.Throws<ArgumentException>(() => new DodoClient(options));

        Assert.Contains("BaseAddress", refused.Message, StringComparison.Ordinal);
        Assert.Contains(fix, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("user:pw", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://localhost:4010")]
    [InlineData("http://127.0.0.1:4010")]
    [InlineData("http://[::1]:4010/prefix/")]
    [InlineData("https://payments.example.com")]
    public void A_good_address_is_accepted(string address)
    {
        using var dodo = new DodoClient(The.Options(new Uri(address)));

        Assert.NotNull(dodo.Customers);
    }

    [Fact]
    public void The_environment_must_be_chosen()
    {
        var options = The.Options();
        options.Environment = null;

        var refused = Assert.Throws<ArgumentException>(() => new DodoClient(options));

        Assert.Contains("set it to Test or Live", refused.Message, StringComparison.Ordinal);
    }
}
