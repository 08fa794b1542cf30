using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace DodoUpsell.TestKit.Contract;

/// <summary>
/// Validates JSON against the contract's schemas. The validation is done by ajv in a Node process that starts with the
/// first request. Many tests can send requests concurrently; the responses arrive in any order.
/// </summary>
public sealed class ContractValidator : IAsyncDisposable
{
    private readonly ConcurrentDictionary<long, TaskCompletionSource<IReadOnlyList<string>>> _open = new();
    private readonly Channel<string> _questions = Channel.CreateUnbounded<string>(new() { SingleReader = true });
    private readonly Lazy<Task<Process>> _process;
    private Task _pumps = Task.CompletedTask;
    private long _lastId;

    /// <summary>Creates a validator without starting the process.</summary>
    public ContractValidator() => _process = new Lazy<Task<Process>>(StartAsync);

    /// <summary>Validates a value and returns its errors. The list is empty if the value is valid.</summary>
    /// <param name="instance">The value.</param>
    /// <param name="schema">The schema of the value.</param>
    /// <param name="unknownMembers"> Whether members that the contract does not describe are allowed. By default they
    /// are not, because a misspelt optional member is not distinguishable from an unknown one.</param>
    public Task<IReadOnlyList<string>> ValidateAsync(
        JsonNode? instance,
        ContractSchema schema,
        bool unknownMembers = false
    ) => ValidateAsync(instance?.ToJsonString() ?? "null", schema.Location, unknownMembers);

    /// <summary>
    /// Validates JSON text against the schema at a JSON pointer in the contract and returns its errors.
    /// </summary>
    public async Task<IReadOnlyList<string>> ValidateAsync(string json, string location, bool unknownMembers = false)
    {
        await _process.Value;
        var id = Interlocked.Increment(ref _lastId);
        var answer = new TaskCompletionSource<IReadOnlyList<string>>(
            TaskCreationOptions.RunContinuationsAsynchronously
        );
        _open[id] = answer;

        // Each request is one line, so the JSON must not contain line breaks.
        var instance = json.ReplaceLineEndings(" ");
        var open = unknownMembers ? "true" : "false";
        var place = JsonValue.Create(location).ToJsonString();
        if (
            !_questions.Writer.TryWrite(
                $$"""{"id":{{id}},"pointer":{{place}},"open":{{open}},"instance":{{instance}}}"""
            )
        )
            throw new InvalidOperationException("The validator has ended.");
        return await answer.Task;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _questions.Writer.TryComplete();
        if (!_process.IsValueCreated || !_process.Value.IsCompletedSuccessfully)
            return;

        await _pumps;
        var process = await _process.Value;
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private async Task<Process> StartAsync()
    {
        var process = NodeScript.Start(
            "ajv, the JSON Schema validator,",
            "validate.mjs",
            "ajv",
            DodoContract.FilePath,
            DodoContract.NewerFilePath
        );
        if (await process.StandardOutput.ReadLineAsync() is not "ready")
            throw new InvalidOperationException(await process.StandardError.ReadToEndAsync());

        _pumps = Task.WhenAll(WriteAsync(process.StandardInput), ReadAsync(process));
        return process;
    }

    private async Task WriteAsync(StreamWriter input)
    {
        await using (input)
        {
            while (await _questions.Reader.WaitToReadAsync())
            {
                while (_questions.Reader.TryRead(out var question))
                {
                    await input.WriteAsync(question);
                    await input.WriteAsync('\n');
                }

                await input.FlushAsync();
            }
        }
    }

    private async Task ReadAsync(Process process)
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
            Answer(line);

        var reason = new InvalidOperationException(
            $"The validator ended. {await process.StandardError.ReadToEndAsync()}"
        );
        _questions.Writer.TryComplete(reason);
        foreach (var question in _open.Values)
            question.TrySetException(reason);
    }

    private void Answer(string line)
    {
        using var answer = JsonDocument.Parse(line);
        if (!_open.TryRemove(answer.RootElement.GetProperty("id").GetInt64(), out var question))
            return;

        if (answer.RootElement.TryGetProperty("failure", out var failure))
            question.SetException(new InvalidOperationException($"The question could not be answered: {failure}"));
        else
            question.SetResult([
                .. answer.RootElement.GetProperty("errors").EnumerateArray().Select(error => error.GetString()!),
            ]);
    }
}
