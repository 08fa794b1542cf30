using System.Globalization;
using DodoUpsell.Tests.Support;

namespace DodoUpsell.Tests.PeerFaults;

/// <summary>Row 8: after the first page page 2 was asked for, so 15 of 25 items came.</summary>
public sealed class A_list_is_complete
{
    private const int Total = 25;

    [Fact]
    public async Task Twenty_five_items_come_as_twenty_five()
    {
        await using var server = new ScriptedServer(ServePage);
        using var dodo = The.ClientOf(server);

        var ids = new List<string>();
        await foreach (var customer in dodo.Customers.ListAsync(new() { PageSize = 10 }))
            ids.Add(customer.CustomerId);

        Assert.Equal(Enumerable.Range(0, Total).Select(i => $"cus_{i}"), ids);
        Assert.Equal(["0", "1", "2", "3"], server.Received.Select(request => Query(request.Target, "page_number")));
        Assert.All(server.Received, request => Assert.Equal("10", Query(request.Target, "page_size")));
    }

    [Fact]
    public async Task Pages_can_be_taken_up_where_they_ended()
    {
        await using var server = new ScriptedServer(ServePage);
        using var dodo = The.ClientOf(server);
        string? token = null;
        await foreach (var page in dodo.Customers.ListAsync(new() { PageSize = 10 }).AsPages())
        {
            token = page.ContinuationToken;
            break;
        }

        var rest = new List<string>();
        await foreach (var page in dodo.Customers.ListAsync(new() { PageSize = 10 }).AsPages(token))
            rest.AddRange(page.Items.Select(customer => customer.CustomerId));

        Assert.Equal(Enumerable.Range(10, 15).Select(i => $"cus_{i}"), rest);
    }

    [Fact]
    public async Task A_server_that_repeats_a_page_does_not_loop_for_ever()
    {
        await using var server = new ScriptedServer(new Reply(200, $$"""{"items":[{{The.CustomerJson}}]}"""));
        using var dodo = The.ClientOf(server);

        var error = await Assert.ThrowsAsync<DodoApiException>(async () =>
        {
            await foreach (var _ in dodo.Customers.ListAsync())
            {
                // Counted by the server.
            }
        });

        Assert.Contains("twice", error.Message, StringComparison.Ordinal);
        Assert.Equal(2, server.Received.Count);
    }

    [Fact]
    public async Task Nothing_is_sent_before_the_enumeration_starts()
    {
        await using var server = new ScriptedServer(ServePage);
        using var dodo = The.ClientOf(server);

        var list = dodo.Customers.ListAsync();

        Assert.Empty(server.Received);
        await using var enumerator = list.GetAsyncEnumerator();
        Assert.True(await enumerator.MoveNextAsync());
        Assert.Single(server.Received);
    }

    private static Reply ServePage(ReceivedRequest request)
    {
        var size = int.Parse(Query(request.Target, "page_size"), CultureInfo.InvariantCulture);
        var number = int.Parse(Query(request.Target, "page_number"), CultureInfo.InvariantCulture);
        var items = Enumerable
            .Range(0, Total)
            .Skip(size * number)
            .Take(size)
            .Select(i => The.CustomerJson.Replace("cus_1", $"cus_{i}", StringComparison.Ordinal));
        return new Reply(200, $$"""{"items":[{{string.Join(',', items)}}]}""");
    }

    private static string Query(string target, string name) =>
        target.Split('?')[1].Split('&').Select(pair => pair.Split('=')).Single(pair => pair[0] == name)[1];
}
