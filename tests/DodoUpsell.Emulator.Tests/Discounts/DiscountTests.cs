using System.Text.Json.Nodes;
using DodoUpsell.Emulator.Tests.Subscriptions;

namespace DodoUpsell.Emulator.Tests.Discounts;

/// <summary>Discounts as objects: made, found, changed, deleted.</summary>
public sealed class DiscountTests : IDisposable
{
    private readonly Shop _shop = new();

    public void Dispose() => _shop.Dispose();

    [Fact]
    public async Task A_code_is_upper_cased_or_made_up()
    {
        var named = await Create(""" "type": "percentage", "amount": 1500, "code": "save15" """);
        var unnamed = await Create(""" "type": "percentage", "amount": 1, "code": "" """);

        Assert.Equal("SAVE15", named.Text("code"));
        Assert.Equal((0, "any"), (named.Number("times_used"), named.Text("customer_eligibility")));
        Assert.StartsWith("dsc_", named.Text("discount_id"), StringComparison.Ordinal);
        Assert.Matches("^[0-9A-Z]{16}$", unnamed.Text("code"));
        Assert.Equal(named.ToJsonString(), (await _shop.Api.Get("discounts/code/save15")).Ok.ToJsonString());
        Assert.Equal(
            named.ToJsonString(),
            (await _shop.Api.Get($"discounts/{named.Text("discount_id")}")).Ok.ToJsonString()
        );
    }

    [Theory]
    [InlineData(""" "amount": 100 """, "INVALID_REQUEST_BODY")]
    [InlineData(""" "type": "percentage" """, "INVALID_REQUEST_BODY")]
    [InlineData(""" "type": "flat_per_unit", "amount": 100 """, "UNSUPPORTED_DISCOUNT_TYPE")]
    [InlineData(""" "type": "percentage", "amount": 0 """, "INVALID_PERCENTAGE")]
    [InlineData(""" "type": "percentage", "amount": 10001 """, "INVALID_PERCENTAGE")]
    [InlineData(""" "type": "percentage", "amount": 100, "code": "ab" """, "INVALID_REQUEST_PARAMETERS")]
    [InlineData(""" "type": "percentage", "amount": 100, "code": "spring20" """, "DISCOUNT_CODE_ALREADY_EXISTS")]
    [InlineData(
        """ "type": "percentage", "amount": 100, "usage_limit": 1, "per_customer_usage_limit": 2 """,
        "INVALID_REQUEST_PARAMETERS"
    )]
    [InlineData(
        """ "type": "percentage", "amount": 100, "expires_at": "2026-01-01T00:00:00Z" """,
        "INVALID_REQUEST_PARAMETERS"
    )]
    [InlineData(
        """
            "type": "percentage", "amount": 100, "starts_at": "2027-01-01T00:00:00Z",
              "expires_at": "2026-06-01T00:00:00Z"
            """,
        "INVALID_REQUEST_PARAMETERS"
    )]
    [InlineData(""" "type": "flat", "amount": 1 """, "DISCOUNT_CURRENCY_OPTION_INVALID")]
    [InlineData(
        """ "type": "flat", "amount": 1, "currency_options": [{ "currency": "USD", "is_default": true }] """,
        "DISCOUNT_CURRENCY_OPTION_INVALID"
    )]
    [InlineData(
        """
            "type": "flat", "amount": 1, "currency_options": [{ "currency": "USD", "max_amount_possible": 5 },
              { "currency": "USD", "max_amount_possible": 5 }]
            """,
        "DISCOUNT_CURRENCY_OPTION_INVALID"
    )]
    public async Task Terms_that_contradict_themselves_are_refused(string json, string code)
    {
        (await _shop.Api.Post("discounts", $"{{ {json} }}")).IsError(422, code);
        Assert.Single((await _shop.Api.Get("discounts")).Items);
    }

