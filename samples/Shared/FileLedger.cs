using System.Text.Json;
using DodoUpsell;

namespace Samples;

/// <summary>A ledger in a JSON file that one process at a time holds open: enough to try things out. Servers share a database instead.</summary>
internal sealed class FileLedger(string path) : IChargeLedger
{
    public Task<ChargeClaim> ClaimAsync(ChargeRecord claim, CancellationToken cancellationToken = default) => ChangeAsync(records =>
    {
        if (records.Find(record => record.Key == claim.Key) is { } kept) return new ChargeClaim(false, kept);
        records.Add(claim);
        return new ChargeClaim(true, claim);
    });

    public Task<bool> TryUpdateAsync(ChargeRecord changed, CancellationToken cancellationToken = default) => ChangeAsync(records =>
    {
        var place = records.FindIndex(record => record.Key == changed.Key && record.Version == changed.Version - 1);
        if (place < 0) return false;
        records[place] = changed;
        return true;
    });

    public Task<ChargeRecord?> FindAsync(ChargeKey key, CancellationToken cancellationToken = default) =>
        ChangeAsync(records => records.Find(record => record.Key == key));

    public Task<IReadOnlyList<ChargeRecord>> TakeDueAsync(DateTimeOffset now, DateTimeOffset until, int most, CancellationToken cancellationToken = default) => ChangeAsync(records =>
    {
        var due = records.Where(record => record.NextCheckAt <= now).Take(most).Select(record => record with { NextCheckAt = until }).ToList();
        foreach (var taken in due) records[records.FindIndex(record => record.Key == taken.Key)] = taken;
        return (IReadOnlyList<ChargeRecord>)due;
    });

    public Task<IReadOnlyList<ChargeRecord>> ListAsync(ChargeState state, int most = 100, CancellationToken cancellationToken = default) =>
        ChangeAsync(records => (IReadOnlyList<ChargeRecord>)records.Where(record => record.State == state).Take(most).ToList());

    public Task<int> PruneAsync(DateTimeOffset settledBefore, CancellationToken cancellationToken = default) =>
        ChangeAsync(records => records.RemoveAll(record => record.NextCheckAt is null && record.SettledAt < settledBefore));

    // One process at a time, from reading to writing. The new records take the place of the old ones in one step, on the disk before
    // anybody goes on to charge: a crash in between leaves the old ones whole.
    private Task<T> ChangeAsync<T>(Func<List<ChargeRecord>, T> change)
    {
        lock (_gate)
        {
            using var turn = new FileStream($"{path}.lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            List<ChargeRecord> records = File.Exists(path) ? JsonSerializer.Deserialize<List<ChargeRecord>>(File.ReadAllBytes(path)) ?? [] : [];
            var result = change(records);
            using (var file = File.Create($"{path}.new"))
            {
                JsonSerializer.Serialize(file, records);
                file.Flush(flushToDisk: true);
            }

            File.Move($"{path}.new", path, overwrite: true);
            return Task.FromResult(result);
        }
    }

    private readonly object _gate = new();
}
