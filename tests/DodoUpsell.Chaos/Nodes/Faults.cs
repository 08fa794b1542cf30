using System.Net;
using DodoUpsell.Emulator;

namespace DodoUpsell.Chaos;

/// <summary>The emulator's faults at every call of the API, by chance. Pages that the customer sees work.</summary>
internal static class Faults
{
    private static readonly (string Method, string Path)[] Calls =
    [
        ("POST", "/checkouts"),
        ("POST", "/payments"),
        ("POST", "/checkouts/preview"),
        ("GET", "/payments"),
        ("GET", "/payments/{}"),
        ("GET", "/checkouts/{}"),
        ("GET", "/customers/{}/payment-methods"),
        ("GET", "/products/{}"),
        ("GET", "/subscriptions/{}"),
        ("POST", "/subscriptions/{}/change-plan"),
        ("POST", "/subscriptions/{}/change-plan/preview"),
        ("POST", "/subscriptions/{}/update-payment-method"),
    ];

    // A status after the fact is one that a proxy or a crash gives; a refusal after the fact would be a lie that no
    // caller could see through.
    private static readonly (EmulatedFaultKind Kind, HttpStatusCode? Status)[] Kinds =
    [
        (EmulatedFaultKind.DropBefore, null),
        (EmulatedFaultKind.DropAfterCommit, null),
        (EmulatedFaultKind.Status, HttpStatusCode.ServiceUnavailable),
        (EmulatedFaultKind.Status, HttpStatusCode.InternalServerError),
        (EmulatedFaultKind.Status, HttpStatusCode.TooManyRequests),
        (EmulatedFaultKind.StatusAfterCommit, HttpStatusCode.InternalServerError),
        (EmulatedFaultKind.StatusAfterCommit, HttpStatusCode.GatewayTimeout),
        (EmulatedFaultKind.StatusAfterCommit, HttpStatusCode.RequestTimeout),
        (EmulatedFaultKind.TruncateBody, null),
        (EmulatedFaultKind.HtmlBody, null),
    ];

    /// <param name="emulator">Whose answers go wrong.</param>
    /// <param name="rate">How likely an answer goes wrong, about.</param>
    /// <param name="seed">The same seed gives the same faults to the same calls.</param>
    /// <param name="longestDelay">How long answers are held back at most; null for not at all.</param>
    public static void AddTo(DodoEmulator emulator, double rate, int seed, TimeSpan? longestDelay = null)
    {
        if (rate <= 0)
            return;
        var random = new Random(seed);
        foreach (var (method, path) in Calls)
        {
            foreach (var (kind, status) in Kinds)
                emulator.AddFault(Fault(kind, method, path) with { Status = status });
            if (longestDelay is { } longest)
                emulator.AddFault(
                    Fault(EmulatedFaultKind.Delay, method, path) with
                    {
                        Delay = random.NextDouble() * longest,
                    }
                );
        }

        EmulatedFault Fault(EmulatedFaultKind kind, string method, string path) =>
            new(kind)
            {
                Method = method,
                Path = path,
                Probability = rate / Kinds.Length * 2 * random.NextDouble(),
                Times = int.MaxValue,
                Seed = random.Next(),
            };
    }
}