    [Fact]
    public async Task A_patch_changes_what_it_names_and_null_clears()
    {
        var made = await Create(
            """
            "type": "percentage", "amount": 100, "name": "A", "usage_limit": 5,
              "starts_at": "2026-02-01T00:00:00Z"
            """
        );
        var path = $"discounts/{made.Text("discount_id")}";

        var changed = (
            await _shop.Api.Patch(path, """{ "amount": 200, "name": null, "usage_limit": null, "code": "other" }""")
        ).Ok;

        Assert.Equal((200, "OTHER"), (changed.Number("amount"), changed.Text("code")));
        Assert.Null(changed["name"]);
        Assert.Null(changed["usage_limit"]);
        Assert.Equal("2026-02-01T00:00:00Z", changed.Text("starts_at"));
        (await _shop.Api.Patch(path, """{ "code": "SPRING20" }""")).IsError(422, "DISCOUNT_CODE_ALREADY_EXISTS");
        (await _shop.Api.Patch("discounts/dsc_none", "{}")).IsError(404, "NOT_FOUND");
    }

    [Fact]
    public async Task A_deleted_code_is_unknown_and_free_again()
    {
        var path = $"discounts/{DemoSeed.Discount}";
        Assert.Equal(204, (int)(await _shop.Api.Delete(path)).Status);

        (await _shop.Api.Get(path)).IsError(404, "NOT_FOUND");
        (await _shop.Api.Delete(path)).IsError(404, "NOT_FOUND");
        (await _shop.Api.Get("discounts/code/SPRING20")).IsError(404, "NOT_FOUND");
        (await _shop.Change(DemoSeed.ProPlan, more: """ "discount_codes": ["SPRING20"] """)).IsError(
            422,
            "INVALID_DISCOUNT_CODE"
        );
        _ = await Create(""" "type": "percentage", "amount": 100, "code": "SPRING20" """);
    }

    [Fact]
    public async Task The_list_filters_and_pages()
    {
        for (var index = 0; index < 25; index++)
            _shop.Emulator.PutDiscount(
                $"dsc_many_{index:D2}",
                new JsonObject { ["restricted_to"] = index == 3 ? new JsonArray("pdt_x") : [] }
            );
        _shop.Emulator.PutDiscount("dsc_old", new JsonObject { ["expires_at"] = "2026-01-01T00:00:00Z" });

        var seen = new List<string>();
        for (var page = 0; ; page++)
        {
            var ids = (await _shop.Api.Get($"discounts?page_number={page}")).Ids("discount_id");
            if (ids.Length == 0)
                break;

            seen.AddRange(ids);
        }

        Assert.Equal(27, seen.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(27, seen.Count);
        Assert.Equal(
            ["dsc_old"],
            (await _shop.Api.Get("discounts?active=false")).Ids("discount_id"),
            StringComparer.Ordinal
        );
        Assert.Equal(
            [DemoSeed.Discount],
            (await _shop.Api.Get("discounts?code=spring")).Ids("discount_id"),
            StringComparer.Ordinal
        );
        Assert.Empty((await _shop.Api.Get("discounts?discount_type=flat")).Items);
        Assert.Equal(26, (await _shop.Api.Get("discounts?product_id=pdt_y&page_size=100")).Items.Count);
        (await _shop.Api.Get("discounts?active=perhaps")).IsError(422, "INVALID_QUERY_PARAMS");
    }

    [Fact]
    public async Task Add_ons_are_listed_read_and_put()
    {
        var put = (await _shop.Api.Put("_emulator/addons/adn_new", """{ "price": 700, "name": "Storage" }""")).Ok;

        Assert.Equal(put.ToJsonString(), (await _shop.Api.Get("addons/adn_new")).Ok.ToJsonString());
        Assert.Equal(
            ["adn_new", DemoSeed.SeatAddon],
            (await _shop.Api.Get("addons")).Ids("id"),
            StringComparer.Ordinal
        );
        (await _shop.Api.Get("addons/adn_none")).IsError(404, "NOT_FOUND");
        (await _shop.Api.Put("_emulator/addons/adn_bad", """{ "price": -1 }""")).IsInvalidField("price");
    }

    private async Task<JsonNode> Create(string json) => (await _shop.Api.Post("discounts", $"{{ {json} }}")).Ok;
}
