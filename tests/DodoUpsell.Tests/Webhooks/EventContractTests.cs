using System.Text.Json.Nodes;
using DodoUpsell.TestKit.Contract;
using DodoUpsell.Tests.Models;
using DodoUpsell.Webhooks;

namespace DodoUpsell.Tests.Webhooks;

/// <summary>Every event type of the contract, in every shape that may come.</summary>
public sealed class EventContractTests(ITestOutputHelper output)
{
    public static TheoryData<string> Types => [.. EventSamples.Types];

    [Theory]
    [MemberData(nameof(Types))]
    public void Everything_survives_the_round_trip(string type) => AssertRoundTrip(type, EventSamples.Of(type));

    [Theory]
    [MemberData(nameof(Types))]
    public void Unknown_members_of_envelope_and_data_survive(string type) =>
        AssertRoundTrip(type, EventSamples.Of(type, unknownMembers: true));

    [Theory]
    [MemberData(nameof(Types))]
    public void Unknown_values_survive(string type) =>
        AssertRoundTrip(type, EventSamples.Of(type, unknownValues: true));

    [Theory]
    [MemberData(nameof(Types))]
    public void The_data_is_the_object_of_the_API_and_does_not_know_its_payload_type(string type)
    {
        var body = EventSamples.Of(type);
        var data = DataOf(WebhookEvent.Parse(body.Utf8()));

        Assert.Empty(data.AdditionalProperties);
        body["data"]!.AsObject().Remove("payload_type");
        Assert.Equal(
            ModelJsonTests.Write(data),
            ModelJsonTests.Write(ModelJsonTests.Read(data.GetType(), body["data"]!))
        );
    }

    [Theory]
    [MemberData(nameof(Types))]
    [InlineData("subscription.past_due")]
    public void Data_without_payload_type_is_what_events_of_its_type_carry(string type)
    {
        var body = EventSamples.Of(type, unknownMembers: true);
        var expected = WebhookEvent.Parse(body.Utf8());

        foreach (var isNull in new[] { true, false })
        {
            if (isNull)
                body["data"]!["payload_type"] = null;
            else
                body["data"]!.AsObject().Remove("payload_type");
            var read = WebhookEvent.Parse(body.Utf8());

            Assert.IsType(expected.GetType(), read);
            Assert.Equal(
                (expected.Type, expected.PayloadType, expected.Subject, expected.StateAt),
                (read.Type, read.PayloadType, read.Subject, read.StateAt)
            );
            ModelJsonTests.AssertJson(expected.Written(), read.Written());
        }
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void Data_that_says_what_it_is_is_that_whatever_the_type_of_its_event(string type)
    {
        var body = EventSamples.Of(type);
        var expected = WebhookEvent.Parse(body.Utf8()).GetType();

        foreach (var other in new[] { "payment.succeeded", "credit.balance_low", "brand.renamed" })
        {
            body["type"] = other;
            Assert.IsType(expected, WebhookEvent.Parse(body.Utf8()));
        }
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void Data_that_does_not_fit_its_type_is_delivered_raw(string type)
    {
        var body = EventSamples.Of(type);
        var data = body["data"]!.AsObject();
        foreach (var (name, value) in data.ToArray())
        {
            if (name is "payload_type")
                continue;
            data[name] = new JsonArray(new JsonObject { ["not"] = "what was promised" }, 1e300);
            var read = WebhookEvent.Parse(body.Utf8());
            Assert.Equal(
                (type, EventSamples.Payloads[EventSamples.SchemaOf(type)].PayloadType),
                (read.Type.Value, read.PayloadType)
            );
            ModelJsonTests.AssertJson(body.ToJsonString(), read.Written());
            data[name] = value?.DeepClone();
        }

        Assert.IsType(EventSamples.Payloads[EventSamples.SchemaOf(type)].Event, WebhookEvent.Parse(body.Utf8()));
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void Data_that_does_not_say_which_object_it_is_is_delivered_raw(string type)
    {
        var required = Contract
            .Properties(Contract.Responses[EventSamples.SchemaOf(type)])
            .Single(property => property.IsRequired)
            .Name;
        foreach (var none in new JsonNode?[] { null, "" })
        {
            var body = EventSamples.Of(type);
            body["data"]![required] = none?.DeepClone();
            Assert.IsType<UnknownWebhookEvent>(WebhookEvent.Parse(body.Utf8()));
        }
    }

    [Fact]
    public void Every_kind_of_event_is_tried()
    {
        var kinds = typeof(WebhookEvent)
            .Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(WebhookEvent)) && !type.IsAbstract);

        Assert.Equal(
            EventSamples
                .Payloads.Values.Select(payload => payload.Event)
                .Append(typeof(UnknownWebhookEvent))
                .ToHashSet(),
            kinds.ToHashSet()
        );
        Assert.Equal(
            EventSamples.Payloads.Keys.ToHashSet(StringComparer.Ordinal),
            EventSamples.Types.Select(EventSamples.SchemaOf).ToHashSet(StringComparer.Ordinal)
        );
        Assert.Equal(
            EventSamples.Types.Append("subscription.past_due").ToHashSet(StringComparer.Ordinal),
            WebhookEventType.KnownValues.Select(type => type.Value).ToHashSet(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task What_is_written_fits_the_contract()
    {
        await using var validator = new ContractValidator();
        foreach (var (type, schema) in DodoContract.Webhooks)
        {
            var written = WebhookEvent.Parse(EventSamples.Of(type).Utf8()).Written();
            var faults = await validator.ValidateAsync(JsonNode.Parse(written), schema, unknownMembers: true);
            Assert.True(faults.Count == 0, $"{type}: {string.Join("; ", faults)}");

            // Without its type, which the schemas do not name, there is not one member that they do not describe.
            var bare = JsonNode.Parse(written)!;
            Assert.True(bare["data"]!.AsObject().Remove("payload_type"));
            Assert.Empty(await validator.ValidateAsync(bare, schema));
        }

        output.WriteLine($"{DodoContract.Webhooks.Count} of {DodoContract.Webhooks.Count} bodies fit the contract");
    }

    internal static ApiObject DataOf(WebhookEvent read) =>
        (ApiObject)read.GetType().GetProperty("Data")!.GetValue(read)!;

    private static void AssertRoundTrip(string type, JsonObject body)
    {
        var read = WebhookEvent.Parse(body.Utf8());

        Assert.IsType(EventSamples.Payloads[EventSamples.SchemaOf(type)].Event, read);
        Assert.Equal(type, read.Type.Value);
        Assert.Equal("bus_÷1", read.BusinessId);
        Assert.Equal(new DateTimeOffset(2026, 8, 11, 9, 30, 5, TimeSpan.Zero).AddMicroseconds(123456), read.Timestamp);
        Assert.NotEmpty(read.Subject);
        ModelJsonTests.AssertJson(body.ToJsonString(), read.Written());
    }
}
