using System.Data.Common;
using DodoUpsell.EntityFrameworkCore.Contexts;
using DodoUpsell.Offers;
using Microsoft.EntityFrameworkCore;

namespace DodoUpsell.EntityFrameworkCore.Offers;

/// <summary>
/// Updates an offer if its version is the previous one, and appends its receipt to the chain in the same transaction.
/// </summary>
/// <remarks>
/// A receipt needs the hash of the one before it, which is read first. The primary key decides: if another receipt took
/// the number meanwhile, neither the receipt nor the update is stored, and both are tried again after the new last
/// receipt. Each failed attempt means that another one succeeded.
/// </remarks>
internal sealed class OfferUpdate(OfferScope scope)
{
    private const int MaxAttempts = 200;

    private readonly OfferStatements _offers = new(scope);

    public async Task<bool> RunAsync(
        OfferRecord changed,
        ConsentReceiptContent? content,
        CancellationToken cancellationToken
    )
    {
        var row = OfferRows.Of(scope.Account, changed);
        for (var attempt = 1; attempt <= MaxAttempts; attempt++)
        {
            var receipt = content is null
                ? null
                : await NextAsync(changed, content, cancellationToken).ConfigureAwait(false);
            var isDone = await scope.IsDirectAsync(cancellationToken).ConfigureAwait(false)
                ? await DirectAsync(row, receipt, cancellationToken).ConfigureAwait(false)
                : await PortableAsync(row, receipt, cancellationToken).ConfigureAwait(false);
            if (isDone)
                return true;

            // If the stored row was written by this write, the result of the first execution was lost and the
            // execution strategy repeated it. If it has another version, another caller was faster.
            var stored = await _offers.RowAsync(row.Id, cancellationToken).ConfigureAwait(false);
            if (stored?.WriteId == row.WriteId)
                return true;
            if (stored is null || stored.Version != row.Version - 1)
                return false;
        }

        throw new DbUpdateException("Other receipts were appended again and again at the same moment. Try again.");
    }

    private async Task<ReceiptRow> NextAsync(
        OfferRecord offer,
        ConsentReceiptContent content,
        CancellationToken cancellationToken
    )
    {
        var last = await scope
            .Rows<ReceiptRow>()
            .OrderByDescending(row => row.Number)
            .FirstOrDefaultAsync(cancellationToken)
            .ConfigureAwait(false);

        // What is hashed is what is stored.
        var receipt = ReceiptChain.Append(
            scope.Environment,
            last is null ? null : scope.Mine(last).ToReceipt(),
            content with
            {
                Json = StoredText.Of(content.Json),
            }
        );
        return ReceiptRow.Of(scope.Account, offer.SubjectId, receipt);
    }

    // The update requires that the offer has a receipt. The row of the offer is locked before the receipt is inserted,
    // so its version cannot change in between.
    private async Task<bool> DirectAsync(OfferRow row, ReceiptRow? receipt, CancellationToken cancellationToken)
    {
        var (offers, receipts) = (Table.Of<OfferRow>(scope.Context), Table.Of<ReceiptRow>(scope.Context));
        var sql = offers.UpdateIfPrevious("o");
        if (receipt is not null)
        {
            var own = $"SELECT 1 FROM {receipts.Name} WHERE {OfferScope.Owned} AND offer_id = @offer";
            var source =
                $"{offers.Name} WHERE {offers.KeyOf("o")} AND version = @previous AND NOT EXISTS ({own})"
                + (Provider.IsPostgres(scope.Context) ? " FOR UPDATE" : "");
            sql = $"{receipts.InsertFromUnlessAnyTaken(source, "r")};\n{sql} AND EXISTS ({own})";
        }

        try
        {
            return await RawSql.ExecuteAsync(scope.Context, sql, Parameters, cancellationToken).ConfigureAwait(false)
                > 0;
        }
        catch (DbException e)
        {
            throw new DbUpdateException($"A row of {offers.Name} could not be updated.", e);
        }

        IEnumerable<DbParameter> Parameters(DbCommand command) =>
            [
                .. offers.Parameters(command, "o", row),
                command.With("previous", row.Version - 1),
                .. receipt is null
                    ? []
                    : receipts
                        .Parameters(command, "r", receipt)
                        .Concat(scope.Owner(command))
                        .Append(command.With("offer", row.Id)),
            ];
    }

    private async Task<bool> PortableAsync(OfferRow row, ReceiptRow? receipt, CancellationToken cancellationToken)
    {
        var context = scope.Context;
        var entry = context.Entry(row);
        entry.State = EntityState.Modified;
        entry.Property(offer => offer.Version).OriginalValue = row.Version - 1;
        if (receipt is not null && !await HasReceiptAsync(row.Id, cancellationToken).ConfigureAwait(false))
        {
            // Both rows must be written or neither, even if the app's own context disables transactions.
            context.Database.AutoTransactionBehavior = AutoTransactionBehavior.WhenNeeded;
            context.Add(receipt);
        }

        try
        {
            await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
        catch (DbUpdateException) when (receipt is not null)
        {
            context.ChangeTracker.Clear();
            if (!await IsTakenAsync(receipt, cancellationToken).ConfigureAwait(false))
                throw;
            return false;
        }
        finally
        {
            context.ChangeTracker.Clear();
        }
    }

    private Task<bool> HasReceiptAsync(string offerId, CancellationToken cancellationToken) =>
        scope.Rows<ReceiptRow>().AnyAsync(row => row.OfferId == offerId, cancellationToken);

    private Task<bool> IsTakenAsync(ReceiptRow receipt, CancellationToken cancellationToken) =>
        scope
            .Rows<ReceiptRow>()
            .AnyAsync(row => row.Number == receipt.Number || row.OfferId == receipt.OfferId, cancellationToken);
}
