using System.Net;
using System.Text.Json.Nodes;

namespace DodoUpsell.Emulator.Tests.Entitlements;

public sealed class EntitlementTests : IDisposable
{
    private readonly DodoEmulator _emulator = new();
    private readonly ApiCaller _api;

    public EntitlementTests() => _api = new ApiCaller(_emulator);

    public void Dispose() => _api.Dispose();

    [Fact]
    public async Task Credits_are_what_a_test_says()
    {
        _emulator.PutCreditEntitlement(
            DemoSeed.CustomerWithCards,
            "cde_1",
            new JsonObject { ["name"] = "Tokens", ["balance"] = "12.5" }
        );
        _ = (await _api.Put("_emulator/customers/cus_demo_ben/credit-entitlements/cde_1", "")).Ok;

        var credit = Assert.Single((await _api.Get("customers/cus_demo_ada/credit-entitlements")).Items)!;
        JsonAssert.Same(
            """
            {"credit_entitlement_id":"cde_1","name":"Tokens","unit":"credits","description":null,"balance":"12.5",
              "overage":"0"}
            """,
            credit
        );
        Assert.Equal("0", (await _api.Get("customers/cus_demo_ben/credit-entitlements")).Items[0].Text("balance"));
        (
            await _api.Put("_emulator/customers/cus_demo_ada/credit-entitlements/cde_1", """{ "balance": "much" }""")
        ).IsInvalidField("balance");
    }

    [Fact]
    public async Task Grants_show_in_both_lists_in_their_two_spellings()
    {
        _emulator.PutEntitlementGrant(
            DemoSeed.CustomerWithCards,
            "entg_1",
            new JsonObject { ["entitlement_id"] = "ent_1", ["entitlement_name"] = "Beta" }
        );
        _ = (
            await _api.Put(
                "_emulator/customers/cus_demo_ada/entitlement-grants/entg_2",
                """{ "integration_type": "github", "status": "Revoked" }"""
            )
        ).Ok;

        var entitlements = (await _api.Get("customers/cus_demo_ada/entitlements")).Items;
        Assert.Equal(
            ["revoked", "delivered"],
            entitlements.Select(item => item.Text("status")),
            StringComparer.Ordinal
        );
        Assert.Equal("Beta", entitlements[1].Text("entitlement_name"));
        var grants = (await _api.Get("customers/cus_demo_ada/entitlement-grants")).Items;
        Assert.Equal(["Revoked", "Delivered"], grants.Select(item => item.Text("status")), StringComparer.Ordinal);
        Assert.Equal("ent_1", grants[1]!["feature"].Text("feature_id"));
        Assert.Equal(
            ["entg_1"],
            (
                await _api.Get(
                    "customers/cus_demo_ada/entitlement-grants?status=Delivered&integration_type=feature_flag"
                )
            ).Ids("id"),
            StringComparer.Ordinal
        );
        Assert.Equal(
            ["entg_1"],
            (await _api.Get("customers/cus_demo_ada/entitlement-grants?page_size=1&page_number=1")).Ids("id"),
            StringComparer.Ordinal
        );
        Assert.Empty((await _api.Get("customers/cus_demo_ben/entitlement-grants")).Items);
        (await _api.Get("customers/cus_demo_ada/entitlement-grants?status=delivered")).IsError(
            422,
            "INVALID_QUERY_PARAMS"
        );
        (
            await _api.Put("_emulator/customers/cus_demo_ada/entitlement-grants/x", """{ "status": "delivered" }""")
        ).IsInvalidField("status");
        Assert.Throws<ArgumentException>(() => _emulator.PutEntitlementGrant("cus_none", "entg_3"));
    }

    [Fact]
    public async Task A_grant_of_a_licence_key_shows_the_key_with_its_id_and_status()
    {
        _emulator.PutEntitlementGrant(
            DemoSeed.CustomerWithCards,
            "entg_1",
            new JsonObject { ["integration_type"] = "license_key", ["external_id"] = "ext_1" }
        );
        _ = (
            await _api.Put(
                "_emulator/customers/cus_demo_ada/entitlement-grants/entg_2",
                """
                { "integration_type": "license_key", "license_key": { "id": "lic_7", "key": "AB-12",
                  "status": "expired", "activations_used": 2, "activations_limit": 5,
                  "expires_at": "2026-01-01T00:00:00Z" } }
                """
            )
        ).Ok;
        _emulator.PutEntitlementGrant(
            DemoSeed.CustomerWithCards,
            "entg_3",
            new JsonObject { ["integration_type"] = "license_key", ["status"] = "Revoked" }
        );

        var grants = (await _api.Get("customers/cus_demo_ada/entitlement-grants")).Items;

        Assert.Equal(["disabled", "expired", "active"], grants.Select(grant => grant!["license_key"].Text("status")));
        JsonAssert.Same(
            """
            {"id":"lic_7","key":"AB-12","status":"expired","activations_used":2,"activations_limit":5,
              "expires_at":"2026-01-01T00:00:00Z"}
            """,
            grants[1]!["license_key"]
        );
        Assert.Equal(("lic_entg_1", "ext_1"), (grants[2]!["license_key"].Text("id"), grants[2].Text("external_id")));
        (
            await _api.Put("_emulator/customers/cus_demo_ada/entitlement-grants/x", """{ "license_key": {} }""")
        ).IsInvalidField("license_key");
    }

    [Theory]
    [InlineData("credit-entitlements")]
    [InlineData("entitlements")]
    [InlineData("entitlement-grants")]
    [InlineData("wallets")]
    [InlineData("wallets/ledger-entries")]
    public async Task Lists_of_nobody_are_not_found(string list)
    {
        (await _api.Get($"customers/cus_none/{list}")).IsError(404, "NOT_FOUND");
        Assert.Empty((await _api.Get($"customers/cus_demo_cleo/{list}")).Items);
    }

    [Fact]
    public async Task A_portal_link_signs_in_for_24_hours()
    {
        var session = (
            await _api.Post(
                "customers/cus_demo_ada/customer-portal/session?send_email=true&return_url=https%3A%2F%2Fshop.example%2Fme",
                ""
            )
        ).Ok;
        Uri link = new(session.Text("link")!);

        var page = await _api.Http.GetStringAsync(link, TestContext.Current.CancellationToken);
        Assert.Contains("Ada Buyer", page, StringComparison.Ordinal);
        Assert.Contains("ending in 4242", page, StringComparison.Ordinal);
        Assert.Contains("href=\"https://shop.example/me\"", page, StringComparison.Ordinal);

        _emulator.Clock.Advance(TimeSpan.FromHours(24));
        using var expired = await _api.Http.GetAsync(link, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, expired.StatusCode);
        (await _api.Post("customers/cus_demo_ada/customer-portal/session?send_email=maybe", "")).IsError(
            422,
            "INVALID_QUERY_PARAMS"
        );
        (await _api.Post("customers/cus_none/customer-portal/session", "")).IsError(404, "NOT_FOUND");
    }
}
