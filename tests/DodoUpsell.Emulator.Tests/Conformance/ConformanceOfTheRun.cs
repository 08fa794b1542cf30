using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json.Nodes;
using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.Tests.Conformance;
using DodoUpsell.Emulator.Wire;
using DodoUpsell.TestKit;
using DodoUpsell.TestKit.Contract;

[assembly: AssemblyFixture(typeof(ConformanceOfTheRun))]

namespace DodoUpsell.Emulator.Tests.Conformance;

/// <summary>
/// Listens to every emulator of the whole test run: each request it accepts and each answer it gives is held against
/// the contract when the run ends, and a mismatch fails the run.
/// </summary>
public sealed class ConformanceOfTheRun : IAsyncDisposable
{
    private static readonly ConcurrentDictionary<Claim, byte> Claims = new();
    private static int _exchanges;

    [ModuleInitializer]
    internal static void Listen() => EmulatorEngine.Exchanged += Record;

    public async ValueTask DisposeAsync()
    {
        EmulatorEngine.Exchanged -= Record;
        await using var validator = new ContractValidator();
        var mismatches = new List<(Claim Claim, IReadOnlyList<string> Faults)>();
        try
        {
            var checks = Claims
                .Keys.Select(async claim => (Claim: claim, Faults: await FaultsAsync(validator, claim)))
                .ToList();
            mismatches.AddRange((await Task.WhenAll(checks)).Where(check => check.Faults.Count > 0));
        }
        catch (MissingComponentException missing) when (!Components.AreRequired)
        {
            Console.WriteLine(
                $"The exchanges with the emulator were not held against the contract. "
                    + $"{missing.Message.Replace("$XunitDynamicSkip$", "", StringComparison.Ordinal)}"
            );
            return;
        }

        if (mismatches.Count > 0)
        {
            var shown = mismatches
                .Take(10)
                .Select(check => $"{check.Claim}\n    {string.Join("\n    ", check.Faults.Take(5))}");
            throw new InvalidOperationException(
                $"{mismatches.Count} of {Claims.Count} bodies do not fit the contract:\n{string.Join('\n', shown)}"
            );
        }

        Console.WriteLine(
            $"{Claims.Count} of {Claims.Count} distinct bodies of {_exchanges} exchanges with the emulator fit "
                + $"the contract"
        );
    }

    private static void Record(WireRequest request, WireResponse response)
    {
        if (OperationOf(request) is not { } operation)
            return;
        Interlocked.Increment(ref _exchanges);
        if (response.Status < 400 && operation.Request is { } accepted)
            Claims.TryAdd(
                new Claim(operation.Name, "request", accepted.Location, Encoding.UTF8.GetString(request.Body.Span)),
                0
            );
        if (response.Status >= 400)
            Claims.TryAdd(
                new Claim(operation.Name, $"{response.Status}", null, Encoding.UTF8.GetString(response.Body.Span)),
                0
            );
        else if (operation.AnswersJson)
            Claims.TryAdd(
                new Claim(
                    operation.Name,
                    "response",
                    operation.Response!.Location,
                    Encoding.UTF8.GetString(response.Body.Span)
                ),
                0
            );
    }

    private static async Task<IReadOnlyList<string>> FaultsAsync(ContractValidator validator, Claim claim)
    {
        if (claim.Location is not null)
            return await validator.ValidateAsync(claim.Body, claim.Location);
        var error = JsonNode.Parse(claim.Body) as JsonObject;
        return error is { Count: 2 } && error["code"] is not null && error["message"] is not null
            ? []
            : ["an error must be flat: code and message"];
    }

    private static ContractOperation? OperationOf(WireRequest request) =>
        DodoContract
            .All.Where(operation =>
                operation.HttpMethod == request.Method && Fits(operation.Path.Split('/')[1..], request.Segments)
            )
            .MinBy(operation => operation.Path.Count(c => c == '{'));

    private static bool Fits(string[] path, IReadOnlyList<string> segments) =>
        path.Length == segments.Count
        && path.Zip(segments).All(pair => pair.First.StartsWith('{') || pair.First == pair.Second);

    private sealed record Claim(string Operation, string Part, string? Location, string Body)
    {
        public override string ToString() => $"{Operation} {Part}: {(Body.Length > 300 ? Body[..300] + "…" : Body)}";
    }
}
