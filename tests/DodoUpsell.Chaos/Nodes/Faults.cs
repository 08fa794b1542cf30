using System.Net;
using DodoUpsell.Emulator;

namespace DodoUpsell.Chaos;

/// <summary>Adds random faults to all API calls of the emulator. The customer's pages have no faults.</summary>
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

    // Status codes after a commit are those of a proxy or a crash. A refusal after a commit would be a false response
    // that no caller could detect.
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

    /// <param name="emulator">The emulator whose responses get faults.</param>
    /// <param name="rate">The approximate probability of a fault per response.</param>
    /// <param name="seed">The seed. The same seed produces the same faults for the same calls.</param>
    /// <param name="longestDelay">The maximum delay of responses, or null for no delay.</param>
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
