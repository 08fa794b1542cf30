using System.Diagnostics;
using System.Text;
using System.Text.Json;
using DodoUpsell.Http.Json;

namespace DodoUpsell.Tests.Models;

/// <summary>The generated code of the models reads and writes what the serializer does with their attributes.</summary>
public sealed class GeneratedJsonTests
{
    public static TheoryData<string> Schemas => [.. Contract.Models.Keys.Where(key => !IsList(Contract.Models[key]))];

    [Theory]
    [MemberData(nameof(Schemas))]
    public void A_model_is_written_as_the_serializer_writes_it(string schema)
    {
        var model = Contract.Models[schema];
        var sample = new Samples(unknownMembers: true).Of(schema).ToJsonString();

        var read = JsonSerializer.Deserialize(sample, model, SdkSerializer.Options)!;

        // The serializer's own options know nothing of the generated code, so both texts agree in order and form.
        var expected = JsonSerializer.Serialize(read, model, SdkSerializer.Members);
        Assert.Equal(WithUtcTimes(expected), JsonSerializer.Serialize(read, model, SdkSerializer.Options));
    }

    [Fact]
    public void What_is_missing_is_written_as_the_serializer_writes_it()
    {
        var payment = new Payment { PaymentId = "pay_1" };

        Assert.Equal(
            WithUtcTimes(JsonSerializer.Serialize(payment, SdkSerializer.Members)),
            JsonSerializer.Serialize(payment, SdkSerializer.Options)
        );
    }

    [Theory]
    [InlineData("""{"customer_id":"cus_1","ema\u0069l":"a@b.c"}""", "a@b.c")]
    [InlineData("""{"email":"first","customer_id":"cus_1","email":"last"}""", "last")]
    [InlineData("""{"email":null,"customer_id":"cus_1"}""", null)]
    public void Names_may_be_escaped_and_the_last_of_two_members_counts(string json, string? email)
    {
        var customer = ModelJson.Parse<CustomerSummary>(Encoding.UTF8.GetBytes(json), CustomerSummaryJson.Read)!;

        Assert.Equal(email ?? "", customer.Email);
        Assert.Empty(customer.AdditionalProperties);
    }

    [Theory]
    [InlineData("""{"items":[{"payment_id":"a"},{"payment_id":"b","total_amount":"x"}]}""", "$.items[1].total_amount")]
    [InlineData("""{"items":[{"payment_id":7}]}""", "$.items[0].payment_id")]
    [InlineData("""{"items":7}""", "$.items")]
    [InlineData("""[]""", "$")]
    public void An_error_names_the_place(string json, string path)
    {
        var error = Assert.Throws<JsonException>(() =>
            ModelJson.Parse<ListResponse<PaymentListItem>>(Encoding.UTF8.GetBytes(json), PaymentListItemJson.ReadList)
        );

        Assert.Equal(path, error.Path);
    }

    [Theory]
    [InlineData("""{"customer_id":"cus_1"} x""")]
    [InlineData("""{"customer_id":"cus_1"}{}""")]
    [InlineData("""{"customer_id":"cus_1",}""")]
    [InlineData("""{"customer_id":"cus_1" """)]
    [InlineData("")]
    public void What_is_not_one_whole_document_is_an_error(string json) =>
        Assert.Throws<JsonException>(() =>
            ModelJson.Parse<CustomerSummary>(Encoding.UTF8.GetBytes(json), CustomerSummaryJson.Read)
        );

    [Fact]
    public void A_text_that_was_read_before_is_not_allocated_again()
    {
        Assert.Same(Value("\"a_new_status\""), Value("\"a_new_status\""));
        Assert.Equal("not \u00e9 ascii", Value("\"not \u00e9 ascii\""));
        Assert.Equal("escaped", Value("\"\\u0065scaped\""));
        Assert.Equal(new string('x', 200), Value($"\"{new string('x', 200)}\""));
        Assert.Null(Value("\" \""));
        Assert.Null(Value("null"));
    }

    [Fact]
    public void Texts_that_share_a_place_stay_apart()
    {
        var texts = Enumerable.Range(0, 5_000).Select(number => $"value_{number}").ToList();

        foreach (var text in texts.Concat(texts))
            Assert.Equal(text, Value($"\"{text}\""));
    }

    [Fact]
    public void A_request_leaves_nothing_behind_in_the_next_one()
    {
        var large = new CreateCustomerRequest { Email = new string('a', 200_000), Name = "Ada" };
        var small = new CreateCustomerRequest { Email = "b@example.com", Name = "Bob" };

        ModelJson.ToUtf8Bytes(large, CreateCustomerRequestJson.WriteMembers);
        Assert.Throws<UnreachableException>(() =>
            ModelJson.ToUtf8Bytes(small, (_, _) => throw new UnreachableException())
        );

        Assert.Equal(
            """{"email":"b@example.com","name":"Bob"}""",
            Encoding.UTF8.GetString(ModelJson.ToUtf8Bytes(small, CreateCustomerRequestJson.WriteMembers))
        );
    }

    // The API requires Z where the serializer writes +00:00.
    private static string WithUtcTimes(string json) => json.Replace("+00:00\"", "Z\"", StringComparison.Ordinal);

    private static bool IsList(Type type) => type.IsGenericType;

    private static string? Value(string json)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        reader.Read();
        return JsonRead.Value(ref reader);
    }
}
