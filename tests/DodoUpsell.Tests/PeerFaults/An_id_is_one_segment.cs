using DodoUpsell.Tests.Support;

namespace DodoUpsell.Tests.PeerFaults;

/// <summary>Row 7: <c>cus_1/../../payments</c> read another resource, and an empty id listed everything.</summary>
public sealed class An_id_is_one_segment
{
    [Theory]
    [InlineData("cus_1/../../payments", "/customers/cus_1%2F..%2F..%2Fpayments")]
    [InlineData("cus_1?page_size=100", "/customers/cus_1%3Fpage_size%3D100")]
    [InlineData("cus 1#x%2F", "/customers/cus%201%23x%252F")]
    [InlineData("кус\r\nHost: evil", "/customers/%D0%BA%D1%83%D1%81%0D%0AHost%3A%20evil")]
    public async Task Whatever_an_id_contains_stays_in_its_segment(string id, string target)
    {
        await using var server = new ScriptedServer(new Reply(200, The.CustomerJson));
        using var dodo = The.ClientOf(server);

        await dodo.Customers.GetAsync(id);

        Assert.Equal(target, Assert.Single(server.Received).Target);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData(null)]
    public async Task A_blank_or_dotted_id_is_refused_before_anything_is_sent(string? id)
    {
        await using var server = new ScriptedServer(new Reply(200, The.CustomerJson));
        using var dodo = The.ClientOf(server);

        var refused = await Assert.ThrowsAnyAsync<ArgumentException>(() => dodo.Customers.GetAsync(id!));

        Assert.Equal("customerId", refused.ParamName);
        Assert.Empty(server.Received);
    }

    [Fact]
    public async Task The_naive_client_reads_another_resource()
    {
        await using var server = new ScriptedServer(new Reply(200, The.CustomerJson));
        using var naive = new NaiveClient(server.Address);

        await naive.GetCustomerAsync("cus_1/../../payments");

        Assert.Equal("/payments", Assert.Single(server.Received).Target);
    }
}
