using System.Text.Json.Nodes;

namespace DodoUpsell.Tests.Models;

public sealed class PatchTests
{
    public static TheoryData<string> Updates =>
        ["PatchCustomerRequest", "PatchDiscountRequest", "PatchSubscriptionRequest", "PatchWebhookRequest"];

    [Theory]
    [MemberData(nameof(Updates))]
    public void Nothing_is_sent_unless_it_is_set(string schema) =>
        Assert.Equal("{}", ModelJsonTests.Write(Activator.CreateInstance(Contract.Models[schema])!));

    [Theory]
    [MemberData(nameof(Updates))]
    public void A_member_that_is_set_to_null_is_sent_as_null(string schema)
    {
        foreach (var (name, definition) in Contract.Schema(schema)["properties"]!.AsObject())
        {
            if (!Contract.Unwrap(definition!).Nullable)
                continue;
            var json = new JsonObject { [name] = null };
            var read = ModelJsonTests.Read(Contract.Models[schema], json);
            ModelJsonTests.AssertJson(json.ToJsonString(), ModelJsonTests.Write(read));
        }
    }

    [Theory]
    [MemberData(nameof(Updates))]
    public void A_member_that_is_set_to_a_value_is_sent_alone(string schema)
    {
        foreach (var (name, value) in new Samples().Of(schema))
        {
            var json = new JsonObject { [name] = value!.DeepClone() };
            ModelJsonTests.AssertJson(
                json.ToJsonString(),
                ModelJsonTests.Write(ModelJsonTests.Read(Contract.Models[schema], json))
            );
        }
    }

    [Fact]
    public void The_three_states_are_written_as_C_sharp_reads_best()
    {
        ModelJsonTests.AssertJson(
            """{"name":"New","phone_number":null}""",
            ModelJsonTests.Write(new UpdateCustomerRequest { Name = "New", PhoneNumber = null })
        );
        ModelJsonTests.AssertJson(
            """
            {"amount":1500,"usage_limit":null,"restricted_to":["pdt_1"],"currency_options":null,
              "type":"percentage"}
            """,
            ModelJsonTests.Write(
                new UpdateDiscountRequest
                {
                    Amount = 1500,
                    UsageLimit = null,
                    RestrictedTo = new(["pdt_1"]),
                    CurrencyOptions = new(null),
                    Type = DiscountType.Percentage,
                }
            )
        );
        ModelJsonTests.AssertJson(
            """{"status":"paused"}""",
            ModelJsonTests.Write(new UpdateSubscriptionRequest { Status = SubscriptionStatus.Paused })
        );
    }

    [Fact]
    public void A_default_value_is_sent_when_it_is_set()
    {
        ModelJsonTests.AssertJson(
            """{"cancel_at_next_billing_date":false}""",
            ModelJsonTests.Write(new UpdateSubscriptionRequest { CancelAtNextBillingDate = false })
        );
        ModelJsonTests.AssertJson(
            """{"metadata":{}}""",
            ModelJsonTests.Write(new UpdateCustomerRequest { Metadata = Metadata.Empty })
        );
        ModelJsonTests.AssertJson(
            """{"filter_types":[]}""",
            ModelJsonTests.Write(new UpdateWebhookEndpointRequest { FilterTypes = new([]) })
        );
    }

    [Fact]
    public void A_patch_never_prints_its_value()
    {
        Patch<string?> patch = "secret";
        Assert.Equal("set", patch.ToString());
        Assert.Equal("not set", default(Patch<string?>).ToString());
        Assert.NotEqual(default, new Patch<string?>(null));
    }
}
