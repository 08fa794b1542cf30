using System.Text.Json.Nodes;

namespace DodoUpsell.Emulator.Tests.Products;

public sealed class ProductTests : IDisposable
{
    private readonly DodoEmulator _emulator = new();
    private readonly ApiCaller _api;

    public ProductTests() => _api = new ApiCaller(_emulator);

    public void Dispose() => _api.Dispose();

    [Fact]
    public async Task A_product_carries_its_price_as_an_object()
    {
        var course = (await _api.Get("products/pdt_demo_course")).Ok;
        Assert.Equal("one_time_price", course["price"].Text("type"));
        Assert.Equal(4900, course["price"].Number("price"));
        Assert.False(course["is_recurring"]!.GetValue<bool>());

        var pro = (await _api.Get("products/pdt_demo_pro")).Ok;
        Assert.Equal("recurring_price", pro["price"].Text("type"));
        Assert.Equal("Month", pro["price"].Text("payment_frequency_interval"));
        Assert.Equal("adn_demo_seat", pro["addons"]![0]!.GetValue<string>());
    }

    [Fact]
    public async Task A_row_carries_the_amount_beside_the_price()
    {
        var row = (await _api.Get("products?recurring=true&page_size=1")).Items[0]!;

        Assert.Equal("pdt_demo_pro", row.Text("product_id"));
        Assert.Equal(8000, row.Number("price"));
        Assert.Equal("recurring_price", row["price_detail"].Text("type"));
    }

    [Fact]
    public async Task Products_are_found_by_kind_and_archive()
    {
        _emulator.PutProduct("pdt_old", new JsonObject { ["archived"] = true });

        Assert.Equal(5, (await _api.Get("products")).Items.Count);
        Assert.Equal(3, (await _api.Get("products?recurring=false")).Items.Count);
        Assert.Equal(["pdt_old"], (await _api.Get("products?archived=true")).Ids("product_id"));
        Assert.Empty((await _api.Get("products?brand_id=bus_other")).Items);
        (await _api.Get("products?archived=maybe")).IsError(422, "INVALID_QUERY_PARAMS");
        (await _api.Get("products/pdt_none")).IsError(404, "NOT_FOUND");
    }
}
