using System.Text.Json;

namespace Samples;

/// <summary>The ledger file, which one process at a time reads and writes.</summary>
internal sealed class LedgerFile : IDisposable
{
    // A missing or null member is refused, so that another file is not mistaken for an empty ledger.
    private static readonly JsonSerializerOptions Strict = new()
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    private readonly string _path;
    private readonly FileStream _turn;
    private readonly object _gate = new();

    public LedgerFile(string path)
    {
        _path = path;
        _turn = Guarded(TakeTurn);
        try
        {
            // A file that cannot be read or written is refused here, before anything is charged.
            _ = Change(state => state);
        }
        catch
        {
            _turn.Dispose();
            throw;
        }
    }

    public Task<T> ChangeAsync<T>(Func<LedgerState, T> change)
    {
        lock (_gate)
            return Task.FromResult(Change(change));
    }

    public void Dispose() => _turn.Dispose();

    private T Change<T>(Func<LedgerState, T> change)
    {
        var state = Guarded(Read);
        var result = change(state);
        Guarded(() => Write(state));
        return result;
    }

    private LedgerState Read()
    {
        if (!File.Exists(_path))
            return LedgerState.Empty;
        var state = JsonSerializer.Deserialize<LedgerState>(File.ReadAllBytes(_path), Strict);
        return state is { IsWhole: true } ? state : throw new JsonException("A member is null.");
    }

    // The new state replaces the old one in one step, and is flushed to disk before the charge continues. A crash in
    // between leaves the old file intact.
    private bool Write(LedgerState state)
    {
        using (var file = File.Create($"{_path}.new"))
        {
            JsonSerializer.Serialize(file, state, Strict);
            file.Flush(flushToDisk: true);
        }

        File.Move($"{_path}.new", _path, overwrite: true);
        return true;
    }

    // Held until the end of the process. With two processes, one could be blocked between a charge and its record.
    private FileStream TakeTurn() =>
        Directory.Exists(_path)
            ? throw new LedgerFileException($"The ledger {_path} is a folder. Name a file.")
            : new FileStream($"{_path}.lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

    private T Guarded<T>(Func<T> use)
    {
        try
        {
            return use();
        }
        catch (JsonException e)
        {
            throw new LedgerFileException(
                $"The ledger {_path} was not written by this sample. Name another file; this one is unchanged.",
                e
            );
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new LedgerFileException($"The ledger {_path} cannot be used: {e.Message}", e);
        }
    }
}
