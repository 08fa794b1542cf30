using System.Text.Json.Serialization;

namespace DodoUpsell.AspNetCore.Withdrawals;

/// <summary>The body of a request that states a withdrawal.</summary>
internal sealed record WithdrawalBody
{
    public string? ContractId { get; init; }

    public string? Name { get; init; }

    public string? Contact { get; init; }

    public override string ToString() => nameof(WithdrawalBody);
}

/// <summary>The contracts that a caller can withdraw from, or has withdrawn from.</summary>
internal sealed record ContractsResponse(IReadOnlyList<ContractResponse> Contracts)
{
    public static ContractsResponse Of(IEnumerable<WithdrawalContract> contracts) =>
        new([.. contracts.Select(ContractResponse.Of)]);
}

/// <summary>A contract, without the ids of people.</summary>
internal sealed record ContractResponse(
    string Id,
    bool IsSubscription,
    string Description,
    DateTimeOffset? ConcludedAt,
    DateTimeOffset? WithdrawableUntil,
    MoneyResponse? Amount,
    string? WithdrawalId
)
{
    public static ContractResponse Of(WithdrawalContract contract) =>
        new(
            contract.Id,
            contract.IsSubscription,
            contract.Description,
            contract.ConcludedAt,
            contract.WithdrawableUntil,
            MoneyResponse.Of(contract.Amount),
            contract.WithdrawalId
        );
}

/// <summary>A refund as its consumer sees it.</summary>
internal sealed record RefundResponse(string Status, MoneyResponse? Amount);

/// <summary>A withdrawal as its consumer sees it.</summary>
internal sealed record WithdrawalResponse(
    string Id,
    string State,
    ContractResponse Contract,
    string Name,
    string Contact,
    DateTimeOffset StatedAt,
    DateTimeOffset? SubmittedAt,
    string? Acknowledgement,
    bool IsSubscriptionCancelled,
    IReadOnlyList<RefundResponse> Refunds
)
{
    public static WithdrawalResponse Of(Withdrawal withdrawal) =>
        new(
            withdrawal.Id,
            Word(withdrawal.State.ToString()),
            ContractResponse.Of(withdrawal.Contract),
            withdrawal.Name,
            withdrawal.Contact,
            withdrawal.StatedAt,
            withdrawal.ConfirmedAt,
            withdrawal.Acknowledgement,
            withdrawal.IsSubscriptionCancelled,
            [
                .. withdrawal.Refunds.Select(refund => new RefundResponse(
                    Word(refund.Status.ToString()),
                    MoneyResponse.Of(refund.Amount)
                )),
            ]
        );

    public override string ToString() => nameof(WithdrawalResponse);

    private static string Word(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}

/// <summary>The source-generated JSON of the withdrawal endpoints. It escapes what is markup in HTML.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    PropertyNameCaseInsensitive = true,
    MaxDepth = 8
)]
[JsonSerializable(typeof(WithdrawalBody))]
[JsonSerializable(typeof(ContractsResponse))]
[JsonSerializable(typeof(WithdrawalResponse))]
internal sealed partial class WithdrawalJsonContext : JsonSerializerContext;
