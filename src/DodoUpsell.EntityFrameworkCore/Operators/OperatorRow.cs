using DodoUpsell.EntityFrameworkCore.Contexts;
using DodoUpsell.EntityFrameworkCore.Offers;

namespace DodoUpsell.EntityFrameworkCore.Operators;

/// <summary>A row of <c>dodo_operator_actions</c>: one action of an operator. Times are in UTC.</summary>
internal sealed class OperatorRow : OwnedRow
{
    public required string Id { get; init; }

    public DateTime StartedAt { get; init; }

    public required string Operator { get; init; }

    public required string Action { get; init; }

    public string? Subject { get; init; }

    public OperatorResult Result { get; init; }

    public DateTime? EndedAt { get; init; }

    public static OperatorRow From(string account, OperatorAction action) =>
        new()
        {
            Account = account,
            Environment = action.Environment,
            Id = action.Id,
            StartedAt = StoredTime.Of(action.StartedAt),
            Operator = StoredText.Of(action.Operator),
            Action = StoredText.Of(action.Action),
            Subject = StoredText.Of(action.Subject),
            Result = action.Result,
            EndedAt = StoredTime.Of(action.EndedAt),
        };

    public OperatorAction ToAction() =>
        new()
        {
            Environment = Environment,
            Id = Id,
            StartedAt = StoredTime.Read(StartedAt),
            Operator = Operator,
            Action = Action,
            Subject = Subject,
            Result = Result,
            EndedAt = StoredTime.Read(EndedAt),
        };
}
