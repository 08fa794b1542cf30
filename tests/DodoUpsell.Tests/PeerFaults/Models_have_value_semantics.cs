using DodoUpsell.Tests.Models;
using DodoUpsell.Tests.Support;

namespace DodoUpsell.Tests.PeerFaults;

/// <summary>
/// Row 16: every model's hash code was 0, and an exception's <see cref="Exception.InnerException"/> threw.
/// </summary>
public sealed class Models_have_value_semantics
{
    [Fact]
    public void Equal_content_is_equal_and_hashes_alike_and_other_content_does_not()
    {
        Customer Ada() =>
            Read(
                The.CustomerJson.Replace(
                    "\"metadata\":{}",
                    """ "metadata":{"order":"A-1","seats":3},"loyalty":{"tier":2} """,
                    StringComparison.Ordinal
                )
            );

        Assert.Equal(Ada(), Ada());
        Assert.Equal(Ada().GetHashCode(), Ada().GetHashCode());
        Assert.NotEqual(Ada(), Ada() with { Name = "Grace" });
        Assert.NotEqual(Ada().GetHashCode(), (Ada() with { Name = "Grace" }).GetHashCode());
        Assert.NotEqual(0, Ada().GetHashCode());
    }

    [Fact]
    public void Additional_members_count()
    {
        Assert.NotEqual(Read("""{"customer_id":"cus_1","tier":1}"""), Read("""{"customer_id":"cus_1","tier":2}"""));
        Assert.Equal(Read("""{"customer_id":"cus_1","tier":1}"""), Read("""{"customer_id":"cus_1","tier":1}"""));
    }

    [Fact]
    public async Task An_exception_tells_its_cause()
    {
        await using var server = new ScriptedServer(Reply.Reset);
        using var dodo = The.ClientOf(server, options => options.MaxRetries = 0);

        var lost = await Assert.ThrowsAsync<DodoConnectionException>(() => dodo.Customers.GetAsync("cus_1"));

        Assert.NotNull(lost.InnerException);
        Assert.Contains(lost.InnerException.GetType().Name, lost.ToString(), StringComparison.Ordinal);
    }

    private static Customer Read(string json) =>
        System.Text.Json.JsonSerializer.Deserialize<Customer>(json, SdkSerializer.Options)!;
}
