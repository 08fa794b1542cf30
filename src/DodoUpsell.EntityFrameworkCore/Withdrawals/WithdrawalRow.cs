using DodoUpsell.EntityFrameworkCore.Contexts;
using DodoUpsell.EntityFrameworkCore.Offers;

namespace DodoUpsell.EntityFrameworkCore.Withdrawals;

/// <summary>A row of <c>dodo_withdrawals</c>: one withdrawal. Times are in UTC.</summary>
internal sealed class WithdrawalRow : OwnedRow
{
    public required string Id { get; init; }

    /// <summary>
    /// Gets the id of the last write of the row. A write that is repeated because its result was lost recognises itself
    /// by it.
    /// </summary>
    public required Guid WriteId { get; init; }

    public required string ContractId { get; init; }

    public string? Slot { get; init; }

    public required string CustomerId { get; init; }

    public WithdrawalState State { get; init; }

    public int Version { get; init; }

    public DateTime StatedAt { get; init; }

    public DateTime? ConfirmedAt { get; init; }

    public DateTime? EndedAt { get; init; }

    public DateTime? DueAt { get; init; }

    public int Attempts { get; init; }

    public string? Statement { get; init; }

    public string? Acknowledgement { get; init; }

    public required string Work { get; init; }

    public DateTime? ErasedAt { get; init; }

    public static WithdrawalRow Of(string account, WithdrawalRecord record) =>
        new()
        {
            Account = account,
            Environment = record.Environment,
            Id = record.Id,
            WriteId = Guid.NewGuid(),
            ContractId = StoredText.Of(record.ContractId),
            Slot = StoredText.Of(record.Slot),
            CustomerId = StoredText.Of(record.CustomerId),
            State = record.State,
            Version = record.Version,
            StatedAt = StoredTime.Of(record.StatedAt),
            ConfirmedAt = StoredTime.Of(record.ConfirmedAt),
            EndedAt = StoredTime.Of(record.EndedAt),
            DueAt = StoredTime.Of(record.DueAt),
            Attempts = record.Attempts,
            Statement = StoredText.Of(record.Statement),
            Acknowledgement = StoredText.Of(record.Acknowledgement),
            Work = StoredText.Of(record.Work),
            ErasedAt = StoredTime.Of(record.ErasedAt),
        };

    public WithdrawalRecord ToRecord() =>
        new()
        {
            Environment = Environment,
            Id = Id,
            ContractId = ContractId,
            Slot = Slot,
            CustomerId = CustomerId,
            State = State,
            Version = Version,
            StatedAt = StoredTime.Read(StatedAt),
            ConfirmedAt = StoredTime.Read(ConfirmedAt),
            EndedAt = StoredTime.Read(EndedAt),
            DueAt = StoredTime.Read(DueAt),
            Attempts = Attempts,
            Statement = Statement,
            Acknowledgement = Acknowledgement,
            Work = Work,
            ErasedAt = StoredTime.Read(ErasedAt),
        };
}
