using DodoUpsell.TestKit.Contract;

namespace DodoUpsell.ContractTests.Kit;

/// <summary>Tests the validator, because a validator that accepts everything would let every suite pass.</summary>
public sealed class ContractValidatorTests(ContractValidator validator)
{
    private const string Refund = """
        {"amount": 1500, "business_id": "bus_1", "created_at": "2026-09-14T08:12:45.318204Z", "currency": "EUR",
          "is_partial": true,
        "payment_id": "pay_1", "reason": null, "refund_id": "ref_1", "status": "succeeded"}
        """;

    [Fact]
    public async Task A_value_that_is_what_it_should_be_has_no_errors() =>
        Assert.Empty(await validator.ValidateAsync(Refund, "#/$defs/RefundListItem"));

    [Theory]
    [InlineData("\"refund_id\": \"ref_1\",", "", "/ must have required property 'refund_id'")]
    [InlineData("\"reason\"", "\"raeson\"", "/ must NOT have additional properties: raeson")]
    [InlineData("true", "\"true\"", "/is_partial must be boolean")]
    [InlineData("1500", "\"1500\"", "/amount must be integer,null")]
    [InlineData("1500", "2147483648", "/amount must match format \"int32\"")]
    [InlineData("09-14", "09-31", "/created_at must match format \"date-time\"")]
    [InlineData(
        "succeeded",
        "success",
        "/status must be equal to one of the allowed values: succeeded, failed, pending, review"
    )]
    public async Task Each_kind_of_mistake_is_named(string right, string wrong, string error) =>
        Assert.Equal(
            [error],
            await validator.ValidateAsync(
                Refund.Replace(right, wrong, StringComparison.Ordinal),
                "#/$defs/RefundListItem"
            ),
            StringComparer.Ordinal
        );

    [Fact]
    public async Task Unknown_members_pass_only_where_they_are_allowed()
    {
        const string Portal = """{"link": "https://portal.example", "valid_for": 3600}""";

        Assert.Empty(
            await validator.ValidateAsync(Portal, "#/$defs/CreateCustomerPortalSessionResponse", unknownMembers: true)
        );
        Assert.NotEmpty(await validator.ValidateAsync(Portal, "#/$defs/CreateCustomerPortalSessionResponse"));
    }

    [Fact]
    public async Task Metadata_takes_texts_whole_numbers_numbers_and_truth_values_and_nothing_else()
    {
        Assert.Empty(await validator.ValidateAsync("""{"a": "x", "b": 12, "c": 0.5, "d": true}""", "#/$defs/Metadata"));
        Assert.NotEmpty(await validator.ValidateAsync("""{"a": ["x"]}""", "#/$defs/Metadata"));
    }

    [Fact]
    public async Task The_cases_of_a_union_do_not_mix()
    {
        Assert.Empty(
            await validator.ValidateAsync("""{"guild_id": "1", "role_id": null}""", "#/$defs/IntegrationConfigResponse")
        );
        Assert.NotEmpty(
            await validator.ValidateAsync("""{"guild_id": "1", "chat_id": "2"}""", "#/$defs/IntegrationConfigResponse")
        );
    }

    [Fact]
    public async Task A_schema_that_does_not_exist_is_an_error_of_the_test_rather_than_of_the_value() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => validator.ValidateAsync("{}", "#/$defs/Nonsense"));

    [Fact]
    public async Task Many_questions_at_once_each_get_their_own_answer()
    {
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 5000)
                .Select(i =>
                    validator.ValidateAsync(
                        i % 2 == 0 ? """{"payment_id": "pay_1"}""" : "{}",
                        "#/$defs/CreateSubscriptionChargeResponse"
                    )
                )
        );

        Assert.All(answers.Where((_, i) => i % 2 == 0), Assert.Empty);
        Assert.All(answers.Where((_, i) => i % 2 == 1), Assert.NotEmpty);
    }
}
